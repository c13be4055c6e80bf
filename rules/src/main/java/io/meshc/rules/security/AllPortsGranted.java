package io.meshc.rules.security;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.TcpRoute;
import io.meshc.model.Reference;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A TCPRoute without ports stands in the rules of a TrafficTarget. Page, examples, tests: AllPortsGranted.md, beside this file.
public final class AllPortsGranted implements ResourceRule<TcpRoute> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1009", "all-ports-granted", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Class<TcpRoute> reads() {
    return TcpRoute.class;
  }

  @Override
  public Stream<Finding> check(TcpRoute route, Checked input) {
    // before v1alpha4 a TCPRoute cannot say ports
    boolean couldSay = route.meta().version().equals("v1alpha4") && route.ports().isEmpty();
    List<Reference> uses = couldSay ? input.referencesTo(route.meta().id()) : List.of();
    if (uses.isEmpty()) {
      return Stream.empty();
    }
    String message =
        "TCP route `" + route.meta().name() + "` states no ports, which grants every one";
    return Stream.of(
        at(route.meta().origin(), route.meta().id(), message)
            .because(uses.getFirst().origin(), "`" + uses.getFirst().from().name() + "` grants it")
            .help("list the ports that are meant under `spec.matches.ports`"));
  }
}
