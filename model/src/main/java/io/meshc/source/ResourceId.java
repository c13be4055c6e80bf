package io.meshc.source;

import java.util.Comparator;

/// What Kubernetes knows an object by. The version is left out: an object has one identity in all of them.
///
/// @param group the API group, `""` for the core group
/// @param namespace `""` for cluster-scoped objects and for objects whose namespace nobody stated
public record ResourceId(String group, String kind, String namespace, String name)
    implements Comparable<ResourceId> {

  private static final Comparator<ResourceId> ORDER =
      Comparator.comparing(ResourceId::namespace)
          .thenComparing(ResourceId::kind)
          .thenComparing(ResourceId::name)
          .thenComparing(ResourceId::group);

  /// `TrafficTarget bookstore/bookstore`, as people say it.
  public String label() {
    return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }

  @Override
  public int compareTo(ResourceId other) {
    return ORDER.compare(this, other);
  }
}
