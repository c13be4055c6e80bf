package io.meshc.link;

import io.meshc.model.Namespace;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Declarations.DeclaredNamespace;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Every namespace that the repo declares or puts something into.
final class Namespaces {
  private Namespaces() {}

  static List<Namespace> of(Declarations declared, Memberships memberships) {
    Map<String, Namespace> result = new TreeMap<>();
    for (DeclaredNamespace it : declared.namespaces()) {
      result.putIfAbsent(
          it.name(),
          new Namespace(it.name(), true, memberships.ofNamespace(it.name()), it.origin()));
    }
    declared.workloads().forEach(it -> named(it.id().namespace(), result, memberships));
    declared.services().forEach(it -> named(it.name().namespace(), result, memberships));
    declared.implied().forEach(it -> named(it.namespace(), result, memberships));
    declared.objects().forEach(it -> named(it.namespace(), result, memberships));
    memberships.namespaces().forEach(it -> named(it, result, memberships));
    return List.copyOf(result.values());
  }

  private static void named(String name, Map<String, Namespace> result, Memberships memberships) {
    if (!name.isEmpty()) {
      result.computeIfAbsent(
          name, it -> new Namespace(it, false, memberships.ofNamespace(it), Origin.none()));
    }
  }
}
