package io.meshc.dialect.envoy.cluster;

import io.meshc.dialect.envoy.Message;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.Optional;

/// When an endpoint that fails is left out for a time.
///
/// @param consecutive5xx 0 to ignore them
/// @param gatewayErrors likewise
/// @param localOrigin failures of the connection itself, where they are counted apart
public record Outlier(
    Optional<Integer> consecutive5xx,
    Optional<Integer> gatewayErrors,
    Optional<Integer> localOrigin,
    Optional<String> interval,
    Optional<String> ejection,
    Optional<Integer> maxPercent)
    implements Message {
  @Override
  public Node.Mapping node() {
    var node = Nodes.map();
    consecutive(node, "consecutive_5xx", "enforcing_consecutive_5xx", consecutive5xx);
    node.putIfPresent("interval", interval, Nodes::text)
        .putIfPresent("base_ejection_time", ejection, Nodes::text)
        .putNumber("max_ejection_percent", maxPercent)
        .put("enforcing_success_rate", 0);
    gatewayErrors
        .filter(it -> it > 0)
        .ifPresent(it ->
            node.put("consecutive_gateway_failure", it)
                .put("enforcing_consecutive_gateway_failure", 100));
    localOrigin.ifPresent(it ->
        node.put("split_external_local_origin_errors", true)
            .put("consecutive_local_origin_failure", it)
            .put("enforcing_consecutive_local_origin_failure", it > 0 ? 100 : 0));
    return node.build();
  }

  private static void consecutive(
      Nodes node, String count, String enforced, Optional<Integer> errors) {
    if (errors.isEmpty()) {
      return;
    }
    if (errors.get() > 0) {
      node.put(count, errors.get());
    } else {
      node.put(enforced, 0);
    }
  }
}
