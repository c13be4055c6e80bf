package io.meshc.validate.smi;

import static io.meshc.validate.smi.Yaml.list;
import static io.meshc.validate.smi.Yaml.text;

import io.meshc.validate.smi.World.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Access as Open Service Mesh programs it in SMI mode (`pkg/catalog`, `pkg/envoy` after v1.2): a network filter that asks for
/// clients and ports, and one route for each match, of which the first decides.
final class ByOpenServiceMesh extends Reading {
  private static final Map<String, String> SERVED =
      Map.of(
          "TrafficTarget", "v1alpha3",
          "HTTPRouteGroup", "v1alpha4",
          "TCPRoute", "v1alpha4",
          "TrafficSplit", "v1alpha2");

  ByOpenServiceMesh(List<Map<String, Object>> documents) {
    super(new World(documents));
  }

  @Override
  Optional<Boolean> wholePaths() {
    return Optional.of(true);
  }

  @Override
  boolean serves(Object document) {
    return World.version(document).equals(SERVED.get(text(document, "kind")));
  }

  /// A client gets the endpoints of accounts that some TrafficTarget lets it call, whatever its rules are.
  @Override
  boolean knows(Workload workload, Asked asked) {
    return targets(workload).stream().anyMatch(it -> names(it, asked));
  }

  /// The filter alone guards a TCP port. Where a TrafficTarget has routes, SMI grants no TCP, so there it is in doubt.
  @Override
  boolean letsIn(Workload workload, Asked asked, boolean http, boolean doubts) {
    List<Map<String, Object>> naming =
        targets(workload).stream().filter(it -> names(it, asked)).toList();
    int port = 8000 + asked.port();
    if (!http) {
      return naming.stream()
          .filter(it -> doubts || rules(it, "HTTPRouteGroup").isEmpty())
          .anyMatch(it -> opens(it, port));
    }
    return naming.stream().anyMatch(it -> opens(it, port))
        && isRouted(targets(workload), asked, doubts);
  }

  /// The one version that it serves, in the namespace of its destination, with rules of the two kinds that it knows.
  private List<Map<String, Object>> targets(Workload workload) {
    return world.all("TrafficTarget").stream()
        .filter(this::serves)
        .filter(it ->
            text(it, "spec", "destination", "namespace").equals(text(it, "metadata", "namespace")))
        .filter(it -> !rules(it, "").isEmpty() && rules(it, "UDPRoute").isEmpty())
        .filter(it -> text(it, "metadata", "namespace").equals(workload.namespace()))
        .filter(it -> text(it, "spec", "destination", "name").equals(workload.account()))
        .toList();
  }

  private static boolean names(Object target, Asked asked) {
    return sources(target).contains(asked.fromNamespace() + "/" + asked.fromAccount());
  }

  private static Set<String> sources(Object target) {
    var names = new TreeSet<String>();
    list(target, "spec", "sources")
        .forEach(it -> names.add(text(it, "namespace") + "/" + text(it, "name")));
    return names;
  }

  /// Without a TCPRoute any port; one that is missing takes the TrafficTarget out of the filter.
  private boolean opens(Object target, int port) {
    String namespace = text(target, "metadata", "namespace");
    List<Optional<Map<String, Object>>> routes =
        rules(target, "TCPRoute").stream()
            .map(it -> world.find("TCPRoute", namespace, text(it, "name")).filter(this::serves))
            .toList();
    return routes.isEmpty()
        || (routes.stream().allMatch(Optional::isPresent)
            && routes.stream()
                .map(it -> list(it.orElseThrow(), "spec", "matches", "ports"))
                .anyMatch(it -> it.isEmpty() || it.contains(port)));
  }

  /// Equal matches make one route. Whichever route comes first has to let the client in.
  private boolean isRouted(List<Map<String, Object>> targets, Asked asked, boolean doubts) {
    var routes = new LinkedHashMap<List<Object>, Set<String>>();
    var matches = new LinkedHashMap<List<Object>, Object>();
    for (Object target : targets) {
      String namespace = text(target, "metadata", "namespace");
      for (Object rule : rules(target, "HTTPRouteGroup")) {
        for (Object match : matches(namespace, text(rule, "name"))) {
          if (list(rule, "matches").contains(text(match, "name"))) {
            routes.computeIfAbsent(key(match), _ -> new TreeSet<>()).addAll(sources(target));
            matches.putIfAbsent(key(match), match);
          }
        }
      }
    }
    String client = asked.fromNamespace() + "/" + asked.fromAccount();
    boolean letIn = false;
    boolean refused = false;
    for (var route : routes.entrySet()) {
      boolean own = route.getValue().contains(client);
      boolean covers =
          covers(Objects.requireNonNull(matches.get(route.getKey())), asked, true, own == doubts);
      letIn |= covers && own;
      refused |= covers && !own;
    }
    return letIn && (doubts || !refused);
  }

  private List<Object> key(Object match) {
    String path = text(match, "pathRegex");
    List<?> methods = list(match, "methods").stream().distinct().toList();
    boolean any = methods.isEmpty() || methods.contains("*");
    return List.of(path.isEmpty() ? ".*" : path, any ? List.of("*") : methods, headers(match));
  }
}
