package io.meshc.dialect.envoy.bootstrap;

import io.meshc.dialect.envoy.Address;
import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.Typed;
import io.meshc.dialect.envoy.cluster.Cluster;
import io.meshc.dialect.envoy.listener.Listener;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;

/// What an Envoy starts with.
///
/// @param id `workload.namespace`
public record Bootstrap(String id, Address admin, Resources resources) implements Message {
  private static final int CONNECTIONS = 10_000;
  private static final int REGEX_SIZE = 32_768;

  public sealed interface Resources {
    /// All that it ever has.
    record Static(List<Listener> listeners, List<Cluster> clusters) implements Resources {
      public Static {
        listeners = List.copyOf(listeners);
        clusters = List.copyOf(clusters);
      }
    }

    /// Files that say them, and are watched.
    record Discovered(String listenersFile, String clustersFile) implements Resources {}
  }

  @Override
  public Node.Mapping node() {
    var bootstrap =
        Nodes.map()
            .put("node", Nodes.map().put("id", id).put("cluster", id))
            .put("admin", Nodes.map().put("address", admin.node()));
    switch (resources) {
      case Resources.Static(var listeners, var clusters) ->
          bootstrap.put(
              "static_resources",
              Nodes.map()
                  .putList("listeners", listeners, Listener::node)
                  .putList("clusters", clusters, Cluster::node));
      case Resources.Discovered(var listeners, var clusters) ->
          bootstrap.put(
              "dynamic_resources",
              Nodes.map().put("lds_config", source(listeners)).put("cds_config", source(clusters)));
    }
    return bootstrap.put("layered_runtime", runtime()).put("overload_manager", overload()).build();
  }

  private static Nodes source(String file) {
    return Nodes.map()
        .put("path_config_source", Nodes.map().put("path", file))
        .put("resource_api_version", "V3");
  }

  /// Regexes of policies may be long; beyond this an expression is refused.
  private static Nodes runtime() {
    var layer =
        Nodes.map()
            .put("name", "static")
            .put("static_layer", Nodes.map().put("re2.max_program_size.error_level", REGEX_SIZE));
    return Nodes.map().putList("layers", List.of(layer.build()));
  }

  private static Nodes overload() {
    var config =
        Typed.of(
                "extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig")
            .put("max_active_downstream_connections", CONNECTIONS);
    return Nodes.map()
        .putList(
            "resource_monitors",
            List.of(
                Typed.named("envoy.resource_monitors.global_downstream_max_connections", config)));
  }
}
