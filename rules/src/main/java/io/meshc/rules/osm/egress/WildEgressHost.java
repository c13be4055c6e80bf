package io.meshc.rules.osm.egress;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.Egress;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// An Egress lets HTTP out to a host with a `*`, which has no address. Page, examples, tests: WildEgressHost.md, beside this file.
public final class WildEgressHost implements ResourceRule<Egress> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2703", "wild-egress-host", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Class<Egress> reads() {
    return Egress.class;
  }

  @Override
  public Stream<Finding> check(Egress egress, Checked input) {
    boolean http =
        egress.ports().stream()
            .anyMatch(it -> it.protocol().filter(is -> is.value().equals("http")).isPresent());
    return egress.hosts().stream()
        .filter(it -> http && it.value().startsWith("*"))
        .map(it ->
            at(
                    it.origin(),
                    egress.meta().id(),
                    "requests of HTTP to `" + it.value() + "` are answered 503")
                .help("list the hosts; of HTTPS a `*` stands for any server name"));
  }
}
