package io.meshc.dialect.istio.part;

import io.meshc.yaml.Fields;

/// Node → [TargetRef].
public final class ReadTargetRef {
  private ReadTargetRef() {}

  public static TargetRef read(Fields fields) {
    var result =
        new TargetRef(
            fields.string("group"),
            fields.string("kind"),
            fields.string("name"),
            fields.string("namespace"),
            fields.origin());
    fields.done();
    return result;
  }
}
