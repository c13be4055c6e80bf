package io.meshc.dialect.envoy.cluster;

import io.meshc.dialect.envoy.Message;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.Optional;

/// Requests by which a proxy finds out whether an endpoint is well.
///
/// @param host of the requests: without it the name of the cluster is sent, which no server knows
public record HealthCheck(
    String timeout, String interval, int unhealthy, int healthy, Optional<String> path, String host)
    implements Message {
  @Override
  public Node.Mapping node() {
    var check =
        Nodes.map()
            .put("timeout", timeout)
            .put("interval", interval)
            .put("unhealthy_threshold", unhealthy)
            .put("healthy_threshold", healthy);
    if (path.isPresent()) {
      check.put("http_health_check", Nodes.map().put("host", host).put("path", path.get()));
    } else {
      check.put("tcp_health_check", Nodes.map());
    }
    return check.build();
  }
}
