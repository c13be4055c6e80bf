package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import java.util.stream.Stream;

/// Looks at the environment as a whole, for what no single part of it shows.
public non-sealed interface MeshRule extends Rule {
  Stream<Finding> check(Checked input);

  @Override
  default Stream<Finding> findings(Checked input) {
    return check(input);
  }
}
