package io.meshc.lower;

import io.meshc.model.Extension;
import io.meshc.model.Scope;

/// What the model cannot look into and no target is told.
public final class ExtensionLosses {
  private ExtensionLosses() {}

  /// What is lost with it in a target: `Envoy`.
  public static Effect effect(Extension extension) {
    return switch (extension.touches()) {
      case MAY_DENY -> Effect.WIDENS_ACCESS;
      case ANYTHING -> Effect.CHANGES_ROUTING;
      case LOAD, HANDLING -> Effect.LOSES_RESILIENCE;
      case TRANSPORT -> Effect.WEAKENS_TRANSPORT;
      case REPORTS -> Effect.LOSES_OBSERVABILITY;
    };
  }

  /// The requests that it may have decided.
  public static Region region(Extension extension) {
    return switch (extension.touches()) {
      case MAY_DENY, ANYTHING ->
          Region.at(
              extension.scope() instanceof Scope.Attached
                  ? new Scope.Everywhere()
                  : extension.scope(),
              extension.requests());
      case LOAD, HANDLING, TRANSPORT, REPORTS -> Region.NOTHING;
    };
  }
}
