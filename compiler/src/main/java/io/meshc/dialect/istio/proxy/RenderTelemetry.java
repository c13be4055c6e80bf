package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.proxy.Telemetry.AccessLogging;
import io.meshc.dialect.istio.proxy.Telemetry.CustomTag;
import io.meshc.dialect.istio.proxy.Telemetry.Filter;
import io.meshc.dialect.istio.proxy.Telemetry.MetricSelector;
import io.meshc.dialect.istio.proxy.Telemetry.Metrics;
import io.meshc.dialect.istio.proxy.Telemetry.MetricsOverride;
import io.meshc.dialect.istio.proxy.Telemetry.Named;
import io.meshc.dialect.istio.proxy.Telemetry.Provider;
import io.meshc.dialect.istio.proxy.Telemetry.Selector;
import io.meshc.dialect.istio.proxy.Telemetry.TagOverride;
import io.meshc.dialect.istio.proxy.Telemetry.Text;
import io.meshc.dialect.istio.proxy.Telemetry.Tracing;
import io.meshc.dialect.istio.security.RenderTargets;
import io.meshc.yaml.Node;

/// Telemetry → node, in version v1.
public final class RenderTelemetry {
  private RenderTelemetry() {}

  public static Node.Mapping render(Telemetry it) {
    Node.Mapping spec =
        new Branch()
            .object("selector", it.selector(), RenderTargets::workloadSelector)
            .object("targetRef", it.targetRef(), RenderTargets::targetRef)
            .objects("targetRefs", it.targetRefs(), RenderTargets::targetRef)
            .objects("tracing", it.tracing(), RenderTelemetry::tracing)
            .objects("metrics", it.metrics(), RenderTelemetry::metrics)
            .objects("accessLogging", it.accessLogging(), RenderTelemetry::accessLogging)
            .node();
    return Branch.object("telemetry.istio.io/v1", it.meta(), spec);
  }

  private static Node.Mapping tracing(Tracing it) {
    return new Branch()
        .object("match", it.match(), RenderTelemetry::selector)
        .objects("providers", it.providers(), RenderTelemetry::provider)
        .number("randomSamplingPercentage", it.randomSamplingPercentage())
        .flag("disableSpanReporting", it.disableSpanReporting())
        .flag("disableContextPropagation", it.disableContextPropagation())
        .objects("customTags", it.customTags(), RenderTelemetry::customTag)
        .flag("enableIstioTags", it.enableIstioTags())
        .flag("useRequestIdForTraceSampling", it.useRequestIdForTraceSampling())
        .node();
  }

  private static Node.Mapping customTag(CustomTag it) {
    return new Branch()
        .object("literal", it.literal(), RenderTelemetry::text)
        .object("environment", it.environment(), RenderTelemetry::named)
        .object("header", it.header(), RenderTelemetry::named)
        .object("formatter", it.formatter(), RenderTelemetry::text)
        .node();
  }

  private static Node.Mapping text(Text it) {
    return new Branch().text("value", it.value()).node();
  }

  private static Node.Mapping named(Named it) {
    return new Branch().text("name", it.name()).text("defaultValue", it.defaultValue()).node();
  }

  private static Node.Mapping metrics(Metrics it) {
    return new Branch()
        .objects("providers", it.providers(), RenderTelemetry::provider)
        .objects("overrides", it.overrides(), RenderTelemetry::metricsOverride)
        .text("reportingInterval", it.reportingInterval())
        .node();
  }

  private static Node.Mapping metricsOverride(MetricsOverride it) {
    return new Branch()
        .object("match", it.match(), RenderTelemetry::metricSelector)
        .flag("disabled", it.disabled())
        .objects("tagOverrides", it.tagOverrides(), RenderTelemetry::tagOverride)
        .node();
  }

  private static Node.Mapping metricSelector(MetricSelector it) {
    return new Branch()
        .text("metric", it.metric())
        .text("customMetric", it.customMetric())
        .text("mode", it.mode())
        .node();
  }

  private static Node.Mapping tagOverride(TagOverride it) {
    return new Branch().text("operation", it.operation()).text("value", it.value()).node();
  }

  private static Node.Mapping accessLogging(AccessLogging it) {
    return new Branch()
        .object("match", it.match(), RenderTelemetry::selector)
        .objects("providers", it.providers(), RenderTelemetry::provider)
        .flag("disabled", it.disabled())
        .object("filter", it.filter(), RenderTelemetry::filter)
        .node();
  }

  private static Node.Mapping filter(Filter it) {
    return new Branch().text("expression", it.expression()).node();
  }

  private static Node.Mapping selector(Selector it) {
    return new Branch().text("mode", it.mode()).node();
  }

  private static Node.Mapping provider(Provider it) {
    return new Branch().text("name", it.name()).node();
  }
}
