package io.meshc.dialect.istio.routing;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.Gap;
import io.meshc.source.At;
import java.util.List;
import java.util.Optional;

/// @param host the Service, by its full or its short name; absent where it could not be read
/// @param balancing absent for the default
/// @param tls absent where the proxy finds out by itself
public record DestinationRule(
    Meta meta,
    Optional<At<String>> host,
    Optional<At<Balancing>> balancing,
    Optional<At<Tls>> tls,
    List<Gap> gaps)
    implements Resource {

  public DestinationRule {
    gaps = List.copyOf(gaps);
  }

  public enum Balancing {
    UNSPECIFIED,
    LEAST_CONN,
    RANDOM,
    PASSTHROUGH,
    ROUND_ROBIN,
    LEAST_REQUEST
  }

  public enum Tls {
    DISABLE,
    SIMPLE,
    MUTUAL,
    ISTIO_MUTUAL
  }
}
