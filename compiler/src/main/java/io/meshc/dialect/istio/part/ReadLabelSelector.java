package io.meshc.dialect.istio.part;

import io.meshc.yaml.Fields;

/// Node → [LabelSelector].
public final class ReadLabelSelector {
  private ReadLabelSelector() {}

  public static LabelSelector read(Fields fields) {
    var result = new LabelSelector(fields.stringMap("matchLabels"), fields.origin());
    fields.done();
    return result;
  }
}
