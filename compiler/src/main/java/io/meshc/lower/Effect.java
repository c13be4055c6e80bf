package io.meshc.lower;

import java.util.Locale;

/// What a loss does to the mesh.
public enum Effect {
  /// Somebody may call what they could not call.
  WIDENS_ACCESS,
  /// Somebody may no longer call what they could call.
  NARROWS_ACCESS,
  /// Requests go elsewhere.
  CHANGES_ROUTING,
  /// Less is encrypted or authenticated.
  WEAKENS_TRANSPORT,
  /// The same requests are refused, with another answer.
  CHANGES_ANSWER,
  LOSES_RESILIENCE,
  LOSES_OBSERVABILITY,
  COSMETIC;

  /// Whether the user has to accept it before anything is written.
  public boolean needsAcceptance() {
    return switch (this) {
      case WIDENS_ACCESS, NARROWS_ACCESS, CHANGES_ROUTING, WEAKENS_TRANSPORT, LOSES_RESILIENCE ->
          true;
      case CHANGES_ANSWER, LOSES_OBSERVABILITY, COSMETIC -> false;
    };
  }

  /// `narrows-access`, as on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
