package io.meshc.rules.reference;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.kubernetes.ServiceAccountObject;
import io.meshc.dialect.smi.IdentityBinding;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.model.Identity;
import io.meshc.model.Reference;
import io.meshc.model.Reference.State;
import io.meshc.model.Workload;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ReferenceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A policy is about a service account that nothing in the repo makes or uses, or an IdentityBinding that is not there. Page, examples, tests: UnknownAccount.md, beside this file.
public final class UnknownAccount implements ReferenceRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC3004", "unknown-account", Category.REFERENCE, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Reference reference, Checked input) {
    ResourceId to = reference.to();
    if (to.group().equals(SmiGroups.ACCESS)) {
      // an IdentityBinding that is not there is nobody, and what names it grants nothing
      return Missing.say(this, reference, Severity.ERROR).map(it -> it.help(bindings(to, input)));
    }
    boolean isAccount = to.group().isEmpty() && to.kind().equals("ServiceAccount");
    // every namespace has the account `default`, though nobody writes it
    if (!isAccount || to.name().equals("default") || reference.state() == State.FOUND) {
      return Stream.empty();
    }
    List<String> known = known(to, input);
    boolean elsewhere = known.isEmpty() && !input.mesh().assumptions().closed();
    return elsewhere || known.contains(to.name())
        ? Stream.empty()
        : Missing.say(this, reference, Severity.WARNING)
            .map(it -> it.help(Missing.didYouMean(to.name(), known)));
  }

  private static String bindings(ResourceId to, Checked input) {
    return Missing.didYouMean(
        to.name(),
        input.resources(IdentityBinding.class).stream()
            .map(it -> it.meta().id())
            .filter(it -> it.namespace().equals(to.namespace()))
            .map(ResourceId::name)
            .toList());
  }

  /// The accounts of the namespace that the repo makes, or as which something in it runs. None where the workloads live in
  /// another repo than the policies: then nothing is known to be missing.
  private static List<String> known(ResourceId account, Checked input) {
    Stream<String> used =
        input.mesh().workloads().stream()
            .filter(it -> !it.implied())
            .map(Workload::identity)
            .filter(it -> it.namespace().equals(account.namespace()))
            .map(Identity::account);
    Stream<String> made =
        input.resources(ServiceAccountObject.class).stream()
            .map(it -> it.meta().id())
            .filter(it -> it.namespace().equals(account.namespace()))
            .map(ResourceId::name);
    return Stream.concat(used, made).toList();
  }
}
