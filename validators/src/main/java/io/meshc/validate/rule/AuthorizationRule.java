package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.model.Authorization;
import java.util.stream.Stream;

/// Looks at each authorization of the mesh, whatever dialect it came from.
public non-sealed interface AuthorizationRule extends Rule {
  Stream<Finding> check(Authorization authorization, Checked input);

  @Override
  default Stream<Finding> findings(Checked input) {
    return input.mesh().authorizations().stream().flatMap(it -> check(it, input));
  }
}
