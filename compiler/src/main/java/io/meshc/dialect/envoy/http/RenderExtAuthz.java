package io.meshc.dialect.envoy.http;

import io.meshc.dialect.envoy.StringMatch;
import io.meshc.dialect.envoy.Typed;
import io.meshc.dialect.envoy.http.HttpFilter.ExtAuthz;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;

/// The question to another service → node.
final class RenderExtAuthz {
  private RenderExtAuthz() {}

  static Nodes config(ExtAuthz it) {
    var config = Typed.of("extensions.filters.http.ext_authz.v3.ExtAuthz");
    switch (it.protocol()) {
      case GRPC ->
          config.put(
              "grpc_service",
              Nodes.map()
                  .put("envoy_grpc", Nodes.map().put("cluster_name", it.cluster()))
                  .put("timeout", it.timeout()));
      case HTTP ->
          config.put(
              "http_service",
              Nodes.map()
                  .put(
                      "server_uri",
                      Nodes.map()
                          .put("uri", "http://" + it.cluster())
                          .put("cluster", it.cluster())
                          .put("timeout", it.timeout())));
    }
    config.put("transport_api_version", "V3").put("failure_mode_allow", it.openOnFailure());
    if (!it.sentHeaders().isEmpty()) {
      config.put("allowed_headers", patterns(it.sentHeaders()));
    }
    return config;
  }

  private static Node.Mapping patterns(List<String> names) {
    return Nodes.map().putList("patterns", names, it -> StringMatch.exact(it).node()).build();
  }
}
