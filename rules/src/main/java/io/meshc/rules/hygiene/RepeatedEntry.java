package io.meshc.rules.hygiene;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.dialect.smi.TrafficTarget.Subject;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A TrafficTarget says the same thing twice. Page, examples, tests: RepeatedEntry.md, beside this file.
public final class RepeatedEntry implements ResourceRule<TrafficTarget> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC5005", "repeated-entry", Category.HYGIENE, Severity.WARNING, "0.1");
  }

  @Override
  public Class<TrafficTarget> reads() {
    return TrafficTarget.class;
  }

  @Override
  public Stream<Finding> check(TrafficTarget target, Checked input) {
    var findings = new ArrayList<Finding>();
    Map<String, Origin> sources = new HashMap<>();
    for (At<Subject> it : target.sources()) {
      said(target, sources, source(it.value()), it, "source `" + it.value().name().value() + "`")
          .ifPresent(findings::add);
    }
    Map<String, Origin> rules = new HashMap<>();
    for (At<TrafficTarget.Rule> it : target.rules()) {
      said(target, rules, rule(it.value()), it, "rule `" + it.value().name().value() + "`")
          .ifPresent(findings::add);
      Map<String, Origin> matches = new HashMap<>();
      for (At<String> match : it.value().matches()) {
        said(target, matches, match.value(), match, "match `" + match.value() + "`")
            .ifPresent(findings::add);
      }
    }
    return findings.stream();
  }

  /// A slash stands in no name, so that no two things are written alike.
  private static String source(Subject it) {
    String namespace = it.namespace().map(At::value).orElse("");
    String port = it.port().map(at -> at.value().toString()).orElse("");
    return it.kind().value() + "/" + namespace + "/" + it.name().value() + "/" + port;
  }

  private static String rule(TrafficTarget.Rule it) {
    String matches = it.matches().stream().map(At::value).sorted().collect(Collectors.joining("/"));
    return it.kind().value() + "/" + it.name().value() + "/" + matches;
  }

  private Optional<Finding> said(
      TrafficTarget target, Map<String, Origin> first, String key, At<?> entry, String what) {
    return Optional.ofNullable(first.putIfAbsent(key, entry.origin()))
        .map(it ->
            at(entry.origin(), target.meta().id(), what + " stands twice")
                .because(it, "the first one"));
  }
}
