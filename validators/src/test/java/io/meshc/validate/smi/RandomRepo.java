package io.meshc.validate.smi;

import static io.meshc.validate.smi.Yaml.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/// A small repo: two namespaces with the same workloads each time, and policies at random, with what people get wrong in them.
final class RandomRepo {
  private static final List<String> VERSIONS =
      List.of("v1alpha1", "v1alpha2", "v1alpha3", "v1alpha4");
  private static final List<String> NAMESPACES = List.of("a", "b");
  private static final List<String> ACCOUNTS = List.of("web", "api", "new");
  private static final List<String> SERVERS = List.of("api", "api", "api", "new", "web");
  private static final List<String> CLIENTS = List.of("web", "web", "web", "api", "new");

  /// Most things happen in one of them, so that they meet.
  private static final List<String> PLACES = List.of("a", "a", "a", "b");

  private static final List<String> GROUPS = List.of("g", "h", "missing");
  private static final List<String> NAMES = List.of("one", "two", "three");
  private static final List<String> SERVICES = List.of("api", "old", "new", "missing");
  private static final List<String> PATHS =
      List.of("/a", "/a.*", "/a$", "^/b", ".*", "/[ab]", "/a|/b", "", "/a(/.*)?", "(", "/b/.+");

  private final Random random;
  private final boolean osm;
  private final List<Map<String, Object>> documents = new ArrayList<>();

  private RandomRepo(long seed, boolean osm) {
    this.random = new Random(seed);
    this.osm = osm;
  }

  /// @param osm with the signs of Open Service Mesh, and mostly in the versions that it serves
  static List<Map<String, Object>> of(long seed, boolean osm) {
    var repo = new RandomRepo(seed, osm);
    repo.workloads();
    repo.policies();
    return List.copyOf(repo.documents);
  }

  private void workloads() {
    if (osm) {
      add("config.openservicemesh.io/v1alpha2", "MeshConfig", "osm-system", "osm-mesh-config");
    }
    for (String namespace : NAMESPACES) {
      Map<String, Object> meta = map("name", namespace);
      if (osm) {
        meta.put("labels", map("openservicemesh.io/monitored-by", "osm"));
        meta.put("annotations", map("openservicemesh.io/sidecar-injection", "enabled"));
      }
      documents.add(map("apiVersion", "v1", "kind", "Namespace", "metadata", meta));
      workload(namespace, "web", "web", map("app", "web"), 1);
      workload(namespace, "old", "api", map("app", "api", "version", "old"), 3);
      workload(namespace, "new", "new", map("app", "api", "version", "new"), 1);
      workload(namespace, "job", "api", map("app", "job"), 1);
      service(namespace, "api", map("app", "api"), List.of(80, 81, 90));
      service(namespace, "old", map("app", "api", "version", "old"), List.of(80, 90));
      service(namespace, "new", map("app", "api", "version", "new"), List.of(80, 81));
    }
    // speaks of both namespaces, so that both are in the mesh, and grants nothing
    add("access.smi-spec.io/v1alpha3", "TrafficTarget", "a", "fence")
        .put(
            "spec",
            map(
                "destination", map("kind", "ServiceAccount", "name", "none", "namespace", "a"),
                "sources",
                    List.of(map("kind", "ServiceAccount", "name", "none", "namespace", "b"))));
  }

  private void workload(
      String namespace, String name, String account, Map<String, Object> labels, int replicas) {
    Map<String, Object> template =
        map(
            "metadata", map("labels", labels),
            "spec", map("serviceAccountName", account, "containers", List.of()));
    add("apps/v1", "Deployment", namespace, name)
        .put(
            "spec",
            map(
                "replicas",
                replicas,
                "selector",
                map("matchLabels", labels),
                "template",
                template));
  }

  /// Port 90 is read as TCP, the others as HTTP; each leads to 8000 and its number.
  private void service(
      String namespace, String name, Map<String, Object> selector, List<Integer> ports) {
    List<Map<String, Object>> all =
        ports.stream()
            .map(it ->
                map(
                    "name", (it == 90 ? "tcp-" : "http-") + it,
                    "port", it,
                    "targetPort", 8000 + it))
            .toList();
    add("v1", "Service", namespace, name).put("spec", map("selector", selector, "ports", all));
  }

  private void policies() {
    for (String namespace : NAMESPACES) {
      for (String name : GROUPS.subList(0, 2)) {
        group(namespace, name);
        tcp(namespace, name);
      }
      add("specs.smi-spec.io/v1alpha4", "UDPRoute", namespace, "g");
      if (!osm) {
        binding(namespace, "one");
        binding(namespace, "two");
      }
    }
    for (int i = random.nextInt(6); i >= 0; i--) {
      target("t" + i);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      split("s" + i);
    }
  }

  private void group(String namespace, String name) {
    String version = mostly("v1alpha4");
    List<Map<String, Object>> matches = some(() -> match(version), 4);
    Map<String, Object> group =
        add("specs.smi-spec.io/" + version, "HTTPRouteGroup", namespace, name);
    if (version.equals("v1alpha1") || version.equals("v1alpha2")) {
      group.put("matches", matches);
    } else {
      group.put("spec", map("matches", matches));
    }
  }

  private Map<String, Object> match(String version) {
    Map<String, Object> match = map("name", pick(NAMES));
    if (random.nextInt(4) > 0) {
      match.put("pathRegex", pick(PATHS));
    }
    if (random.nextBoolean()) {
      match.put("methods", some(() -> pick(List.of("GET", "POST", "*")), 3));
    }
    if (!version.equals("v1alpha1") && random.nextInt(3) == 0) {
      match.put("headers", headers());
    }
    return match;
  }

  /// The one form or the other; a header may stand twice in the second.
  private Object headers() {
    Supplier<String> regex = () -> pick(List.of("one", "o.*", ".*", "two|three"));
    return random.nextBoolean()
        ? map("x", regex.get(), "Y", random.nextBoolean() ? regex.get() : null)
        : some(() -> map(pick(List.of("x", "Y")), regex.get()), 3);
  }

  private void tcp(String namespace, String name) {
    String version = mostly("v1alpha4");
    Map<String, Object> route = add("specs.smi-spec.io/" + version, "TCPRoute", namespace, name);
    if (version.equals("v1alpha4")) {
      int base = osm ? 8000 : 0;
      List<Integer> ports = some(() -> base + pick(List.of(80, 81, 90)), 3);
      route.put("spec", random.nextInt(4) == 0 ? map() : map("matches", map("ports", ports)));
    } else if (version.equals("v1alpha3")) {
      route.put("spec", map());
    }
  }

  private void binding(String namespace, String name) {
    List<String> identities =
        some(
            () ->
                pick(List.of("", "spiffe://"))
                    + "cluster.local/ns/"
                    + pick(NAMESPACES)
                    + "/sa/"
                    + pick(ACCOUNTS),
            2);
    Map<String, Object> schemes =
        switch (random.nextInt(4)) {
          case 0 -> map("serviceAccount", pick(ACCOUNTS));
          case 1 ->
              map(
                  "podLabelSelector",
                  map("matchLabels", map("app", pick(List.of("web", "api", "job", "x")))));
          case 2 ->
              map(
                  "podLabelSelector",
                  map("matchLabels", map("app", "api", "version", pick(List.of("old", "new")))));
          default ->
              map(
                  "serviceAccount",
                  pick(ACCOUNTS),
                  "spiffeIdentities",
                  identities.isEmpty() ? null : identities);
        };
    add("access.smi-spec.io/v1alpha4", "IdentityBinding", namespace, name)
        .put("spec", map("schemes", schemes));
  }

  private void target(String name) {
    String version = mostly("v1alpha3");
    String namespace = pick(PLACES);
    Map<String, Object> fields = map("destination", subject(version, osm ? 8 : 2, namespace, true));
    fields.put(version.equals("v1alpha1") ? "specs" : "rules", some(this::rule, 4));
    List<Map<String, Object>> sources = some(() -> subject(version, 3, namespace, false), 3);
    fields.put(
        "sources",
        osm && sources.isEmpty() ? List.of(subject(version, 2, namespace, false)) : sources);
    Map<String, Object> target =
        add("access.smi-spec.io/" + version, "TrafficTarget", namespace, name);
    if (version.equals("v1alpha1")) {
      target.putAll(fields);
    } else {
      target.put("spec", fields);
    }
  }

  private Map<String, Object> subject(
      String version, int here, String namespace, boolean destination) {
    boolean bound = version.equals("v1alpha4") && random.nextBoolean();
    String written = random.nextInt(here) > 0 ? namespace : pick(PLACES);
    Map<String, Object> subject =
        map(
            "kind", bound ? "IdentityBinding" : "ServiceAccount",
            "name",
                bound
                    ? pick(List.of("one", "two", "missing"))
                    : pick(destination ? SERVERS : CLIENTS),
            "namespace", random.nextInt(osm ? 18 : 6) > 0 ? written : null);
    boolean ports = version.equals("v1alpha1") || version.equals("v1alpha2");
    if (ports && random.nextInt(destination ? 3 : 12) == 0) {
      subject.put("port", random.nextBoolean() ? (Object) 80 : "81");
    }
    return subject;
  }

  private Map<String, Object> rule() {
    String kind =
        pick(
            List.of(
                "HTTPRouteGroup",
                "HTTPRouteGroup",
                "HTTPRouteGroup",
                "TCPRoute",
                "TCPRoute",
                "UDPRoute"));
    if (osm && kind.equals("UDPRoute") && random.nextBoolean()) {
      kind = "HTTPRouteGroup";
    }
    Map<String, Object> rule =
        map("kind", kind, "name", random.nextInt(10) > 0 ? pick(GROUPS.subList(0, 2)) : "missing");
    if (kind.equals("HTTPRouteGroup") && random.nextInt(4) > 0) {
      rule.put("matches", some(() -> pick(NAMES), 4));
    }
    return rule;
  }

  private void split(String name) {
    String version = mostly("v1alpha2");
    String namespace = pick(PLACES);
    List<Map<String, Object>> backends =
        some(() -> map("service", pick(SERVICES), "weight", weight(version)), 4);
    String suffix = pick(List.of("", "." + namespace, "." + namespace + ".svc.cluster.local"));
    Map<String, Object> spec = map("service", pick(List.of("api", "api", "new")) + suffix);
    spec.put("backends", backends);
    if ((version.equals("v1alpha3") || version.equals("v1alpha4")) && random.nextBoolean()) {
      spec.put("matches", some(() -> map("kind", "HTTPRouteGroup", "name", pick(GROUPS)), 3));
    }
    add("split.smi-spec.io/" + version, "TrafficSplit", namespace, name).put("spec", spec);
  }

  private Object weight(String version) {
    return version.equals("v1alpha1")
        ? pick(List.<Object>of(0, 1, "500m", "0.25", "1k", "2e3"))
        : pick(List.<Object>of(0, 1, 3, 100));
  }

  private Map<String, Object> add(String apiVersion, String kind, String namespace, String name) {
    Map<String, Object> document =
        map(
            "apiVersion", apiVersion,
            "kind", kind,
            "metadata", map("name", name, "namespace", namespace));
    documents.add(document);
    return document;
  }

  /// Open Service Mesh serves one version of each kind.
  private String mostly(String served) {
    return osm && random.nextInt(10) > 0 ? served : pick(VERSIONS);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private <T> List<T> some(Supplier<T> of, int below) {
    var result = new ArrayList<T>();
    for (int i = random.nextInt(below); i > 0; i--) {
      result.add(of.get());
    }
    return result;
  }
}
