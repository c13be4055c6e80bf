package io.meshc.model.cluster;

import io.meshc.model.Lookup;
import io.meshc.model.Mesh;
import io.meshc.model.cluster.Locality.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Clusters that trust each other, by the names that the mesh gives them.
public final class Clusters {
  /// A cluster on its own.
  public static final Clusters ALONE = new Clusters(List.of());

  private final Map<String, Member> members = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Map<String, Lookup> lookups = new HashMap<>();

  /// @param name as the mesh calls it
  /// @param environment as the user calls it
  /// @param network of its workloads where neither they nor the cluster say another; `""` where nobody says
  /// @param place of its workloads where they do not say themselves
  public record Member(
      String name, String environment, Mesh mesh, String network, Optional<Place> place) {}

  /// INVARIANT: their names differ.
  public Clusters(List<Member> all) {
    for (Member it : all) {
      members.put(it.name(), it);
      names.add(it.name());
    }
    for (Member it : all) {
      lookups.put(it.name(), Lookup.of(it.mesh(), this, it.name()));
    }
  }

  /// In the user's order.
  public List<String> names() {
    return names;
  }

  public Optional<Member> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  public Optional<Lookup> at(String name) {
    return Optional.ofNullable(lookups.get(name));
  }

  public boolean isAlone() {
    return names.size() < 2;
  }
}
