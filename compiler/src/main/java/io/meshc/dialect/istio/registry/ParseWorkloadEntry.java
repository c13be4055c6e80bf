package io.meshc.dialect.istio.registry;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.yaml.Fields;
import java.util.List;

/// `spec` of a WorkloadEntry → record.
public final class ParseWorkloadEntry {
  private ParseWorkloadEntry() {}

  public static WorkloadEntry parse(Fields top, Meta meta, List<Problem> problems) {
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    return new WorkloadEntry(meta, ReadEndpoint.read(spec));
  }
}
