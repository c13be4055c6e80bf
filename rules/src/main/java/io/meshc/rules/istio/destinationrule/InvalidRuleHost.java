package io.meshc.rules.istio.destinationrule;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.HostText;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.stream.Stream;

/// A DestinationRule is about no host, or has subsets that nobody can name. Page, examples, tests: InvalidRuleHost.md, beside this file.
public final class InvalidRuleHost implements ResourceRule<DestinationRule> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0170", "invalid-rule-host", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<DestinationRule> reads() {
    return DestinationRule.class;
  }

  @Override
  public Stream<Finding> check(DestinationRule it, Checked input) {
    var found = new Findings(this, it);
    if (it.host().isPresent()) {
      found.fault(it.host().get(), "no host of a rule", HostText.fault(it.host().get().value()));
    }
    var names = new HashMap<String, Origin>();
    for (DestinationRule.Subset subset : it.subsets()) {
      String name = Written.text(subset.name());
      Origin place = Written.place(subset.name(), subset.origin());
      if (subset.name().isEmpty()) {
        continue;
      }
      if (!HostText.isLabel(name)) {
        found.say(
            place,
            name.isEmpty()
                ? "the name of the subset is empty"
                : "`"
                    + name
                    + "` is no name of a subset: letters, digits and `-`, 63 characters at most");
      }
      Origin first = names.putIfAbsent(name, place);
      if (first != null) {
        found.say(place, "subset `" + name + "` stands twice", first, "the first one");
      }
      found.labels(subset.labels());
    }
    return found.stream();
  }
}
