package io.meshc.normalize;

import io.meshc.model.Assumptions;
import java.util.Optional;

/// What the user said beside the files.
///
/// @param defaultNamespace of namespaced objects that state none
/// @param osmPermissive whether OSM runs in permissive mode, for repos without its MeshConfig
/// @param pathRegex how `pathRegex` of SMI is read; empty: as the repo shows
public record Settings(
    Assumptions assumptions,
    String defaultNamespace,
    Optional<Boolean> osmPermissive,
    Optional<PathReading> pathRegex) {

  public static final Settings DEFAULT =
      new Settings(Assumptions.DEFAULT, "default", Optional.empty(), Optional.empty());

  /// SMI anchors `pathRegex` at the start only; Open Service Mesh matches the whole path.
  public enum PathReading {
    FULL,
    PREFIX
  }
}
