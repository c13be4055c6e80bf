package io.meshc.rules.istio.workload;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.registry.Endpoint;
import io.meshc.dialect.istio.registry.ServiceEntry;
import io.meshc.dialect.istio.registry.WorkloadEntry;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A workload has a network and no address in it. Page, examples, tests: WorkloadWithoutAddress.md, beside this file.
public final class WorkloadWithoutAddress implements KindsRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC0241", "workload-without-address", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(WorkloadEntry.class, ServiceEntry.class);
  }

  @Override
  public Stream<Finding> check(Resource it, Checked input) {
    var found = new Findings(this, it);
    if (it instanceof WorkloadEntry entry) {
      check(entry.endpoint(), found);
    } else if (it instanceof ServiceEntry entry
        && Written.is(entry.resolution(), ServiceEntry.Resolution.STATIC)) {
      entry.endpoints().forEach(endpoint -> check(endpoint, found));
    }
    return found.stream();
  }

  private static void check(Endpoint endpoint, Findings found) {
    if (!Written.says(endpoint.address()) && Written.says(endpoint.network())) {
      found.say(
          endpoint.network().get().origin(),
          "there is no address in network `" + endpoint.network().get().value() + "`");
    }
  }
}
