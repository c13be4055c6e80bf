package io.meshc.normalize.smi;

import io.meshc.dialect.osm.policy.RateLimit.LocalHttp;
import io.meshc.dialect.osm.policy.RateLimit.LocalTcp;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting;
import io.meshc.model.ServiceName;
import io.meshc.model.match.PlainRegex;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.model.traffic.RateLimit;
import io.meshc.model.traffic.RateLimit.What;
import io.meshc.source.At;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a proxy of Open Service Mesh counts itself: the requests of a Service, or of one path of it, and its connections.
///
/// Source: openservicemesh/osm, pkg/envoy, local rate limits: each proxy has a bucket of `requests + burst`.
final class LocalLimits {
  private static final int TOO_MANY = 429;

  private LocalLimits() {}

  /// @param path absent for all of the Service
  static RateLimit http(
      UpstreamTrafficSetting setting,
      ServiceName service,
      Optional<At<String>> path,
      LocalHttp limit) {
    var headers = new TreeMap<String, String>();
    limit
        .responseHeaders()
        .forEach(it -> {
          String value = it.value().map(At::value).orElse("");
          it.name().ifPresent(name -> headers.put(name.value(), value));
        });
    return limit(
        setting,
        service,
        path.map(it -> pattern(it.value())),
        What.REQUESTS,
        new Amount(limit.requests(), limit.unit(), limit.burst()),
        limit.status().map(At::value).orElse(TOO_MANY),
        headers);
  }

  static RateLimit tcp(UpstreamTrafficSetting setting, ServiceName service, LocalTcp limit) {
    return limit(
        setting,
        service,
        Optional.empty(),
        What.CONNECTIONS,
        new Amount(limit.connections(), limit.unit(), limit.burst()),
        TOO_MANY,
        Map.of());
  }

  private record Amount(
      Optional<At<Integer>> number, Optional<At<String>> unit, Optional<At<Integer>> burst) {}

  private static RateLimit limit(
      UpstreamTrafficSetting setting,
      ServiceName service,
      Optional<TextPattern> path,
      What what,
      Amount amount,
      int status,
      Map<String, String> headers) {
    return new RateLimit(
        setting.meta().id(),
        Control.PLANE,
        service,
        path,
        what,
        amount.number().map(At::value).orElse(0),
        amount.burst().map(At::value).orElse(0),
        unit(amount.unit().map(At::value).orElse("second")),
        status,
        headers,
        amount.number().map(At::origin).orElse(setting.meta().origin()));
  }

  /// As Open Service Mesh reads the paths of routes; what is no expression is the text itself.
  private static TextPattern pattern(String path) {
    return Regex.of(path)
        .<TextPattern>map(it -> PlainRegex.simplest(new TextPattern.FullRegex(it)))
        .orElse(new TextPattern.Exact(path));
  }

  private static Duration unit(String unit) {
    return switch (unit) {
      case "hour" -> Duration.ofHours(1);
      case "minute" -> Duration.ofMinutes(1);
      default -> Duration.ofSeconds(1);
    };
  }
}
