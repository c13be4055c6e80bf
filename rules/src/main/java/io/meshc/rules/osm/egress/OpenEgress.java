package io.meshc.rules.osm.egress;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.Egress;
import io.meshc.dialect.osm.policy.Port;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// An Egress lets an account out to every address at a port. Page, examples, tests: OpenEgress.md, beside this file.
public final class OpenEgress implements ResourceRule<Egress> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1704", "open-egress", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Class<Egress> reads() {
    return Egress.class;
  }

  @Override
  public Stream<Finding> check(Egress egress, Checked input) {
    if (!egress.ipAddresses().isEmpty()) {
      return Stream.empty();
    }
    return egress.ports().stream()
        .filter(it -> isOpen(egress, it))
        .map(it ->
            at(
                    it.origin(),
                    egress.meta().id(),
                    "every address is within reach at port "
                        + it.number().map(At::value).orElse(0)
                        + (egress.hosts().isEmpty() ? "" : ": hosts are not looked at"))
                .help("list the addresses in `ipAddresses`"));
  }

  private static boolean isOpen(Egress egress, Port port) {
    return switch (port.protocol().map(At::value).orElse("")) {
      case "tcp", "tcp-server-first" -> true;
      case "https" -> egress.hosts().isEmpty();
      default -> false;
    };
  }
}
