package io.meshc.rules.osm.egress;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.Egress;
import io.meshc.dialect.osm.policy.MatchRef;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An Egress has a condition that none of its ports asks for. Page, examples, tests: IgnoredEgressCondition.md, beside this file.
public final class IgnoredEgressCondition implements ResourceRule<Egress> {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC1705", "ignored-egress-condition", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Class<Egress> reads() {
    return Egress.class;
  }

  private static final Set<String> ASK_HOSTS = Set.of("http", "https");
  private static final Set<String> ASK_ADDRESSES = Set.of("https", "tcp", "tcp-server-first");

  @Override
  public Stream<Finding> check(Egress egress, Checked input) {
    return Stream.of(
            said(egress, egress.ipAddresses(), ASK_ADDRESSES, "HTTP goes by its host"),
            said(egress, egress.hosts(), ASK_HOSTS, "raw TCP goes by its address"),
            routes(egress))
        .flatMap(Optional::stream);
  }

  private Optional<Finding> said(
      Egress egress, List<At<String>> values, Set<String> asking, String because) {
    return values.stream()
        .findFirst()
        .filter(_ -> !egress.ports().isEmpty() && !asks(egress, asking))
        .map(it ->
            at(
                it.origin(),
                egress.meta().id(),
                "`" + it.value() + "` is not looked at: " + because));
  }

  private Optional<Finding> routes(Egress egress) {
    return egress.matches().stream()
        .filter(MatchRef::isRouteGroup)
        .findFirst()
        .filter(_ -> !egress.ports().isEmpty() && !asks(egress, Set.of("http")))
        .map(it ->
            at(
                it.name().map(At::origin).orElse(it.origin()),
                egress.meta().id(),
                "the routes are not looked at: no port takes HTTP"));
  }

  private static boolean asks(Egress egress, Set<String> asking) {
    return egress.ports().stream()
        .anyMatch(it -> it.protocol().filter(is -> asking.contains(is.value())).isPresent());
  }
}
