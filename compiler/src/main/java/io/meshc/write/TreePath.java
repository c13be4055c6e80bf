package io.meshc.write;

import java.util.ArrayList;
import java.util.List;

/// Paths of source files → paths in the output.
final class TreePath {
  private TreePath() {}

  /// The path below the root that the user named; of a root that is the file itself, its name. Steps upwards are left out, so
  /// that no path leads out of the output directory.
  static String below(String root, String path) {
    List<String> steps = steps(path);
    List<String> above = steps(root);
    boolean inside = steps.size() >= above.size() && steps.subList(0, above.size()).equals(above);
    if (inside && steps.size() == above.size()) {
      return steps.isEmpty() ? "input.yaml" : steps.getLast();
    }
    List<String> rest = inside ? steps.subList(above.size(), steps.size()) : steps;
    return String.join("/", rest.stream().filter(it -> !it.equals("..")).toList());
  }

  private static List<String> steps(String path) {
    var steps = new ArrayList<String>();
    for (String step : path.split("/", -1)) {
      boolean up = step.equals("..") && !steps.isEmpty() && !steps.getLast().equals("..");
      if (up) {
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return steps;
  }
}
