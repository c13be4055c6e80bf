package io.meshc.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A random configuration of Linkerd over two applications, as values of its own: what meshc reads is the text, what the plain reading
/// reads is these.
final class RandomLinkerd {
  static final List<String> ACCOUNTS = List.of("shop/web", "shop/api", "shop/a", "other/c");
  private static final List<String> POLICIES =
      List.of(
          "deny",
          "deny",
          "all-unauthenticated",
          "all-authenticated",
          "cluster-authenticated",
          "cluster-unauthenticated",
          "audit");
  private static final List<String> PROTOCOLS =
      List.of("unknown", "unknown", "HTTP/1", "HTTP/2", "gRPC", "opaque", "TLS");
  private static final List<String> PATHS = List.of("/", "/a", "/a/b", "/a/b/c", "/ab", "/ready");

  /// @param app whose Pods it selects; empty for all
  /// @param port by number, or by the name `http`, which is 8080
  record Server(String name, Optional<String> app, String port, String protocol, String policy) {
    boolean overlaps(Server other) {
      return Stream.of("web", "api")
          .anyMatch(it ->
              guards(it, 8080) && other.guards(it, 8080)
                  || guards(it, 9090) && other.guards(it, 9090));
    }

    boolean guards(String workload, int number) {
      boolean at = port.equals("http") ? number == 8080 : port.equals(String.valueOf(number));
      return at && app.map(workload::equals).orElse(true);
    }
  }

  /// @param type `Exact`, `PathPrefix` or `RegularExpression`
  record Match(String type, String path, Optional<String> method, boolean header) {}

  /// @param server or Service that it is attached to
  /// @param backends of the one rule, with weights, where it is attached to a Service
  record Route(
      String name, String parent, boolean outbound, List<Match> matches, List<Integer> weights) {}

  /// @param target `Server NAME`, `HTTPRoute NAME` or `Namespace`
  /// @param accounts that are required, any of them; none for whoever
  /// @param network that is required
  /// @param dangling something that is not there is required, too
  record Policy(
      String name,
      String target,
      List<String> accounts,
      Optional<String> network,
      boolean dangling) {}

  /// @param inCluster it names no networks
  record Authorization(
      String name, String server, boolean anybody, List<String> accounts, boolean inCluster) {}

  /// @param from an account, or empty for a client without a proxy
  record Request(
      Optional<String> from,
      String app,
      int port,
      boolean http,
      String method,
      String path,
      boolean header,
      String address) {}

  final String fallback;
  final List<Server> servers = new ArrayList<>();
  final List<Route> routes = new ArrayList<>();
  final List<Policy> policies = new ArrayList<>();
  final List<Authorization> authorizations = new ArrayList<>();
  private final Random random;

  RandomLinkerd(Random random) {
    this.random = random;
    fallback = pick(POLICIES);
    for (int i = random.nextInt(4); i > 0; i--) {
      var server =
          new Server(
              "s" + i,
              random.nextInt(4) == 0 ? Optional.empty() : Optional.of(pick(List.of("web", "api"))),
              pick(List.of("http", "8080", "9090")),
              pick(PROTOCOLS),
              pick(POLICIES));
      // Where several guard one port nobody can know; a few such are enough.
      if (servers.stream().noneMatch(server::overlaps) || random.nextInt(20) == 0) {
        servers.add(server);
      }
    }
    for (int i = random.nextInt(4); i > 0 && !servers.isEmpty(); i--) {
      routes.add(new Route("r" + i, pick(servers).name(), false, matches(), List.of()));
    }
    // Two of one Service may cover a request alike.
    List<String> parents = random.nextInt(10) == 0 ? List.of("web", "web") : List.of("web", "api");
    for (String parent : parents.subList(0, random.nextInt(3))) {
      List<Integer> weights = List.of(random.nextInt(3), 1 + random.nextInt(3));
      routes.add(new Route("o" + routes.size(), parent, true, matches(), weights));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      policies.add(policy("p" + i));
    }
    for (int i = random.nextInt(2); i > 0 && !servers.isEmpty(); i--) {
      boolean anybody = random.nextBoolean();
      authorizations.add(
          new Authorization(
              "z" + i,
              pick(servers).name(),
              anybody,
              anybody ? List.of() : List.of(pick(ACCOUNTS)),
              random.nextBoolean()));
    }
  }

  private Policy policy(String name) {
    var targets = new ArrayList<String>(List.of("Namespace"));
    servers.forEach(it -> targets.add("Server " + it.name()));
    routes.stream()
        .filter(it -> !it.outbound())
        .forEach(it -> targets.add("HTTPRoute " + it.name()));
    int count = random.nextInt(3);
    return new Policy(
        name,
        pick(targets),
        IntStream.range(0, count).mapToObj(_ -> pick(ACCOUNTS)).distinct().toList(),
        random.nextInt(3) == 0 ? Optional.of("10.1.0.0/16") : Optional.empty(),
        random.nextInt(8) == 0);
  }

  private List<Match> matches() {
    return IntStream.rangeClosed(0, random.nextInt(2))
        .mapToObj(_ -> {
          String type = pick(List.of("Exact", "PathPrefix", "PathPrefix", "RegularExpression"));
          String path =
              type.equals("RegularExpression") ? pick(List.of("/a/(b|b/c)", "/a.*")) : pick(PATHS);
          Optional<String> method =
              random.nextInt(3) == 0 ? Optional.of(pick(List.of("GET", "POST"))) : Optional.empty();
          return new Match(type, path, method, random.nextInt(4) == 0);
        })
        .toList();
  }

  Request request() {
    boolean meshed = random.nextInt(5) > 0;
    return new Request(
        meshed ? Optional.of(pick(ACCOUNTS)) : Optional.empty(),
        pick(List.of("web", "api")),
        pick(List.of(8080, 9090)),
        random.nextInt(6) > 0,
        pick(List.of("GET", "GET", "POST")),
        pick(PATHS),
        random.nextInt(3) == 0,
        pick(List.of("10.1.2.3", "10.9.9.9", "203.0.113.7")));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  static String json(Request it) {
    String from = it.from().map(account -> "\"sa:" + account + "\"").orElse("null");
    String rest =
        it.http()
            ? ", \"method\": \""
                + it.method()
                + "\", \"path\": \""
                + it.path()
                + "\""
                + (it.header() ? ", \"headers\": {\"x\": \"1\"}" : "")
            : ", \"protocol\": \"tcp\"";
    String plain = it.from().isEmpty() ? ", \"plaintext\": true" : "";
    return "{\"from\": "
        + from
        + ", \"to\": \""
        + it.app()
        + ".shop:"
        + it.port()
        + "\""
        + ", \"sourceIp\": \""
        + it.address()
        + "\""
        + rest
        + plain
        + "}";
  }

  /// What runs: written out, since it is never rendered.
  String apps() {
    String all = "";
    for (String namespace : List.of("shop", "other")) {
      all +=
          "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: "
              + namespace
              + "\n"
              + "  annotations: {linkerd.io/inject: enabled,"
              + " config.linkerd.io/default-inbound-policy: "
              + fallback
              + "}\n---\n";
    }
    for (String app : List.of("web", "api")) {
      all +=
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: %1$s, namespace: shop}
          spec:
            selector: {matchLabels: {app: %1$s}}
            template:
              metadata: {labels: {app: %1$s}}
              spec:
                serviceAccountName: %1$s
                containers:
                - name: c
                  ports: [{name: http, containerPort: 8080}, {name: more, containerPort: 9090}]
                  readinessProbe: {httpGet: {path: /ready, port: http}}
          ---
          apiVersion: v1
          kind: Service
          metadata: {name: %1$s, namespace: shop}
          spec: {selector: {app: %1$s}, ports: [{name: a, port: 8080}, {name: b, port: 9090}]}
          ---
          """
              .formatted(app);
    }
    return all;
  }

  String objects() {
    var all = new ArrayList<String>();
    for (Server it : servers) {
      String labels = it.app().map(app -> "{matchLabels: {app: " + app + "}}").orElse("{}");
      all.add(
          object("v1beta3", "Server", it.name())
              + "  podSelector: "
              + labels
              + "\n  port: "
              + it.port()
              + "\n  proxyProtocol: "
              + it.protocol()
              + "\n  accessPolicy: "
              + it.policy()
              + "\n");
    }
    routes.forEach(it -> all.add(route(it)));
    policies.forEach(it -> all.addAll(policy(it)));
    for (Authorization it : authorizations) {
      String networks = it.inCluster() ? "" : "networks: [{cidr: 0.0.0.0/0}, {cidr: \"::/0\"}], ";
      String who =
          it.anybody()
              ? "unauthenticated: true"
              : "meshTLS: {serviceAccounts: [" + accounts(it.accounts()) + "]}";
      all.add(
          object("v1beta1", "ServerAuthorization", it.name())
              + "  server: {name: "
              + it.server()
              + "}\n  client: {"
              + networks
              + who
              + "}\n");
    }
    return String.join("---\n", all);
  }

  private static String object(String version, String kind, String name) {
    return "apiVersion: policy.linkerd.io/"
        + version
        + "\nkind: "
        + kind
        + "\nmetadata: {name: "
        + name
        + ", namespace: shop}\nspec:\n";
  }

  private static String accounts(List<String> accounts) {
    return accounts.stream()
        .map(it -> it.split("/"))
        .map(it -> "{kind: ServiceAccount, name: " + it[1] + ", namespace: " + it[0] + "}")
        .collect(Collectors.joining(", "))
        .replace("kind: ServiceAccount, ", "");
  }

  private static String route(Route it) {
    String parent =
        it.outbound()
            ? "{group: \"\", kind: Service, name: " + it.parent() + "}"
            : "{group: policy.linkerd.io, kind: Server, name: " + it.parent() + "}";
    String matches =
        it.matches().stream().map(RandomLinkerd::match).collect(Collectors.joining(", "));
    String backends =
        it.outbound()
            ? ", backendRefs: [{name: web, port: 8080, weight: "
                + it.weights().get(0)
                + "}, {name: api, port: 9090, weight: "
                + it.weights().get(1)
                + "}]"
            : "";
    return object("v1beta3", "HTTPRoute", it.name())
        + "  parentRefs: ["
        + parent
        + "]\n  rules: [{matches: ["
        + matches
        + "]"
        + backends
        + "}]\n";
  }

  private static String match(Match it) {
    return "{path: {type: "
        + it.type()
        + ", value: \""
        + it.path()
        + "\"}"
        + it.method().map(method -> ", method: " + method).orElse("")
        + (it.header() ? ", headers: [{name: X, value: \"1\"}]" : "")
        + "}";
  }

  private static List<String> policy(Policy it) {
    var all = new ArrayList<String>();
    var refs = new ArrayList<String>();
    if (!it.accounts().isEmpty()) {
      refs.add(
          "{group: policy.linkerd.io, kind: MeshTLSAuthentication, name: m-" + it.name() + "}");
      String identities =
          it.accounts().stream()
              .map(account -> account.split("/"))
              .map(account ->
                  account[1] + "." + account[0] + ".serviceaccount.identity.linkerd.cluster.local")
              .collect(Collectors.joining(", "));
      all.add(
          object("v1alpha1", "MeshTLSAuthentication", "m-" + it.name())
              + "  identities: ["
              + identities
              + "]\n");
    }
    it.network()
        .ifPresent(network -> {
          refs.add(
              "{group: policy.linkerd.io, kind: NetworkAuthentication, name: n-" + it.name() + "}");
          all.add(
              object("v1alpha1", "NetworkAuthentication", "n-" + it.name())
                  + "  networks: [{cidr: "
                  + network
                  + "}]\n");
        });
    if (it.dangling()) {
      refs.add("{group: policy.linkerd.io, kind: NetworkAuthentication, name: absent}");
    }
    String[] target = it.target().split(" ");
    String ref =
        target.length == 1
            ? "{kind: Namespace, name: shop}"
            : "{group: policy.linkerd.io, kind: " + target[0] + ", name: " + target[1] + "}";
    all.add(
        object("v1alpha1", "AuthorizationPolicy", it.name())
            + "  targetRef: "
            + ref
            + "\n  requiredAuthenticationRefs: ["
            + String.join(", ", refs)
            + "]\n");
    return all;
  }
}
