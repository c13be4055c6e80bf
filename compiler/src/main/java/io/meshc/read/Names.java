package io.meshc.read;

/// Which files are configuration, by their names.
final class Names {
  private Names() {}

  static final String CHART = "Chart.yaml";
  static final String TEMPLATES = "templates";

  /// Stands in a directory that meshc wrote.
  static final String MANIFEST = ".meshc-manifest";

  static boolean isConfiguration(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }
}
