package io.meshc.rules.istio.virtualservice;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.HttpMatch;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/// An earlier route takes all requests of a match. Page, examples, tests: IneffectiveMatch.md, beside this file.
public final class IneffectiveMatch implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0141", "ineffective-match", Category.INVALID, Severity.WARNING, "0.1")
        .alsoKnownAs("IST0131");
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    var seen = new HashMap<String, Origin>();
    var prefixes = new Prefixes();
    for (HttpRoute route : it.http()) {
      for (HttpMatch match : route.match()) {
        Origin first = seen.putIfAbsent(MatchKey.of(match), match.origin());
        if (first != null) {
          found.say(
              match.origin(), "the match stands in an earlier place", first, "the same match");
          continue;
        }
        prefixes
            .covering(match)
            .ifPresent(other ->
                found.say(
                    match.origin(),
                    "an earlier prefix takes all requests of this one",
                    other,
                    "the shorter prefix"));
      }
    }
    repeated(
        it.tls().stream()
            .flatMap(route -> route.match().stream())
            .map(match -> At.of(MatchKey.of(match), match.origin()))
            .toList(),
        found);
    repeated(
        it.tcp().stream()
            .flatMap(route -> route.match().stream())
            .map(match -> At.of(MatchKey.of(match), match.origin()))
            .toList(),
        found);
    return found.stream();
  }

  private static void repeated(List<At<String>> matches, Findings found) {
    var seen = new HashMap<String, Origin>();
    for (At<String> match : matches) {
      Origin first = seen.putIfAbsent(match.value(), match.origin());
      if (first != null) {
        found.say(match.origin(), "the match stands in an earlier place", first, "the same match");
      }
    }
  }
}
