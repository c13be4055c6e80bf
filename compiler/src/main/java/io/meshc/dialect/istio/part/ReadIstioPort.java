package io.meshc.dialect.istio.part;

import io.meshc.yaml.Fields;

/// Node → [IstioPort].
public final class ReadIstioPort {
  private ReadIstioPort() {}

  public static IstioPort read(Fields fields) {
    var result =
        new IstioPort(
            fields.whole("number"),
            fields.string("protocol"),
            fields.string("name"),
            fields.whole("targetPort"),
            fields.origin());
    fields.done();
    return result;
  }
}
