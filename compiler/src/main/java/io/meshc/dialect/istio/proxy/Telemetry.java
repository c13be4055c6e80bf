package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.security.TargetRef;
import io.meshc.dialect.istio.security.WorkloadSelector;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// @param origin of `spec`
public record Telemetry(
    Meta meta,
    Optional<WorkloadSelector> selector,
    Optional<TargetRef> targetRef,
    List<TargetRef> targetRefs,
    List<Tracing> tracing,
    List<Metrics> metrics,
    List<AccessLogging> accessLogging,
    Origin origin)
    implements Resource {
  public Telemetry {
    targetRefs = List.copyOf(targetRefs);
    tracing = List.copyOf(tracing);
    metrics = List.copyOf(metrics);
    accessLogging = List.copyOf(accessLogging);
  }

  public enum Mode {
    CLIENT_AND_SERVER,
    CLIENT,
    SERVER
  }

  public enum Operation {
    UPSERT,
    REMOVE
  }

  public enum Metric {
    ALL_METRICS,
    REQUEST_COUNT,
    REQUEST_DURATION,
    REQUEST_SIZE,
    RESPONSE_SIZE,
    TCP_OPENED_CONNECTIONS,
    TCP_CLOSED_CONNECTIONS,
    TCP_SENT_BYTES,
    TCP_RECEIVED_BYTES,
    GRPC_REQUEST_MESSAGES,
    GRPC_RESPONSE_MESSAGES
  }

  public record Tracing(
      Optional<Selector> match,
      List<Provider> providers,
      Optional<At<BigDecimal>> randomSamplingPercentage,
      Optional<At<Boolean>> disableSpanReporting,
      Optional<At<Boolean>> disableContextPropagation,
      Map<String, CustomTag> customTags,
      Optional<At<Boolean>> enableIstioTags,
      Optional<At<Boolean>> useRequestIdForTraceSampling,
      Origin origin) {
    public Tracing {
      providers = List.copyOf(providers);
      customTags = Map.copyOf(customTags);
    }
  }

  /// One of four.
  public record CustomTag(
      Optional<Text> literal,
      Optional<Named> environment,
      Optional<Named> header,
      Optional<Text> formatter,
      Origin origin) {}

  public record Text(Optional<At<String>> value, Origin origin) {}

  /// The value of an environment variable or of a header.
  public record Named(
      Optional<At<String>> name, Optional<At<String>> defaultValue, Origin origin) {}

  public record Metrics(
      List<Provider> providers,
      List<MetricsOverride> overrides,
      Optional<At<String>> reportingInterval,
      Origin origin) {
    public Metrics {
      providers = List.copyOf(providers);
      overrides = List.copyOf(overrides);
    }
  }

  public record MetricsOverride(
      Optional<MetricSelector> match,
      Optional<At<Boolean>> disabled,
      Map<String, TagOverride> tagOverrides,
      Origin origin) {
    public MetricsOverride {
      tagOverrides = Map.copyOf(tagOverrides);
    }
  }

  /// One metric or all of them.
  public record MetricSelector(
      Optional<At<Metric>> metric,
      Optional<At<String>> customMetric,
      Optional<At<Mode>> mode,
      Origin origin) {}

  /// @param operation absent for UPSERT
  public record TagOverride(
      Optional<At<Operation>> operation, Optional<At<String>> value, Origin origin) {}

  public record AccessLogging(
      Optional<Selector> match,
      List<Provider> providers,
      Optional<At<Boolean>> disabled,
      Optional<Filter> filter,
      Origin origin) {
    public AccessLogging {
      providers = List.copyOf(providers);
    }
  }

  /// @param expression CEL over the attributes of Envoy
  public record Filter(Optional<At<String>> expression, Origin origin) {}

  public record Selector(Optional<At<Mode>> mode, Origin origin) {}

  public record Provider(Optional<At<String>> name, Origin origin) {}
}
