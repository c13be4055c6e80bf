package io.meshc.rules.reference;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.dialect.Meta;
import io.meshc.dialect.kubernetes.HiddenObject;
import io.meshc.dialect.kubernetes.ServiceAccountObject;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.model.Reference;
import io.meshc.model.Workload;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A policy is about a service account that the repo makes and as which nothing in it runs. Page, examples, tests: IdleAccount.md, beside this file.
public final class IdleAccount implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC3005", "idle-account", Category.REFERENCE, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    List<ServiceAccountObject> made = input.resources(ServiceAccountObject.class);
    if (made.isEmpty()) {
      return Stream.empty();
    }
    List<HiddenObject> hidden =
        input.resources(HiddenObject.class).stream().filter(HiddenObject::isWorkload).toList();
    Set<String> inhabited = new HashSet<>();
    for (Workload it : input.mesh().workloads()) {
      if (!it.implied()) {
        inhabited.add(it.namespace());
      }
    }
    return made.stream()
        .filter(it -> inhabited.contains(it.meta().namespace()))
        .filter(it -> hidden.stream().noneMatch(some -> some.mayBeIn(it.meta().namespace())))
        .filter(it -> runsNothing(it.meta(), input) && isOneState(it.meta(), input))
        .flatMap(it ->
            input.referencesTo(it.meta().id()).stream()
                .filter(use -> use.from().group().equals(SmiGroups.ACCESS))
                .map(use -> said(use, it.meta())));
  }

  private static boolean runsNothing(Meta account, Checked input) {
    return !account.name().equals("default")
        && input.lookup().workloadsOf(account.namespace(), account.name()).stream()
            .allMatch(Workload::implied);
  }

  /// Where an object is there twice, nobody knows which of them runs.
  private static boolean isOneState(Meta account, Checked input) {
    return input.problems(Problem.Kind.DUPLICATE_OBJECT).stream()
        .flatMap(it -> it.resource().stream())
        .noneMatch(it -> it.namespace().equals(account.namespace()));
  }

  private Finding said(Reference use, Meta account) {
    String message =
        "nothing in namespace `"
            + account.namespace()
            + "` runs as "
            + use.role()
            + " `"
            + account.name()
            + "`";
    return at(use.origin(), use.from(), message)
        .because(account.origin(), "the account")
        .help("name it in `serviceAccountName` of the Pods that are meant");
  }
}
