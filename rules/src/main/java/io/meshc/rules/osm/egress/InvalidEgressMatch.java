package io.meshc.rules.osm.egress;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.Egress;
import io.meshc.dialect.osm.policy.MatchRef;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// An Egress is narrowed by an object that cannot narrow it. Page, examples, tests: InvalidEgressMatch.md, beside this file.
public final class InvalidEgressMatch implements ResourceRule<Egress> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0603", "invalid-egress-match", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<Egress> reads() {
    return Egress.class;
  }

  @Override
  public Stream<Finding> check(Egress egress, Checked input) {
    Stream<Finding> unknown =
        egress.matches().stream()
            .filter(it -> !it.isRouteGroup() && !it.isTrafficSetting())
            .map(it -> said(egress, it));
    Stream<Finding> second =
        egress.matches().stream()
            .filter(MatchRef::isTrafficSetting)
            .skip(1)
            .map(it ->
                at(
                    it.origin(),
                    egress.meta().id(),
                    "an Egress has one UpstreamTrafficSetting at most"));
    return Stream.concat(unknown, second);
  }

  private Finding said(Egress egress, MatchRef match) {
    String group = match.apiGroup().map(At::value).orElse("");
    String kind = match.kind().map(At::value).orElse("");
    String help =
        group.indexOf('/') < 0 && !group.isEmpty()
            ? "`apiGroup` has the version behind it here"
            : "`"
                + MatchRef.ROUTES
                + "` HTTPRouteGroup or `"
                + MatchRef.SETTINGS
                + "` UpstreamTrafficSetting";
    Origin origin = match.apiGroup().map(At::origin).orElse(match.origin());
    return at(
            origin, egress.meta().id(), "`" + kind + "` of `" + group + "` cannot narrow an Egress")
        .help(help);
  }
}
