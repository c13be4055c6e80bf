package io.meshc.dialect.istio.proxy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.proxy.Telemetry.AccessLogging;
import io.meshc.dialect.istio.proxy.Telemetry.CustomTag;
import io.meshc.dialect.istio.proxy.Telemetry.Filter;
import io.meshc.dialect.istio.proxy.Telemetry.Metric;
import io.meshc.dialect.istio.proxy.Telemetry.MetricSelector;
import io.meshc.dialect.istio.proxy.Telemetry.Metrics;
import io.meshc.dialect.istio.proxy.Telemetry.MetricsOverride;
import io.meshc.dialect.istio.proxy.Telemetry.Mode;
import io.meshc.dialect.istio.proxy.Telemetry.Named;
import io.meshc.dialect.istio.proxy.Telemetry.Operation;
import io.meshc.dialect.istio.proxy.Telemetry.Provider;
import io.meshc.dialect.istio.proxy.Telemetry.Selector;
import io.meshc.dialect.istio.proxy.Telemetry.TagOverride;
import io.meshc.dialect.istio.proxy.Telemetry.Text;
import io.meshc.dialect.istio.proxy.Telemetry.Tracing;
import io.meshc.dialect.istio.security.ReadTargets;
import io.meshc.yaml.Fields;
import java.util.List;

/// `spec` of a Telemetry → record.
public final class ParseTelemetry {
  private ParseTelemetry() {}

  public static Telemetry parse(Fields top, Meta meta, List<Problem> problems) {
    Fields spec = top.object("spec").orElseGet(() -> top.nothing("spec"));
    var result =
        new Telemetry(
            meta,
            spec.object("selector").map(ReadTargets::workloadSelector),
            spec.object("targetRef").map(ReadTargets::targetRef),
            spec.objects("targetRefs").stream().map(ReadTargets::targetRef).toList(),
            spec.objects("tracing").stream().map(it -> tracing(it, problems)).toList(),
            spec.objects("metrics").stream().map(it -> metrics(it, problems)).toList(),
            spec.objects("accessLogging").stream().map(it -> accessLogging(it, problems)).toList(),
            spec.origin());
    spec.done();
    return result;
  }

  private static Tracing tracing(Fields fields, List<Problem> problems) {
    var result =
        new Tracing(
            fields.object("match").map(it -> selector(it, problems)),
            fields.objects("providers").stream().map(ParseTelemetry::provider).toList(),
            fields.decimal("randomSamplingPercentage"),
            fields.bool("disableSpanReporting"),
            fields.bool("disableContextPropagation"),
            fields.objectMap("customTags", ParseTelemetry::customTag),
            fields.bool("enableIstioTags"),
            fields.bool("useRequestIdForTraceSampling"),
            fields.origin());
    fields.done();
    return result;
  }

  private static CustomTag customTag(Fields fields) {
    var result =
        new CustomTag(
            fields.object("literal").map(ParseTelemetry::text),
            fields.object("environment").map(ParseTelemetry::named),
            fields.object("header").map(ParseTelemetry::named),
            fields.object("formatter").map(ParseTelemetry::text),
            fields.origin());
    fields.done();
    return result;
  }

  private static Text text(Fields fields) {
    var result = new Text(fields.string("value"), fields.origin());
    fields.done();
    return result;
  }

  private static Named named(Fields fields) {
    var result = new Named(fields.string("name"), fields.string("defaultValue"), fields.origin());
    fields.done();
    return result;
  }

  private static Metrics metrics(Fields fields, List<Problem> problems) {
    var result =
        new Metrics(
            fields.objects("providers").stream().map(ParseTelemetry::provider).toList(),
            fields.objects("overrides").stream().map(it -> metricsOverride(it, problems)).toList(),
            fields.string("reportingInterval"),
            fields.origin());
    fields.done();
    return result;
  }

  private static MetricsOverride metricsOverride(Fields fields, List<Problem> problems) {
    var result =
        new MetricsOverride(
            fields.object("match").map(it -> metricSelector(it, problems)),
            fields.bool("disabled"),
            fields.objectMap("tagOverrides", it -> tagOverride(it, problems)),
            fields.origin());
    fields.done();
    return result;
  }

  private static MetricSelector metricSelector(Fields fields, List<Problem> problems) {
    var result =
        new MetricSelector(
            Choice.of(fields, "metric", Metric.class, problems),
            fields.string("customMetric"),
            Choice.of(fields, "mode", Mode.class, problems),
            fields.origin());
    fields.done();
    return result;
  }

  private static TagOverride tagOverride(Fields fields, List<Problem> problems) {
    var result =
        new TagOverride(
            Choice.of(fields, "operation", Operation.class, problems),
            fields.string("value"),
            fields.origin());
    fields.done();
    return result;
  }

  private static AccessLogging accessLogging(Fields fields, List<Problem> problems) {
    var result =
        new AccessLogging(
            fields.object("match").map(it -> selector(it, problems)),
            fields.objects("providers").stream().map(ParseTelemetry::provider).toList(),
            fields.bool("disabled"),
            fields.object("filter").map(ParseTelemetry::filter),
            fields.origin());
    fields.done();
    return result;
  }

  private static Filter filter(Fields fields) {
    var result = new Filter(fields.string("expression"), fields.origin());
    fields.done();
    return result;
  }

  private static Selector selector(Fields fields, List<Problem> problems) {
    var result = new Selector(Choice.of(fields, "mode", Mode.class, problems), fields.origin());
    fields.done();
    return result;
  }

  private static Provider provider(Fields fields) {
    var result = new Provider(fields.string("name"), fields.origin());
    fields.done();
    return result;
  }
}
