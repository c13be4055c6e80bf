package io.meshc.envoy;

import static io.meshc.envoy.RandomShop.HTTP_TARGET;
import static io.meshc.envoy.RandomShop.TCP_TARGET;
import static io.meshc.envoy.RandomShop.UNNAMED_TARGET;
import static io.meshc.envoy.RandomShop.WORKLOADS;
import static io.meshc.envoy.RandomShop.at;
import static io.meshc.envoy.RandomShop.host;
import static io.meshc.envoy.RandomShop.name;
import static io.meshc.envoy.RandomShop.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Policies and routes of Istio.
final class IstioShop {
  private static final List<String> PATHS =
      List.of("/a", "/a/b", "/a/*", "/a*", "*/b", "/", "/ab", "*", "/a/b/c", "/{*}/b", "/a/{**}");
  private static final List<String> PREFIXES = List.of("/", "/a", "/a/", "/ab", "/b", "/a/b");
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");
  private static final List<String> HEADERS = List.of("x-one", "x-two");
  private static final List<String> VALUES = List.of("1", "one", "on", "*ne", "o*", "*");
  private static final List<String> NORMALIZATIONS =
      List.of("NONE", "BASE", "MERGE_SLASHES", "DECODE_AND_MERGE_SLASHES");

  private final Draw draw;
  private final Consumer<String> out;
  private int count;

  IstioShop(Draw draw, Consumer<String> out) {
    this.draw = draw;
    this.out = out;
  }

  void draw() {
    mesh();
    access();
    WORKLOADS.stream().filter(_ -> draw.oneIn(3)).forEach(this::routes);
    WORKLOADS.stream().filter(_ -> draw.oneIn(5)).forEach(this::destination);
  }

  /// Without routes.
  void access() {
    draw.times(1, 4, this::authorization);
    draw.times(0, 3, this::peers);
  }

  void mesh() {
    out.accept("apiVersion: v1\nkind: Namespace\nmetadata: {name: istio-system}");
    if (draw.maybe()) {
      out.accept(
          """
          apiVersion: v1
          kind: ConfigMap
          %s
          data:
            mesh: "pathNormalization: {normalization: %s}"
          """
              .formatted(at("istio", "istio-system"), draw.any(NORMALIZATIONS)));
    }
  }

  private void authorization() {
    String at = draw.any(WORKLOADS);
    String selector = "  selector: {matchLabels: {app: " + name(at) + "}}\n";
    var rules = new StringBuilder();
    draw.times(1, 3, () -> rules.append(rule()));
    out.accept(
        "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\n"
            + at("p" + count++, namespace(at))
            + "\nspec:\n"
            + (draw.oneIn(4) ? "" : selector)
            + "  action: "
            + (draw.oneIn(3) ? "DENY" : "ALLOW")
            + "\n  rules:\n"
            + rules);
  }

  private String rule() {
    var rule = new ArrayList<String>();
    if (draw.maybe()) {
      rule.add("from: [{source: {" + source() + "}}]");
    }
    if (draw.maybe()) {
      rule.add("to: [{operation: {" + operation() + "}}]");
    }
    if (draw.oneIn(3)) {
      String values = (draw.maybe() ? "values: " : "notValues: ") + draw.some(() -> any(VALUES));
      rule.add("when: [{key: \"request.headers[" + any(HEADERS) + "]\", " + values + "}]");
    }
    return "  - {" + String.join(", ", rule) + "}\n";
  }

  private String any(List<String> all) {
    return draw.any(all);
  }

  private String source() {
    boolean not = draw.oneIn(4);
    if (draw.maybe()) {
      return (not ? "notPrincipals: " : "principals: ")
          + draw.some(() -> {
            String it = any(WORKLOADS);
            return "cluster.local/ns/" + namespace(it) + "/sa/" + name(it);
          });
    }
    return (not ? "notNamespaces: " : "namespaces: ")
        + draw.some(() -> draw.any("north", "south", "no*"));
  }

  private String operation() {
    boolean not = draw.oneIn(4);
    return switch (draw.between(0, 3)) {
      case 0 -> (not ? "notMethods: " : "methods: ") + draw.some(() -> any(METHODS));
      case 1 -> (not ? "notPaths: " : "paths: ") + draw.some(() -> any(PATHS));
      case 2 ->
          (not ? "notHosts: " : "hosts: ")
              + draw.some(() -> draw.any(host(any(WORKLOADS)) + ":*", host(any(WORKLOADS)), "w*"));
      default ->
          (not ? "notPorts: " : "ports: ")
              + draw.some(() -> "" + draw.any(HTTP_TARGET, TCP_TARGET, UNNAMED_TARGET));
    };
  }

  private void peers() {
    String at = any(WORKLOADS);
    String selector = "  selector: {matchLabels: {app: " + name(at) + "}}\n";
    String port = "\n  portLevelMtls: {" + HTTP_TARGET + ": {mode: " + any(MODES) + "}}";
    boolean selects = draw.maybe();
    out.accept(
        "apiVersion: security.istio.io/v1\nkind: PeerAuthentication\n"
            + at("t" + count++, namespace(at))
            + "\nspec:\n"
            + (selects ? selector : "")
            + "  mtls: {mode: "
            + any(MODES)
            + "}"
            + (selects && draw.oneIn(3) ? port : ""));
  }

  private static final List<String> MODES = List.of("STRICT", "PERMISSIVE", "DISABLE");

  private void destination(String workload) {
    out.accept(
        "apiVersion: networking.istio.io/v1\nkind: DestinationRule\n"
            + at(name(workload), namespace(workload))
            + "\nspec:\n  host: "
            + host(workload)
            + "\n"
            + "  subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]\n"
            + draw.maybe(
                "  trafficPolicy: {tls: {mode: " + draw.any("ISTIO_MUTUAL", "DISABLE") + "}}"));
  }

  private void routes(String workload) {
    var rules = new StringBuilder();
    draw.times(
        1, 3, () -> rules.append("  - {").append(match()).append(action(workload)).append("}\n"));
    if (draw.maybe()) {
      rules.append("  - {route: [{destination: {host: ").append(host(workload)).append("}}]}\n");
    }
    out.accept(
        "apiVersion: networking.istio.io/v1\nkind: VirtualService\n"
            + at(name(workload), namespace(workload))
            + "\nspec:\n  hosts: ["
            + host(workload)
            + "]\n  http:\n"
            + rules);
  }

  private String match() {
    String uri =
        switch (draw.between(0, 3)) {
          case 0 -> "uri: {prefix: \"" + any(PREFIXES) + "\"}";
          case 1 -> "uri: {exact: \"" + any(PREFIXES) + "\"}";
          case 2 -> "uri: {exact: \"" + any(PREFIXES) + "\"}, ignoreUriCase: true";
          default -> "uri: {regex: \"/[ab]/?.*\"}";
        };
    var parts = new StringBuilder(uri);
    if (draw.oneIn(3)) {
      String one = draw.any("{exact: \"1\"}", "{prefix: o}", "{regex: \"o.*|1\"}", "{}");
      parts.append(draw.oneIn(4) ? ", withoutHeaders: {" : ", headers: {");
      parts.append(any(HEADERS)).append(": ").append(one).append("}");
    }
    if (draw.oneIn(3)) {
      parts.append(", method: {exact: ").append(any(METHODS)).append("}");
    }
    if (draw.oneIn(4)) {
      String value = draw.any("{exact: b}", "{exact: \"/a\"}", "{regex: \".+\"}");
      parts.append(", queryParams: {").append(draw.any("q", "a")).append(": ").append(value);
      parts.append("}");
    }
    if (draw.oneIn(5)) {
      parts.append(", sourceLabels: {app: ").append(name(any(WORKLOADS))).append("}");
    }
    return "match: [{" + parts + "}], ";
  }

  private String action(String workload) {
    return switch (draw.between(0, 7)) {
      case 0 -> "directResponse: {status: " + draw.any(200, 418, 503) + "}";
      case 1 -> "redirect: {uri: /elsewhere}";
      case 2 -> "rewrite: {uri: \"" + any(PREFIXES) + "\"}, " + to(any(WORKLOADS));
      case 3 -> "headers: {request: {set: {" + any(HEADERS) + ": one}}}, " + to(any(WORKLOADS));
      case 4 ->
          "fault: {abort: {httpStatus: 418, percentage: {value: 100}}}, " + to(any(WORKLOADS));
      case 5 -> {
        int weight = 10 * draw.between(1, 9);
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
      case 6 ->
          "route: [{destination: {host: "
              + host(workload)
              + ", subset: "
              + draw.any("v1", "v1", "v2")
              + "}}]";
      default -> to(any(WORKLOADS));
    };
  }

  private static String to(String workload) {
    return "route: [{destination: {host: " + host(workload) + "}}]";
  }
}
