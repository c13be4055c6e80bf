package io.meshc.rules.istio.workload;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.registry.WorkloadEntry;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A workload has a network and no address in it. Page, examples, tests: WorkloadWithoutAddress.md, beside this file.
public final class WorkloadWithoutAddress implements ResourceRule<WorkloadEntry> {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC0241", "workload-without-address", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<WorkloadEntry> reads() {
    return WorkloadEntry.class;
  }

  @Override
  public Stream<Finding> check(WorkloadEntry it, Checked input) {
    var found = new Findings(this, it);
    if (!Written.says(it.endpoint().address()) && Written.says(it.endpoint().network())) {
      found.say(
          it.endpoint().network().get().origin(),
          "there is no address in network `" + it.endpoint().network().get().value() + "`");
    }
    return found.stream();
  }
}
