package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// A catalogue and an environment → findings, each once, in the order of the files.
public final class RuleRunner {
  private RuleRunner() {}

  /// File, line, column, rule, message: the order of every list of findings.
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::origin)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  public static List<Finding> run(List<Rule> catalog, Checked input) {
    var seen = new HashSet<Said>();
    return catalog.stream()
        .flatMap(it -> it.findings(input))
        .filter(it -> seen.add(Said.by(it)))
        .sorted(ORDER)
        .toList();
  }

  /// What a reader takes two findings for the same by.
  private record Said(String rule, Origin origin, Optional<ResourceId> resource, String message) {
    static Said by(Finding it) {
      return new Said(it.rule(), it.origin(), it.resource(), it.message());
    }
  }
}
