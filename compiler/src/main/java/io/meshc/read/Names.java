package io.meshc.read;

/// Which files are configuration, by their names.
final class Names {
  private Names() {}

  static final String CHART = "Chart.yaml";
  static final String TEMPLATES = "templates";

  /// How the names of meshc's own files start, such as `.meshc.yaml`. They are no configuration of a mesh.
  private static final String OWN = ".meshc";

  /// @param name of a file, or a path that ends with it
  static boolean isConfiguration(String name) {
    return (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"))
        && !name.substring(name.lastIndexOf('/') + 1).startsWith(OWN);
  }
}
