package io.meshc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/// Two namespaces with four workloads, and policies and routes of Istio that nobody would write. The same seed gives the same.
final class RandomShop {
  private static final List<String> WORKLOADS =
      List.of("north/web", "north/api", "south/store", "south/depot");
  private static final List<String> PATHS =
      List.of("/a", "/a/b", "/a/*", "/a*", "*/b", "/", "/ab", "*", "/a/b/c");
  private static final List<String> PREFIXES = List.of("/", "/a", "/a/", "/ab", "/b", "/a/b");
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");
  private static final List<String> HEADERS = List.of("x-one", "x-two");
  private static final List<String> VALUES = List.of("1", "one", "on", "*ne", "o*", "*");

  private final Random random;
  private final StringBuilder out = new StringBuilder();

  private RandomShop(long seed) {
    random = new Random(seed);
  }

  static String yaml(long seed) {
    var shop = new RandomShop(seed);
    shop.ground();
    shop.times(1, 4, shop::authorization);
    shop.times(0, 3, shop::peers);
    WORKLOADS.stream().filter(_ -> shop.random.nextInt(3) == 0).forEach(shop::routes);
    return shop.out.toString();
  }

  private void times(int least, int most, Runnable what) {
    for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
      what.run();
    }
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private boolean maybe() {
    return random.nextBoolean();
  }

  private String some(Supplier<String> one) {
    var all = new ArrayList<String>();
    times(1, 2, () -> all.add("\"" + one.get() + "\""));
    return "[" + String.join(", ", all.stream().distinct().toList()) + "]";
  }

  private static String namespace(String workload) {
    return workload.substring(0, workload.indexOf('/'));
  }

  private static String name(String workload) {
    return workload.substring(workload.indexOf('/') + 1);
  }

  private void ground() {
    for (String it : List.of("north", "south", "istio-system")) {
      String label = it.startsWith("istio") ? "" : ", labels: {istio-injection: enabled}";
      line("apiVersion: v1\nkind: Namespace\nmetadata: {name: %s%s}", it, label);
    }
    for (String it : WORKLOADS) {
      String at = "metadata: {name: " + name(it) + ", namespace: " + namespace(it) + "}";
      line("apiVersion: v1\nkind: ServiceAccount\n%s", at);
      line(
          """
          apiVersion: apps/v1
          kind: Deployment
          %s
          spec:
            selector: {matchLabels: {app: %s}}
            template:
              metadata: {labels: {app: %s}}
              spec:
                serviceAccountName: %s
                containers: [{name: app, image: app}]\
          """,
          at, name(it), name(it), name(it));
      line(
          """
          apiVersion: v1
          kind: Service
          %s
          spec:
            selector: {app: %s}
            ports:
            - {name: http, port: 80, targetPort: 8080}
            - {name: tcp, port: %d, targetPort: 9090}\
          """,
          at, name(it), 90 + WORKLOADS.indexOf(it));
    }
  }

  private void line(String format, Object... values) {
    out.append("---\n").append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private void authorization() {
    String at = any(WORKLOADS);
    var text = new StringBuilder("apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\n");
    text.append("metadata: {name: p").append(out.length()).append(", namespace: ");
    text.append(namespace(at)).append("}\nspec:\n");
    if (random.nextInt(4) > 0) {
      text.append("  selector: {matchLabels: {app: ").append(name(at)).append("}}\n");
    }
    text.append("  action: ").append(random.nextInt(3) == 0 ? "DENY" : "ALLOW").append('\n');
    text.append("  rules:\n");
    times(1, 3, () -> text.append(rule()));
    line("%s", text.toString().stripTrailing());
  }

  private String rule() {
    var rule = new ArrayList<String>();
    if (maybe()) {
      rule.add("from: [{source: {" + source() + "}}]");
    }
    if (maybe()) {
      rule.add("to: [{operation: {" + operation() + "}}]");
    }
    if (random.nextInt(3) == 0) {
      String values = (maybe() ? "values: " : "notValues: ") + some(() -> any(VALUES));
      rule.add("when: [{key: \"request.headers[" + any(HEADERS) + "]\", " + values + "}]");
    }
    return "  - {" + String.join(", ", rule) + "}\n";
  }

  private String source() {
    String not = random.nextInt(4) == 0 ? "not" : "";
    return switch (random.nextInt(2)) {
      case 0 -> {
        String key = not.isEmpty() ? "principals" : "notPrincipals";
        yield key
            + ": "
            + some(() -> {
              String it = any(WORKLOADS);
              return "cluster.local/ns/" + namespace(it) + "/sa/" + name(it);
            });
      }
      default ->
          (not.isEmpty() ? "namespaces" : "notNamespaces")
              + ": "
              + some(() -> any(List.of("north", "south", "no*")));
    };
  }

  private String operation() {
    String not = random.nextInt(4) == 0 ? "not" : "";
    return switch (random.nextInt(3)) {
      case 0 -> (not.isEmpty() ? "methods" : "notMethods") + ": " + some(() -> any(METHODS));
      case 1 -> (not.isEmpty() ? "paths" : "notPaths") + ": " + some(() -> any(PATHS));
      default ->
          (not.isEmpty() ? "ports" : "notPorts") + ": " + some(() -> any(List.of("8080", "9090")));
    };
  }

  private void peers() {
    String at = any(WORKLOADS);
    String selector = maybe() ? "  selector: {matchLabels: {app: " + name(at) + "}}\n" : "";
    line(
        "apiVersion: security.istio.io/v1\nkind: PeerAuthentication\n"
            + "metadata: {name: t%d, namespace: %s}\nspec:\n%s  mtls: {mode: %s}",
        out.length(), namespace(at), selector, any(List.of("STRICT", "PERMISSIVE", "DISABLE")));
  }

  private void routes(String workload) {
    var text = new StringBuilder("apiVersion: networking.istio.io/v1\nkind: VirtualService\n");
    text.append("metadata: {name: ").append(name(workload)).append(", namespace: ");
    text.append(namespace(workload)).append("}\nspec:\n  hosts: [").append(host(workload));
    text.append("]\n  http:\n");
    times(1, 3, () -> text.append("  - {").append(match()).append(action()).append("}\n"));
    if (maybe()) {
      text.append("  - {route: [{destination: {host: ").append(host(workload)).append("}}]}\n");
    }
    line("%s", text.toString().stripTrailing());
  }

  private static String host(String workload) {
    return name(workload) + "." + namespace(workload) + ".svc.cluster.local";
  }

  private String match() {
    String uri =
        switch (random.nextInt(3)) {
          case 0 -> "uri: {prefix: \"" + any(PREFIXES) + "\"}";
          case 1 -> "uri: {exact: \"" + any(PREFIXES) + "\"}";
          default -> "uri: {regex: \"/[ab]/?.*\"}";
        };
    String header =
        random.nextInt(3) == 0
            ? ", headers: {" + any(HEADERS) + ": {exact: \"" + any(List.of("1", "one")) + "\"}}"
            : "";
    String method = random.nextInt(3) == 0 ? ", method: {exact: " + any(METHODS) + "}" : "";
    return "match: [{" + uri + header + method + "}], ";
  }

  private String action() {
    return switch (random.nextInt(6)) {
      case 0 -> "directResponse: {status: " + any(List.of("200", "418", "503")) + "}";
      case 1 -> "redirect: {uri: /elsewhere}";
      case 2 ->
          "rewrite: {uri: \""
              + any(PREFIXES)
              + "\"}, route: [{destination: {host: "
              + host(any(WORKLOADS))
              + "}}]";
      case 3 -> {
        int weight = 10 * (1 + random.nextInt(9));
        yield "route: [{destination: {host: "
            + host("north/web")
            + "}, weight: "
            + weight
            + "}, {destination: {host: "
            + host("south/store")
            + "}, weight: "
            + (100 - weight)
            + "}]";
      }
      default -> "route: [{destination: {host: " + host(any(WORKLOADS)) + "}}]";
    };
  }
}
