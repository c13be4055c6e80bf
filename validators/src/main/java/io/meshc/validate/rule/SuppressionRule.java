package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.validate.rule.suppression.Suppression;
import java.util.stream.Stream;

/// Looks at each suppression that took nothing out.
public non-sealed interface SuppressionRule extends Rule {
  /// @param known whether its word names a rule at all
  Stream<Finding> check(Suppression unused, boolean known);

  /// Nothing: it speaks only when it is known what the others found.
  @Override
  default Stream<Finding> findings(Checked input) {
    return Stream.empty();
  }
}
