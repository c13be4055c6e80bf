package io.meshc.validate.analysis;

import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Reached;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Decision.Verdict;
import java.util.List;
import java.util.OptionalInt;

/// The verdicts at all endpoints as one.
final class Join {
  private Join() {}

  /// Unknown if any is; else the one that all have; else mixed.
  static Decision of(List<Reached> reached, List<Step> steps, List<String> unknown) {
    List<String> causes = unknown.stream().distinct().toList();
    boolean anyUnknown = reached.stream().anyMatch(it -> it.verdict() == Verdict.UNKNOWN);
    if (anyUnknown) {
      return new Decision(Verdict.UNKNOWN, OptionalInt.empty(), "", reached, steps, causes);
    }
    List<Verdict> verdicts = reached.stream().map(Reached::verdict).distinct().toList();
    if (verdicts.size() > 1) {
      return new Decision(Verdict.MIXED, OptionalInt.empty(), "", reached, steps, List.of());
    }
    boolean sameStatus = reached.stream().map(Reached::status).distinct().count() == 1;
    OptionalInt status = sameStatus ? reached.getFirst().status() : OptionalInt.empty();
    boolean denied = verdicts.getFirst() == Verdict.DENY;
    String reason = denied ? reached.getFirst().reason() : "";
    return new Decision(verdicts.getFirst(), status, reason, reached, steps, List.of());
  }
}
