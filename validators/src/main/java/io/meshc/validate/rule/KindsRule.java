package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.dialect.Resource;
import java.util.List;
import java.util.stream.Stream;

/// Looks at each resource of several kinds in their vendor's own words, for what these kinds have in common.
public non-sealed interface KindsRule extends Rule {
  List<Class<? extends Resource>> reads();

  Stream<Finding> check(Resource resource, Checked input);

  @Override
  default Stream<Finding> findings(Checked input) {
    return reads().stream()
        .flatMap(kind -> input.resources(kind).stream())
        .flatMap(it -> check(it, input));
  }
}
