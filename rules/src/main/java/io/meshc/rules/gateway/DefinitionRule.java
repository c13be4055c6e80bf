package io.meshc.rules.gateway;

import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;

/// Asks what the published definitions ask in CEL. A definition of the cluster itself has the word about its kind.
public interface DefinitionRule extends DocumentRule {
  @Override
  default boolean asks(Kind kind, Checked input) {
    return !input.documents().isDefined(kind.group(), kind.kind());
  }
}
