package io.meshc.model;

import io.meshc.source.Origin;
import io.meshc.source.ResourceId;

/// One resource names another.
///
/// @param from the resource that names
/// @param to what it names; the name of a part follows a `#`, such as `routes#buy-a-book`
/// @param role what it is named for, such as `route group`, for messages
/// @param state whether it is there
public record Reference(ResourceId from, ResourceId to, String role, State state, Origin origin) {

  public enum State {
    FOUND,
    /// The repo holds the namespace, but not the thing in it.
    MISSING,
    /// The repo does not hold the namespace at all.
    OUTSIDE,
    /// The repo holds a template or ciphertext that may be it.
    HIDDEN
  }
}
