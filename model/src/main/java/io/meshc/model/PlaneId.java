package io.meshc.model;

/// The name of a [Plane].
public record PlaneId(String name) implements Comparable<PlaneId> {

  @Override
  public int compareTo(PlaneId other) {
    return name.compareTo(other.name);
  }
}
