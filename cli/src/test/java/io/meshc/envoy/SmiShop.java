package io.meshc.envoy;

import static io.meshc.envoy.RandomShop.TCP_TARGET;
import static io.meshc.envoy.RandomShop.WORKLOADS;
import static io.meshc.envoy.RandomShop.at;
import static io.meshc.envoy.RandomShop.host;
import static io.meshc.envoy.RandomShop.name;
import static io.meshc.envoy.RandomShop.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Policies and splits of SMI, in a mesh of Open Service Mesh, and some of what that says in kinds of its own.
final class SmiShop {
  private static final List<String> PATHS =
      List.of("/a", "/a/.*", ".*", "/a/b", "/(a|ab)(/.*)?", ".*b", "/[ab]", "/");
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "*");
  private static final List<String> VALUES = List.of("1", "one", "o.*", ".*ne", "[0-9]+");

  private final Draw draw;
  private final Consumer<String> out;
  private int count;

  SmiShop(Draw draw, Consumer<String> out) {
    this.draw = draw;
    this.out = out;
  }

  void draw() {
    out.accept(
        "apiVersion: config.openservicemesh.io/v1alpha2\nkind: MeshConfig\n"
            + at("osm-mesh-config", "osm-system")
            + "\nspec: {traffic: {enablePermissiveTrafficPolicyMode: "
            + draw.oneIn(6)
            + "}}");
    for (String namespace : List.of("north", "south")) {
      routes(namespace);
    }
    draw.times(2, 5, this::target);
    // A backend that has a split of its own is no backend.
    WORKLOADS.stream()
        .filter(it -> namespace(it).equals(draw.any("north", "south", "west")))
        .map(RandomShop::namespace)
        .distinct()
        .forEach(it ->
            split(draw.any(WORKLOADS.stream().filter(of -> namespace(of).equals(it)).toList())));
    WORKLOADS.stream().filter(_ -> draw.oneIn(4)).forEach(this::setting);
  }

  private void routes(String namespace) {
    for (String name : List.of("routes", "others")) {
      var matches = new StringBuilder();
      for (int i = 0; i < 3; i++) {
        matches.append("  - {name: m").append(i).append(match()).append("}\n");
      }
      out.accept(
          "apiVersion: specs.smi-spec.io/v1alpha4\nkind: HTTPRouteGroup\n"
              + at(name, namespace)
              + "\nspec:\n  matches:\n"
              + matches);
    }
    out.accept(
        "apiVersion: specs.smi-spec.io/v1alpha4\nkind: TCPRoute\n"
            + at("ports", namespace)
            + "\nspec: {matches: {ports: ["
            + TCP_TARGET
            + "]}}");
  }

  private String match() {
    var parts = new StringBuilder();
    if (!draw.oneIn(3)) {
      parts.append(", pathRegex: \"").append(draw.any(PATHS)).append('"');
    }
    parts.append(", methods: ").append(draw.some(() -> draw.any(METHODS)));
    if (draw.oneIn(3)) {
      String name = draw.any("x-one", "x-two");
      parts.append(", headers: [{").append(name).append(": \"").append(draw.any(VALUES));
      parts.append("\"}]");
    }
    return parts.toString();
  }

  private void target() {
    String to = draw.any(WORKLOADS);
    var sources = new ArrayList<String>();
    draw.times(1, 3, () -> sources.add(account(draw.any(WORKLOADS))));
    var rules = new ArrayList<String>();
    if (!draw.oneIn(4)) {
      String matches = ", matches: " + draw.some(() -> "m" + draw.between(0, 2));
      String group = draw.any("routes", "others");
      rules.add("{kind: HTTPRouteGroup, name: " + group + draw.maybe(matches) + "}");
    }
    if (rules.isEmpty() || draw.maybe()) {
      rules.add("{kind: TCPRoute, name: ports}");
    }
    out.accept(
        "apiVersion: access.smi-spec.io/v1alpha3\nkind: TrafficTarget\n"
            + at("t" + count++, namespace(to))
            + "\nspec:\n  destination: "
            + account(to)
            + "\n  sources: ["
            + String.join(", ", sources.stream().distinct().toList())
            + "]\n  rules: ["
            + String.join(", ", rules)
            + "]");
  }

  private static String account(String workload) {
    return "{kind: ServiceAccount, name: "
        + name(workload)
        + ", namespace: "
        + namespace(workload)
        + "}";
  }

  private void split(String root) {
    var backends = new ArrayList<String>();
    for (String it : WORKLOADS) {
      if (namespace(it).equals(namespace(root))) {
        int weight = draw.oneIn(5) && !backends.isEmpty() ? 0 : 10 * draw.between(1, 9);
        backends.add("{service: " + name(it) + ", weight: " + weight + "}");
      }
    }
    out.accept(
        "apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\n"
            + at(name(root), namespace(root))
            + "\nspec: {service: "
            + name(root)
            + ", backends: ["
            + String.join(", ", backends)
            + "]}");
  }

  /// Far more than is sent: that a limit is there changes no verdict.
  private void setting(String workload) {
    out.accept(
        "apiVersion: policy.openservicemesh.io/v1alpha1\nkind: UpstreamTrafficSetting\n"
            + at(name(workload), namespace(workload))
            + "\nspec: {host: "
            + host(workload)
            + ", rateLimit: {local: {http: {requests: 100000, unit: minute}}}}");
  }
}
