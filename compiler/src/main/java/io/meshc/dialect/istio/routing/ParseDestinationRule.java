package io.meshc.dialect.istio.routing;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.routing.DestinationRule.Subset;
import io.meshc.dialect.istio.routing.DestinationRule.WorkloadSelector;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// `spec` of a DestinationRule → record.
public final class ParseDestinationRule {
  private ParseDestinationRule() {}

  public static DestinationRule parse(Fields top, Meta meta, List<Problem> problems) {
    Optional<Fields> spec = top.required("spec", top::object);
    if (spec.isEmpty()) {
      return new DestinationRule(
          meta, Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty());
    }
    Fields fields = spec.get();
    var result =
        new DestinationRule(
            meta,
            fields.string("host"),
            fields
                .object("trafficPolicy")
                .map(it -> ParseTrafficPolicy.trafficPolicy(it, problems)),
            fields.objects("subsets").stream().map(it -> subset(it, problems)).toList(),
            fields.strings("exportTo"),
            fields.object("workloadSelector").map(ParseDestinationRule::workloadSelector));
    fields.done();
    return result;
  }

  private static Subset subset(Fields fields, List<Problem> problems) {
    var result =
        new Subset(
            fields.string("name"),
            fields.stringMap("labels"),
            fields
                .object("trafficPolicy")
                .map(it -> ParseTrafficPolicy.trafficPolicy(it, problems)),
            fields.origin());
    fields.done();
    return result;
  }

  private static WorkloadSelector workloadSelector(Fields fields) {
    var result = new WorkloadSelector(fields.stringMap("matchLabels"), fields.origin());
    fields.done();
    return result;
  }
}
