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

/// A policy names a group of routes that is not there. Page, examples, tests: UnknownRouteGroup.md, beside this file.
public final class UnknownRouteGroup implements ReferenceRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC3002", "unknown-route-group", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public Stream<Finding> check(Reference reference, Checked input) {
    ResourceId to = reference.to();
    boolean isGroup = to.group().equals("specs.smi-spec.io") && to.name().indexOf('#') < 0;
    return isGroup
        ? Missing.say(this, reference, Severity.ERROR).map(it -> it.help(help(to, input)))
        : Stream.empty();
  }

  private static String help(ResourceId to, Checked input) {
    // the Gateway API has kinds of the same names
    var namesake =
        new ResourceId("gateway.networking.k8s.io", to.kind(), to.namespace(), to.name());
    if (input.resource(namesake).isPresent()) {
      return "the `" + to.name() + "` that is there is a " + to.kind() + " of the Gateway API";
    }
    return Missing.didYouMean(to.name(), input.namesakes(to));
  }
}
