package io.meshc.dialect.istio.security;

import io.meshc.yaml.Fields;

/// The fields by which policies say what they are about.
public final class ReadTargets {
  private ReadTargets() {}

  public static WorkloadSelector workloadSelector(Fields fields) {
    var result = new WorkloadSelector(fields.stringMap("matchLabels"), fields.origin());
    fields.done();
    return result;
  }

  public static TargetRef targetRef(Fields fields) {
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
