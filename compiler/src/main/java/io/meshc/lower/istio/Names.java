package io.meshc.lower.istio;

import io.meshc.dialect.Resources;
import io.meshc.source.ResourceId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Gives out names that nothing in the environment has yet. The only thing in a translation that remembers; the order of its
/// calls is that of the mesh, which is sorted.
final class Names {
  private static final int LONGEST = 240;

  private final Set<ResourceId> taken = new HashSet<>();

  static Names takenBy(Resources resources) {
    var names = new Names();
    resources.all().forEach(it -> names.taken.add(it.meta().id()));
    return names;
  }

  /// The wanted name, or the same with a number behind it.
  String give(String group, String kind, String namespace, String wanted) {
    String base = dnsSafe(wanted);
    String name = base;
    for (int i = 2; !taken.add(new ResourceId(group, kind, namespace, name)); i++) {
      name = base + "-" + i;
    }
    return name;
  }

  private static String dnsSafe(String wanted) {
    String plain = wanted.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-");
    String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    String trimmed = cut.replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
    return trimmed.isEmpty() ? "meshc" : trimmed;
  }
}
