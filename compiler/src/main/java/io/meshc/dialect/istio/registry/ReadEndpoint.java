package io.meshc.dialect.istio.registry;

import io.meshc.yaml.Fields;

/// Node → [Endpoint].
public final class ReadEndpoint {
  private ReadEndpoint() {}

  public static Endpoint read(Fields fields) {
    var result =
        new Endpoint(
            fields.string("address"),
            fields.wholeMap("ports"),
            fields.stringMap("labels"),
            fields.string("network"),
            fields.string("locality"),
            fields.whole("weight"),
            fields.string("serviceAccount"),
            fields.origin());
    fields.done();
    return result;
  }
}
