package io.meshc.rules.istio.virtualservice;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.StringMatch;
import io.meshc.dialect.istio.routing.HttpMatch;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.value.RegexText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A match of a text matches nothing, or cannot be read. Page, examples, tests: InvalidTextMatch.md, beside this file.
public final class InvalidTextMatch implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0139", "invalid-text-match", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    for (HttpRoute route : it.http()) {
      for (HttpMatch match : route.match()) {
        match.uri().ifPresent(text -> check(text, true, found));
        match.scheme().ifPresent(text -> check(text, false, found));
        match.method().ifPresent(text -> check(text, false, found));
        match.authority().ifPresent(text -> check(text, false, found));
        match.headers().values().forEach(text -> check(text, false, found));
        match.queryParams().values().forEach(text -> check(text, false, found));
        match.withoutHeaders().values().forEach(text -> without(text, found));
      }
    }
    return found.stream();
  }

  private static void check(StringMatch match, boolean mayBeEmpty, Findings found) {
    if (match instanceof StringMatch.Prefix prefix
        && prefix.text().value().isEmpty()
        && !mayBeEmpty) {
      found.say(prefix.text().origin(), "the prefix is empty");
    } else if (match instanceof StringMatch.Regex regex) {
      found.fault(regex.text(), "no regular expression", RegexText.fault(regex.text().value()));
    }
  }

  /// `*` says there that the header is missing.
  private static void without(StringMatch match, Findings found) {
    if (!(match instanceof StringMatch.Regex regex && regex.text().value().equals("*"))) {
      check(match, false, found);
    }
  }
}
