package io.meshc.model;

/// The name of a [Plane].
public record PlaneId(String name) implements Comparable<PlaneId> {

  /// No mesh, but the network of the cluster, below every mesh: it guards what stands outside of them, too.
  public static final PlaneId CLUSTER = new PlaneId("cluster");

  /// Written out, because a record's own is linked when it is first called (decision 0009).
  @Override
  public boolean equals(Object other) {
    return other instanceof PlaneId that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public int compareTo(PlaneId other) {
    return name.compareTo(other.name);
  }
}
