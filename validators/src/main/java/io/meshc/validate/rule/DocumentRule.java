package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.validate.written.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Looks at each object of some kinds as it is written, for what servers ask of its fields.
public non-sealed interface DocumentRule extends Rule {
  /// @param group of the API
  record Kind(String group, String kind) {}

  List<Kind> reads();

  /// @param found takes what is wrong with the object
  void check(Written object, Checked input, Found found);

  /// Whether a kind is looked at in this environment.
  default boolean asks(Kind kind, Checked input) {
    return true;
  }

  // Plain loops: most inputs have none of these kinds (decision 0009).
  @Override
  default Stream<Finding> findings(Checked input) {
    List<Finding> all = new ArrayList<>();
    for (Kind kind : reads()) {
      List<Written> objects = input.documents().of(kind.group(), kind.kind());
      if (!objects.isEmpty() && asks(kind, input)) {
        for (Written object : objects) {
          check(object, input, new Found(this, object.id(), all));
        }
      }
    }
    return all.stream();
  }
}
