package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.kubernetes.HiddenObject;
import io.meshc.model.Workload;
import io.meshc.model.server.Egress;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashSet;
import java.util.stream.Stream;

/// An EgressNetwork stands in a namespace without clients. Page, examples, tests: UnusedEgressNetwork.md, beside this file.
public final class UnusedEgressNetwork implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2609", "unused-egress-network", Category.TRAFFIC, Severity.INFO, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {

    var inhabited = new HashSet<String>();
    for (Workload it : input.mesh().workloads()) {
      if (it.membership().isMeshed()) {
        inhabited.add(it.namespace());
      }
    }
    boolean hides = input.resources(HiddenObject.class).stream().anyMatch(HiddenObject::isWorkload);
    return inhabited.isEmpty() || hides
        ? Stream.empty()
        : input.mesh().proxies().servers().egress().stream()
            .filter(it -> !it.global() && !inhabited.contains(it.resource().namespace()))
            .map(this::said);
  }

  private Finding said(Egress egress) {
    return at(
            egress.origin(),
            egress.resource(),
            "no workload of the mesh stands in namespace `"
                + egress.resource().namespace()
                + "`, for whose clients egress network `"
                + egress.resource().name()
                + "` is")
        .help("one for all namespaces stands in `linkerd-egress`");
  }
}
