package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.diag.Problem;
import io.meshc.diag.Related;
import java.util.Set;
import java.util.stream.Stream;

/// Passes on what the stages before the rules could not take. Each [Problem.Kind] belongs to one such rule.
public non-sealed interface InputRule extends Rule {
  Set<Problem.Kind> reports();

  default Finding finding(Problem problem) {
    Finding finding =
        at(problem.origin(), problem.resource(), problem.message()).help(problem.help());
    for (Related it : problem.because()) {
      finding = finding.because(it.origin(), it.message());
    }
    return finding;
  }

  @Override
  default Stream<Finding> findings(Checked input) {
    return reports().stream().flatMap(kind -> input.problems(kind).stream()).map(this::finding);
  }
}
