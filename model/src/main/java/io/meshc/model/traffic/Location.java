package io.meshc.model.traffic;

import io.meshc.model.Route.Edit;
import java.util.Optional;
import java.util.OptionalInt;

/// Where a redirect leads: what is absent stays as the client has it.
///
/// @param path a change of the path
public record Location(
    Optional<String> scheme, Optional<String> host, OptionalInt port, Optional<Edit> path) {
  public static final Location SAME =
      new Location(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty());
}
