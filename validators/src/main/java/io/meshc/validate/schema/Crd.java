package io.meshc.validate.schema;

import java.util.List;
import java.util.Optional;

/// What a CustomResourceDefinition says of a kind.
///
/// @param namespaced whether objects of it stand in a namespace
/// @param versions that the server takes, in the order of the definition
record Crd(String group, String kind, boolean namespaced, List<Version> versions) {
  Crd {
    versions = List.copyOf(versions);
  }

  /// @param names of versions whose objects have the same structure
  record Version(List<String> names, Schema schema) {
    Version {
      names = List.copyOf(names);
    }
  }

  Optional<Schema> schema(String version) {
    return versions.stream()
        .filter(it -> it.names().contains(version))
        .map(Version::schema)
        .findFirst();
  }
}
