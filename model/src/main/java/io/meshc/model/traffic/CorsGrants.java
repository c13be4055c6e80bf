package io.meshc.model.traffic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What browsers may do with a server of another origin.
///
/// @param exposed headers of answers that scripts may read
/// @param maxAge for which a browser need not ask again
public record CorsGrants(
    List<String> methods,
    List<String> headers,
    List<String> exposed,
    Optional<Duration> maxAge,
    Optional<Boolean> credentials) {
  public static final CorsGrants NONE =
      new CorsGrants(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

  public CorsGrants {
    methods = List.copyOf(methods);
    headers = List.copyOf(headers);
    exposed = List.copyOf(exposed);
  }
}
