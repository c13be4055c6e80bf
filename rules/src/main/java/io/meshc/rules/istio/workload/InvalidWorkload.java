package io.meshc.rules.istio.workload;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.registry.WorkloadEntry;
import io.meshc.dialect.istio.registry.WorkloadGroup;
import io.meshc.rules.istio.Endpoints;
import io.meshc.rules.istio.Findings;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A workload outside of Kubernetes has no address, or ports and labels that are none. Page, examples, tests: InvalidWorkload.md, beside this file.
public final class InvalidWorkload implements KindsRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0240", "invalid-workload", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(WorkloadEntry.class, WorkloadGroup.class);
  }

  @Override
  public Stream<Finding> check(Resource it, Checked input) {
    var found = new Findings(this, it);
    if (it instanceof WorkloadEntry entry) {
      Endpoints.address(entry.endpoint(), true, found);
      Endpoints.ports(entry.endpoint(), found);
      found.labels(entry.endpoint().labels());
    } else if (it instanceof WorkloadGroup group) {
      // the rest of a template is filled in when a workload joins
      group
          .template()
          .ifPresent(template -> {
            Endpoints.unix(template, found);
            Endpoints.ports(template, found);
          });
      group.metadata().ifPresent(metadata -> found.labels(metadata.labels()));
    }
    return found.stream();
  }
}
