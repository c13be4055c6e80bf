package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.istio.Branch;
import io.meshc.dialect.istio.part.RenderLabelSelector;
import io.meshc.dialect.istio.part.RenderTargetRef;
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
import io.meshc.yaml.Node;

/// Telemetry → node, in version v1.
public final class RenderTelemetry {
  private RenderTelemetry() {}

  public static Node.Mapping render(Telemetry it) {
    Node.Mapping spec =
        new Branch()
            .map("selector", it.selector().map(RenderLabelSelector::render))
            .map("targetRef", it.targetRef().map(RenderTargetRef::render))
            .list("targetRefs", it.targetRefs().stream().map(RenderTargetRef::render).toList())
            .list("tracing", it.tracing().stream().map(RenderTelemetry::tracing).toList())
            .list("metrics", it.metrics().stream().map(RenderTelemetry::metrics).toList())
            .list(
                "accessLogging",
                it.accessLogging().stream().map(RenderTelemetry::accessLogging).toList())
            .node();
    return Branch.object("telemetry.istio.io/v1", it.meta(), spec);
  }

  private static Node.Mapping tracing(Tracing it) {
    return new Branch()
        .map("match", it.match().map(RenderTelemetry::selector))
        .list("providers", it.providers().stream().map(RenderTelemetry::provider).toList())
        .number("randomSamplingPercentage", it.randomSamplingPercentage())
        .flag("disableSpanReporting", it.disableSpanReporting())
        .flag("disableContextPropagation", it.disableContextPropagation())
        .maps("customTags", it.customTags(), RenderTelemetry::customTag)
        .flag("enableIstioTags", it.enableIstioTags())
        .flag("useRequestIdForTraceSampling", it.useRequestIdForTraceSampling())
        .node();
  }

  private static Node.Mapping customTag(CustomTag it) {
    return new Branch()
        .map("literal", it.literal().map(RenderTelemetry::text))
        .map("environment", it.environment().map(RenderTelemetry::named))
        .map("header", it.header().map(RenderTelemetry::named))
        .map("formatter", it.formatter().map(RenderTelemetry::text))
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
        .list("providers", it.providers().stream().map(RenderTelemetry::provider).toList())
        .list("overrides", it.overrides().stream().map(RenderTelemetry::metricsOverride).toList())
        .text("reportingInterval", it.reportingInterval())
        .node();
  }

  private static Node.Mapping metricsOverride(MetricsOverride it) {
    return new Branch()
        .map("match", it.match().map(RenderTelemetry::metricSelector))
        .flag("disabled", it.disabled())
        .maps("tagOverrides", it.tagOverrides(), RenderTelemetry::tagOverride)
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
        .map("match", it.match().map(RenderTelemetry::selector))
        .list("providers", it.providers().stream().map(RenderTelemetry::provider).toList())
        .flag("disabled", it.disabled())
        .map("filter", it.filter().map(RenderTelemetry::filter))
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
