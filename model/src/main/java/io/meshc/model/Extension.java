package io.meshc.model;

import io.meshc.model.match.Match;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;

/// Something that the repo switches on and that the model cannot look into: code, an external service, a setting. Whatever
/// decision it may touch is unknown; what touches none is lost in a translation, and said there.
///
/// @param what for messages, such as `external authorization`
/// @param touches what it may change
/// @param requests which it may change, and no others
public record Extension(
    ResourceId resource,
    PlaneId plane,
    Scope scope,
    String what,
    Touches touches,
    Match requests,
    Origin origin) {

  /// One that may touch every request.
  public Extension(
      ResourceId resource,
      PlaneId plane,
      Scope scope,
      String what,
      Touches touches,
      Origin origin) {
    this(resource, plane, scope, what, touches, Match.ANY, origin);
  }

  /// Whether any decision may depend on it.
  public boolean decides() {
    return switch (touches) {
      case MAY_DENY, ANYTHING -> true;
      case LOAD, HANDLING, TRANSPORT, REPORTS -> false;
    };
  }

  public enum Touches {
    /// It may deny what is allowed, but allow nothing that is denied.
    MAY_DENY,
    /// It may do anything.
    ANYTHING,
    /// It decides over no single request, but how many there may be and how often they are tried again.
    LOAD,
    /// It decides over no request, but over the way it takes: over which connection, to which of several servers.
    HANDLING,
    /// It decides how what passes is encrypted, and which certificates are taken at the edge.
    TRANSPORT,
    /// It decides nothing: what proxies tell, and how they run.
    REPORTS
  }
}
