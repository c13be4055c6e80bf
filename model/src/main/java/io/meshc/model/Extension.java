package io.meshc.model;

import io.meshc.model.match.Match;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;

/// Something that the repo switches on and that the model cannot look into: code, an external service, a setting. Whatever
/// it may touch is unknown.
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

  public enum Touches {
    /// It may deny what is allowed, but allow nothing that is denied.
    MAY_DENY,
    /// It may do anything.
    ANYTHING,
    /// It decides over no single request, but how many there may be and how often they are tried again.
    LOAD
  }
}
