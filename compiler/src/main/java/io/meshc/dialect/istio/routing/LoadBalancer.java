package io.meshc.dialect.istio.routing;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// @param warmupDurationSecs out of use, for `warmup`
public record LoadBalancer(
    Optional<At<Balancing>> simple,
    Optional<ConsistentHash> consistentHash,
    Optional<Locality> localityLbSetting,
    Optional<ZoneAware> zoneAwareLbSetting,
    Optional<At<String>> warmupDurationSecs,
    Optional<Warmup> warmup,
    Origin origin) {

  public static LoadBalancer of(At<Balancing> simple) {
    return new LoadBalancer(
        Optional.of(simple),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        simple.origin());
  }

  public enum Balancing {
    UNSPECIFIED,
    LEAST_CONN,
    RANDOM,
    PASSTHROUGH,
    ROUND_ROBIN,
    LEAST_REQUEST
  }

  public record ConsistentHash(
      Optional<At<String>> httpHeaderName,
      Optional<Cookie> httpCookie,
      Optional<At<Boolean>> useSourceIp,
      Optional<At<String>> httpQueryParameterName,
      Optional<RingHash> ringHash,
      Optional<Maglev> maglev,
      Optional<At<Long>> minimumRingSize,
      Origin origin) {}

  public record Cookie(
      Optional<At<String>> name,
      Optional<At<String>> path,
      Optional<At<String>> ttl,
      List<CookieAttribute> attributes,
      Origin origin) {
    public Cookie {
      attributes = List.copyOf(attributes);
    }
  }

  public record CookieAttribute(
      Optional<At<String>> name, Optional<At<String>> value, Origin origin) {}

  public record RingHash(Optional<At<Long>> minimumRingSize, Origin origin) {}

  public record Maglev(Optional<At<Long>> tableSize, Origin origin) {}

  public record Locality(
      List<Distribute> distribute,
      List<Failover> failover,
      List<At<String>> failoverPriority,
      Optional<At<Boolean>> enabled,
      Origin origin) {
    public Locality {
      distribute = List.copyOf(distribute);
      failover = List.copyOf(failover);
      failoverPriority = List.copyOf(failoverPriority);
    }
  }

  /// @param to weights by locality
  public record Distribute(Optional<At<String>> from, Map<String, At<Long>> to, Origin origin) {
    public Distribute {
      to = Map.copyOf(to);
    }
  }

  public record Failover(Optional<At<String>> from, Optional<At<String>> to, Origin origin) {}

  public record ZoneAware(
      List<Failover> failover,
      List<At<String>> failoverPriority,
      Optional<At<Boolean>> enabled,
      Optional<At<Long>> minClusterSize,
      Origin origin) {
    public ZoneAware {
      failover = List.copyOf(failover);
      failoverPriority = List.copyOf(failoverPriority);
    }
  }

  public record Warmup(
      Optional<At<String>> duration,
      Optional<At<BigDecimal>> minimumPercent,
      Optional<At<BigDecimal>> aggression,
      Origin origin) {}
}
