package io.meshc.dialect.istio.registry;

import io.meshc.yaml.Fields;

/// Node → [WorkloadSelector].
public final class ReadWorkloadSelector {
  private ReadWorkloadSelector() {}

  public static WorkloadSelector read(Fields fields) {
    var result = new WorkloadSelector(fields.stringMap("labels"), fields.origin());
    fields.done();
    return result;
  }
}
