package io.meshc.rules.gateway;

import io.meshc.diag.Finding;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.written.Written;
import java.util.List;
import java.util.stream.Stream;

/// Asks what the published definitions ask in CEL. A definition of the cluster itself has the word about its kind.
public interface DefinitionRule extends DocumentRule {
  @Override
  default Stream<Finding> findings(Checked input) {
    Stream<Finding> all = Stream.empty();
    for (Kind kind : reads()) {
      List<Written> objects = input.documents().of(kind.group(), kind.kind());
      if (!objects.isEmpty() && !input.documents().isDefined(kind.group(), kind.kind())) {
        all = Stream.concat(all, objects.stream().flatMap(it -> check(it, input)));
      }
    }
    return all;
  }
}
