package io.meshc.dialect.istio.proxy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.proxy.ProxyConfig.Image;
import io.meshc.dialect.istio.security.ReadTargets;
import io.meshc.yaml.Fields;
import java.util.List;

/// `spec` of a ProxyConfig → record.
public final class ParseProxyConfig {
  private ParseProxyConfig() {}

  public static ProxyConfig parse(Fields top, Meta meta, List<Problem> problems) {
    Fields spec = top.object("spec").orElseGet(() -> top.nothing("spec"));
    var result =
        new ProxyConfig(
            meta,
            spec.object("selector").map(ReadTargets::workloadSelector),
            spec.whole("concurrency"),
            spec.stringMap("environmentVariables"),
            spec.object("image").map(ParseProxyConfig::image),
            spec.origin());
    spec.done();
    return result;
  }

  private static Image image(Fields fields) {
    var result = new Image(fields.string("imageType"), fields.origin());
    fields.done();
    return result;
  }
}
