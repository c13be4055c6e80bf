package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.validate.written.Written;
import java.util.List;
import java.util.stream.Stream;

/// Looks at each object of some kinds as it is written, for what servers ask of its fields.
public non-sealed interface DocumentRule extends Rule {
  /// @param group of the API
  record Kind(String group, String kind) {}

  List<Kind> reads();

  Stream<Finding> check(Written object, Checked input);

  // Plain loops: most inputs have none of these kinds (decision 0009).
  @Override
  default Stream<Finding> findings(Checked input) {
    Stream<Finding> all = Stream.empty();
    for (Kind kind : reads()) {
      List<Written> objects = input.documents().of(kind.group(), kind.kind());
      if (!objects.isEmpty()) {
        all = Stream.concat(all, objects.stream().flatMap(it -> check(it, input)));
      }
    }
    return all;
  }
}
