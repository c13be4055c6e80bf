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

  /// Below this many resources, starting threads costs more than they save.
  private static final int WORTH_THREADS = 500;

  /// File, line, column, rule, message: the order of every list of findings.
  // A plain lambda: those of Comparator.comparing are not in the cache of a cold start (decision
  // 0009).
  public static final Comparator<Finding> ORDER =
      (a, b) -> {
        int order = a.origin().compareTo(b.origin());
        order = order != 0 ? order : a.rule().compareTo(b.rule());
        return order != 0 ? order : a.message().compareTo(b.message());
      };

  public static List<Finding> run(List<Rule> catalog, Checked input) {
    boolean large = input.resources().all().size() >= WORTH_THREADS;
    var rules = large ? catalog.parallelStream() : catalog.stream();
    var found = rules.map(it -> it.findings(input).toList()).toList();
    var seen = new HashSet<Said>();
    return found.stream()
        .flatMap(List::stream)
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
