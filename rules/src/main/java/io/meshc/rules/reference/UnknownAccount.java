package io.meshc.rules.reference;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Reference;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ReferenceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A policy is about a service account that nothing in the repo makes or uses. Page, examples, tests: UnknownAccount.md, beside this file.
public final class UnknownAccount implements ReferenceRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC3004", "unknown-account", Category.REFERENCE, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Reference reference, Checked input) {
    ResourceId to = reference.to();
    boolean isAccount = to.group().isEmpty() && to.kind().equals("ServiceAccount");
    // every namespace has the account `default`, though nobody writes it
    if (!isAccount || to.name().equals("default") || isThere(to, input)) {
      return Stream.empty();
    }
    return Missing.say(this, reference, Severity.WARNING).map(it -> it.help(help(to, input)));
  }

  private static boolean isThere(ResourceId account, Checked input) {
    return input.resource(account).isPresent()
        || input.lookup().workloadsOf(account.namespace(), account.name()).stream()
            .anyMatch(it -> !it.implied());
  }

  private static String help(ResourceId account, Checked input) {
    Stream<String> used =
        input.mesh().workloads().stream()
            .filter(it -> !it.implied())
            .map(it -> it.identity())
            .filter(it -> it.namespace().equals(account.namespace()))
            .map(it -> it.account());
    Stream<String> made =
        input.resources().all().stream()
            .map(it -> it.meta().id())
            .filter(it -> it.kind().equals("ServiceAccount"))
            .filter(it -> it.namespace().equals(account.namespace()))
            .map(ResourceId::name);
    return Missing.didYouMean(account.name(), Stream.concat(used, made).toList());
  }
}
