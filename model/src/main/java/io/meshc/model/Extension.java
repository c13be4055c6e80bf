package io.meshc.model;

import io.meshc.source.Origin;
import io.meshc.source.ResourceId;

/// Something that the repo switches on and that the model cannot look into: code, an external service, a setting. Whatever
/// it may touch is unknown.
///
/// @param what for messages, such as `external authorization`
/// @param touches what it may change
public record Extension(
    ResourceId resource, PlaneId plane, Scope scope, String what, Touches touches, Origin origin) {

  public enum Touches {
    /// It may deny what is allowed, but allow nothing that is denied.
    MAY_DENY,
    /// It may do anything.
    ANYTHING
  }
}
