package io.meshc.source;

/// What Kubernetes knows an object by. The version is left out: an object has one identity in all of them.
///
/// @param group the API group, `""` for the core group
/// @param namespace `""` for cluster-scoped objects and for objects whose namespace nobody stated
public record ResourceId(String group, String kind, String namespace, String name)
    implements Comparable<ResourceId> {

  /// Written out, because a record's own is linked when it is first called, which costs a cold start some milliseconds
  /// (decision 0009).
  @Override
  public boolean equals(Object other) {
    return other instanceof ResourceId that
        && name.equals(that.name)
        && namespace.equals(that.namespace)
        && kind.equals(that.kind)
        && group.equals(that.group);
  }

  @Override
  public int hashCode() {
    return ((name.hashCode() * 31 + namespace.hashCode()) * 31 + kind.hashCode()) * 31
        + group.hashCode();
  }

  /// `TrafficTarget bookstore/bookstore`, as people say it.
  public String label() {
    return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
  }

  /// By namespace, kind, name and group.
  @Override
  public int compareTo(ResourceId other) {
    int order = namespace.compareTo(other.namespace);
    order = order != 0 ? order : kind.compareTo(other.kind);
    order = order != 0 ? order : name.compareTo(other.name);
    return order != 0 ? order : group.compareTo(other.group);
  }
}
