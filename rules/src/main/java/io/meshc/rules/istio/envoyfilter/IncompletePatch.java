package io.meshc.rules.istio.envoyfilter;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.proxy.ConfigPatch;
import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.model.match.Regex;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// A patch does not say what it changes, or how. Page, examples, tests: IncompletePatch.md, beside this file.
public final class IncompletePatch implements ResourceRule<EnvoyFilter> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0251", "incomplete-patch", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<EnvoyFilter> reads() {
    return EnvoyFilter.class;
  }

  @Override
  public Stream<Finding> check(EnvoyFilter it, Checked input) {
    var found = new Findings(this, it);
    for (ConfigPatch patch : it.configPatches()) {
      if (!Patches.isForWaypoint(patch)) {
        check(patch, found);
      }
    }
    return found.stream();
  }

  /// In the order in which istiod gives up.
  private static void check(ConfigPatch patch, Findings found) {
    if (patch.applyTo().isEmpty() || Written.is(patch.applyTo(), ConfigPatch.ApplyTo.INVALID)) {
      found.say(
          Written.place(patch.applyTo(), patch.origin()),
          "the patch does not say what it applies to");
      return;
    }
    if (patch.patch().isEmpty()) {
      found.say(patch.origin(), "there is no patch");
      return;
    }
    ConfigPatch.Patch change = patch.patch().get();
    if (change.operation().isEmpty()
        || Written.is(change.operation(), ConfigPatch.Operation.INVALID)) {
      found.say(Written.place(change.operation(), change.origin()), "the patch has no operation");
      return;
    }
    if (change.value().isEmpty() && !Written.is(change.operation(), ConfigPatch.Operation.REMOVE)) {
      found.say(
          change.origin(), "operation `" + change.operation().get().value() + "` has no value");
      return;
    }
    Optional<At<String>> version =
        patch
            .match()
            .flatMap(ConfigPatch.PatchMatch::proxy)
            .flatMap(ConfigPatch.ProxyMatch::proxyVersion);
    if (Written.says(version)) {
      found.fault(version, "no regular expression", Regex.fault(version.get().value()));
    }
  }
}
