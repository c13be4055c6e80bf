package io.meshc.lower;

import io.meshc.model.Extension;
import io.meshc.model.Scope;
import java.util.Optional;

/// What the model cannot look into and no target is told.
public final class ExtensionLosses {
  private ExtensionLosses() {}

  /// @param target for messages: `Envoy`
  public static Loss of(Extension extension, String target) {
    return new Loss(
        extension.origin(),
        Optional.of(extension.resource()),
        Feature.EXTENSION.label(),
        effect(extension),
        region(extension),
        extension.what() + " is not carried over",
        "set it up in " + target + " by hand");
  }

  private static Effect effect(Extension extension) {
    return switch (extension.touches()) {
      case MAY_DENY -> Effect.WIDENS_ACCESS;
      case ANYTHING -> Effect.CHANGES_ROUTING;
      case LOAD, HANDLING -> Effect.LOSES_RESILIENCE;
      case TRANSPORT -> Effect.WEAKENS_TRANSPORT;
      case REPORTS -> Effect.LOSES_OBSERVABILITY;
    };
  }

  /// The requests that it may have decided.
  private static Region region(Extension extension) {
    if (!extension.decides()) {
      return Region.NOTHING;
    }
    return Region.at(
        extension.scope() instanceof Scope.Attached ? new Scope.Everywhere() : extension.scope(),
        extension.requests());
  }
}
