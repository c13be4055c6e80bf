package io.meshc.dialect.osm.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import java.util.List;
import java.util.Optional;

/// `policy.openservicemesh.io` Retry: how often the proxies of an account try again.
public record Retry(
    Meta meta, Optional<Subject> source, List<Subject> destinations, Optional<Policy> policy)
    implements Resource {
  public Retry {
    destinations = List.copyOf(destinations);
  }

  /// @param retryOn words of Envoy's, with commas between
  public record Policy(
      Optional<At<String>> retryOn,
      Optional<At<String>> perTryTimeout,
      Optional<At<Integer>> numRetries,
      Optional<At<String>> backoff) {}
}
