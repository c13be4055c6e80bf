package io.meshc.rules.osm.setting;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.Retry;
import io.meshc.dialect.osm.policy.Subject;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/// Two Retries are for the same client and server, and one of them counts. Page, examples, tests: ShadowedRetry.md, beside this file.
public final class ShadowedRetry implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2705", "shadowed-retry", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  private record Pair(String key, Retry of, Origin origin) {}

  @Override
  public Stream<Finding> check(Checked input) {
    var seen = new HashMap<String, Pair>();
    var findings = new ArrayList<Finding>();
    for (Retry retry : input.resources(Retry.class)) {
      for (Pair pair : pairs(retry)) {
        Pair first = seen.putIfAbsent(pair.key(), pair);
        if (first != null) {
          findings.add(
              at(
                      pair.origin(),
                      retry.meta().id(),
                      "`" + first.of().meta().name() + "` is for this client and server, too")
                  .because(first.origin(), "here")
                  .help("the first that is found counts, in no order"));
        }
      }
    }
    return findings.stream();
  }

  private static List<Pair> pairs(Retry retry) {
    return retry.source().stream()
        .flatMap(source ->
            retry.destinations().stream()
                .map(it -> new Pair(label(source) + " " + label(it), retry, it.origin())))
        .toList();
  }

  private static String label(Subject subject) {
    return subject.namespace().map(At::value).orElse("")
        + "/"
        + subject.name().map(At::value).orElse("");
  }
}
