package io.meshc.dialect.osm.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.osm.policy.Telemetry.AccessLog;
import io.meshc.dialect.osm.policy.Telemetry.ExtensionRef;
import io.meshc.dialect.osm.policy.Telemetry.OpenTelemetry;
import io.meshc.yaml.Fields;

/// `spec` of a Telemetry → record.
public final class ParseTelemetry {
  private ParseTelemetry() {}

  public static Telemetry parse(Fields top, Meta meta) {
    Fields spec = top.object("spec").orElseGet(() -> top.nothing("spec"));
    var result =
        new Telemetry(
            meta,
            spec.stringMap("selector"),
            spec.object("accessLog").map(ParseTelemetry::accessLog));
    spec.done();
    return result;
  }

  private static AccessLog accessLog(Fields fields) {
    var result =
        new AccessLog(
            fields.string("format"),
            fields.object("openTelemetry").map(ParseTelemetry::openTelemetry));
    fields.done();
    return result;
  }

  private static OpenTelemetry openTelemetry(Fields fields) {
    var result =
        new OpenTelemetry(
            fields.object("extensionService").map(ParseTelemetry::extension),
            fields.value("attributes"));
    fields.done();
    return result;
  }

  private static ExtensionRef extension(Fields fields) {
    var result =
        new ExtensionRef(fields.string("namespace"), fields.string("name"), fields.origin());
    fields.done();
    return result;
  }
}
