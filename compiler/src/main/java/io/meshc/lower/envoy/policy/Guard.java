package io.meshc.lower.envoy.policy;

import io.meshc.dialect.envoy.StringMatch;
import io.meshc.dialect.envoy.rbac.Rules;
import java.util.List;
import java.util.Optional;

/// What stands before a port.
///
/// @param deny absent where nothing is denied by name
/// @param allow absent where everything else passes
/// @param only the identities that are let in, where nothing else counts: then the handshake alone can tell
public record Guard(Optional<Rules> deny, Optional<Rules> allow, Optional<List<StringMatch>> only) {
  public static final Guard OPEN = new Guard(Optional.empty(), Optional.empty(), Optional.empty());

  public boolean isOpen() {
    return deny.isEmpty() && allow.isEmpty();
  }
}
