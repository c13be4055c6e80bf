package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.TrafficSplit;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A split has nothing to share the traffic among. Page, examples, tests: SplitWithoutBackends.md, beside this file.
public final class SplitWithoutBackends implements ResourceRule<TrafficSplit> {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2011", "split-without-backends", Category.TRAFFIC, Severity.ERROR, "0.1");
  }

  @Override
  public Class<TrafficSplit> reads() {
    return TrafficSplit.class;
  }

  @Override
  public Stream<Finding> check(TrafficSplit split, Checked input) {
    if (!split.backends().isEmpty() || split.service().isEmpty() || areBroken(split, input)) {
      return Stream.empty();
    }
    At<String> root = split.service().get();
    String message = "split of `" + root.value() + "` has no backends";
    return Stream.of(
        at(root.origin(), split.meta().id(), message)
            .help("delete the TrafficSplit, or list who is to take the traffic"));
  }

  /// What is written, but wrong, is reported as such.
  private static boolean areBroken(TrafficSplit split, Checked input) {
    return input.problems(split.meta().id()).stream()
        .anyMatch(it -> it.origin().path().startsWith("spec.backend"));
  }
}
