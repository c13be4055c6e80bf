package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.model.Route;
import java.util.stream.Stream;

/// Looks at each route of the mesh, whatever dialect it came from.
public non-sealed interface RouteRule extends Rule {
  Stream<Finding> check(Route route, Checked input);

  @Override
  default Stream<Finding> findings(Checked input) {
    return input.mesh().routes().stream()
        .filter(it -> !it.service().isHost())
        .flatMap(it -> check(it, input));
  }
}
