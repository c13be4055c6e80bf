package io.meshc.dialect.envoy.route;

import io.meshc.dialect.envoy.Message;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.Optional;

/// @param on `5xx,connect-failure`
/// @param attempts beside the first
/// @param perTry absent where each try has all the time
/// @param backOff before the first repetition
/// @param statuses that are tried again, where `on` names them
/// @param elsewhere a repetition goes to another endpoint, if there is one
public record Retry(
    String on,
    int attempts,
    Optional<String> perTry,
    Optional<String> backOff,
    List<Integer> statuses,
    boolean elsewhere)
    implements Message {
  public Retry {
    statuses = List.copyOf(statuses);
  }

  @Override
  public Node.Mapping node() {
    var policy =
        Nodes.map()
            .put("retry_on", on)
            .put("num_retries", attempts)
            .putIfPresent("per_try_timeout", perTry, Nodes::text);
    if (elsewhere) {
      var predicate =
          io.meshc.dialect.envoy.Typed.named(
              "envoy.retry_host_predicates.previous_hosts",
              io.meshc.dialect.envoy.Typed.of(
                  "extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate"));
      policy
          .putList("retry_host_predicate", List.of(predicate))
          .put("host_selection_retry_max_attempts", 5);
    }
    return policy
        .putList("retriable_status_codes", statuses, it -> Nodes.number(it))
        .putIfPresent("retry_back_off", backOff, it -> Nodes.map().put("base_interval", it).build())
        .build();
  }
}
