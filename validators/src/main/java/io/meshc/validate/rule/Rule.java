package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing that can be wrong. A rule is a class without state; it implements the one interface below that hands it
/// what it looks at, and stands in the catalogue.
public sealed interface Rule
    permits InputRule,
        ReferenceRule,
        RouteRule,
        AuthorizationRule,
        MeshRule,
        ResourceRule,
        KindsRule,
        DocumentRule,
        SuppressionRule {
  RuleCard card();

  /// A finding of this rule, as severe as its card says.
  ///
  /// @param message one line, lower case, no full stop; the user's words in backticks; what is, not an order
  default Finding at(Origin origin, ResourceId resource, String message) {
    return at(origin, Optional.of(resource), message);
  }

  /// The same where it may be that no object is known.
  default Finding at(Origin origin, Optional<ResourceId> resource, String message) {
    RuleCard card = card();
    return new Finding(
        card.id(), card.severity(), origin, resource, message, List.of(), "", card.rejected());
  }

  /// The rule's page as a class path resource, such as `/io/meshc/rules/security/EmptySources.md`.
  default String page() {
    return "/" + getClass().getName().replace('.', '/') + ".md";
  }

  /// All that this rule has to say of an environment. Each interface below hands its rules what they look at.
  Stream<Finding> findings(Checked input);
}
