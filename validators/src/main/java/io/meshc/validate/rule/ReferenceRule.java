package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.model.Reference;
import java.util.stream.Stream;

/// Looks at each reference from one resource to another, found or not.
public non-sealed interface ReferenceRule extends Rule {
  Stream<Finding> check(Reference reference, Checked input);

  @Override
  default Stream<Finding> findings(Checked input) {
    return input.mesh().references().stream().flatMap(it -> check(it, input));
  }
}
