package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.dialect.Resource;
import java.util.stream.Stream;

/// Looks at each resource of one kind in its vendor's own words, for what the neutral model does not keep.
public non-sealed interface ResourceRule<R extends Resource> extends Rule {
  Class<R> reads();

  Stream<Finding> check(R resource, Checked input);

  @Override
  default Stream<Finding> findings(Checked input) {
    return input.resources(reads()).stream().flatMap(it -> check(it, input));
  }
}
