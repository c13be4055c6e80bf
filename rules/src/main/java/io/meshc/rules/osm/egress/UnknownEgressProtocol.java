package io.meshc.rules.osm.egress;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.Egress;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// A port of an Egress has a protocol that opens nothing. Page, examples, tests: UnknownEgressProtocol.md, beside this file.
public final class UnknownEgressProtocol implements ResourceRule<Egress> {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2701", "unknown-egress-protocol", Category.TRAFFIC, Severity.ERROR, "0.1");
  }

  @Override
  public Class<Egress> reads() {
    return Egress.class;
  }

  private static final Set<String> KNOWN = Set.of("http", "https", "tcp", "tcp-server-first");

  @Override
  public Stream<Finding> check(Egress egress, Checked input) {
    return egress.ports().stream()
        .flatMap(it -> it.protocol().stream())
        .filter(it -> !KNOWN.contains(it.value()))
        .map(it -> {
          String lower = it.value().toLowerCase(Locale.ROOT);
          String message = "`" + it.value() + "` opens nothing: it is no protocol of an Egress";
          return at(it.origin(), egress.meta().id(), message)
              .help(
                  KNOWN.contains(lower)
                      ? "`" + lower + "` in lower case"
                      : "`http`, `https`, `tcp` or `tcp-server-first`");
        });
  }
}
