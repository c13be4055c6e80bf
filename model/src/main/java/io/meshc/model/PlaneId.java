package io.meshc.model;

/// The name of a [Plane].
public record PlaneId(String name) implements Comparable<PlaneId> {

  /// No mesh, but the network of the cluster, below every mesh: it guards what stands outside of them, too.
  public static final PlaneId CLUSTER = new PlaneId("cluster");

  @Override
  public int compareTo(PlaneId other) {
    return name.compareTo(other.name);
  }
}
