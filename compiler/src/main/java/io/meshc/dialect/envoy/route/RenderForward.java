package io.meshc.dialect.envoy.route;

import io.meshc.dialect.envoy.route.Action.Forward;
import io.meshc.dialect.envoy.route.Action.Hash;
import io.meshc.dialect.envoy.route.Action.Mirror;
import io.meshc.dialect.envoy.route.Action.Rewrite;
import io.meshc.dialect.envoy.route.Action.Weighted;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// A request that goes on → node.
final class RenderForward {
  private RenderForward() {}

  static Node.Mapping node(Forward it) {
    var action = Nodes.map();
    Weighted first = it.clusters().getFirst();
    boolean alone = it.clusters().size() == 1 && first.edits().isNone() && first.host().isEmpty();
    if (alone) {
      action.put("cluster", first.cluster());
    } else {
      action.put(
          "weighted_clusters",
          Nodes.map().putList("clusters", it.clusters(), RenderForward::weighted));
    }
    it.rewrite().ifPresent(rewrite -> rewrite(rewrite, action));
    return action
        .putIfPresent("host_rewrite_literal", it.host(), Nodes::text)
        .put("timeout", it.timeout())
        .putIfPresent("idle_timeout", it.idle(), Nodes::text)
        .putIfPresent("retry_policy", it.retry(), Retry::node)
        .putList("request_mirror_policies", it.mirrors(), RenderForward::mirror)
        .putList("hash_policy", it.hash(), RenderForward::hash)
        .build();
  }

  private static Node.Mapping weighted(Weighted it) {
    var node = Nodes.map().put("name", it.cluster()).put("weight", it.weight());
    it.edits().into(node);
    return node.putIfPresent("host_rewrite_literal", it.host(), Nodes::text).build();
  }

  private static void rewrite(Rewrite rewrite, Nodes action) {
    switch (rewrite) {
      case Rewrite.Prefix(var to) -> action.put("prefix_rewrite", to);
      case Rewrite.Regex(var regex, var to) ->
          action.put(
              "regex_rewrite",
              Nodes.map().put("pattern", Nodes.map().put("regex", regex)).put("substitution", to));
    }
  }

  private static Node.Mapping mirror(Mirror it) {
    return Nodes.map()
        .put("cluster", it.cluster())
        .put("runtime_fraction", it.share().fixed())
        .build();
  }

  private static Node.Mapping hash(Hash it) {
    return switch (it) {
      case Hash.Header(var name) ->
          Nodes.map().put("header", Nodes.map().put("header_name", name)).build();
      case Hash.Cookie(var name, var ttl, var path) ->
          Nodes.map()
              .put(
                  "cookie",
                  Nodes.map()
                      .put("name", name)
                      .putIfPresent("ttl", ttl, Nodes::text)
                      .putIfPresent("path", path, Nodes::text))
              .build();
      case Hash.SourceAddress() ->
          Nodes.map().put("connection_properties", Nodes.map().put("source_ip", true)).build();
      case Hash.Query(var name) ->
          Nodes.map().put("query_parameter", Nodes.map().put("name", name)).build();
    };
  }
}
