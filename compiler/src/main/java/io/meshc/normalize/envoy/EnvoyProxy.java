package io.meshc.normalize.envoy;

import io.meshc.model.Identity;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One proxy and all that it is told.
///
/// @param identity where somebody knows it beside the configuration; else the certificates that it names say it
/// @param routes route configurations that listeners name
/// @param endpoints by cluster
public record EnvoyProxy(
    String namespace,
    String name,
    Optional<Identity> identity,
    List<Tree> listeners,
    Map<String, Tree> routes,
    Map<String, Tree> clusters,
    Map<String, Tree> endpoints) {
  public EnvoyProxy {
    listeners = List.copyOf(listeners);
    routes = Map.copyOf(routes);
    clusters = Map.copyOf(clusters);
    endpoints = Map.copyOf(endpoints);
  }

  /// @param root a bootstrap, or `listeners`, `routes`, `clusters` and `endpoints` as a control plane sends them
  /// @param file for origins
  public static EnvoyProxy of(
      String namespace, String name, Optional<Identity> identity, Node.Mapping root, String file) {
    Tree whole = Tree.of(root, Origin.file(file));
    Tree bootstrap = whole.at("static_resources");
    var listeners = new ArrayList<>(whole.each("listeners"));
    listeners.addAll(bootstrap.each("listeners"));
    var clusters = new HashMap<>(named(whole.each("clusters"), "name"));
    clusters.putAll(named(bootstrap.each("clusters"), "name"));
    var endpoints = new HashMap<>(named(whole.each("endpoints"), "cluster_name"));
    clusters.forEach((cluster, it) -> {
      if (it.has("load_assignment")) {
        endpoints.put(cluster, it.at("load_assignment"));
      }
    });
    return new EnvoyProxy(
        namespace,
        name,
        identity,
        listeners,
        named(whole.each("routes"), "name"),
        clusters,
        endpoints);
  }

  private static Map<String, Tree> named(List<Tree> all, String key) {
    var named = new HashMap<String, Tree>();
    all.forEach(it -> named.put(it.text(key), it));
    return named;
  }

  ResourceId id() {
    return new ResourceId("envoy", "Proxy", namespace, name);
  }

  String label() {
    return namespace + "/" + name;
  }
}
