package io.meshc.link;

import static java.util.stream.Collectors.toSet;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Resources;
import io.meshc.model.Mesh;
import io.meshc.model.cluster.Clusters;
import io.meshc.model.cluster.Clusters.Member;
import io.meshc.model.cluster.Locality.Place;
import io.meshc.normalize.Frontends;
import io.meshc.normalize.Neighbour;
import io.meshc.normalize.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Clusters of one mesh: each is linked with what controllers put there because of the others.
public final class Together {
  private Together() {}

  /// @param name as the mesh calls it
  /// @param environment as the user calls it
  /// @param network `""` where the user does not say
  /// @param resources as they are written
  public record Part(
      String name,
      String environment,
      String network,
      Optional<Place> place,
      Resources resources,
      Settings settings) {}

  /// @param problems of each part, in order
  public record Linked(Clusters clusters, List<List<Problem>> problems) {
    public Linked {
      problems = List.copyOf(problems);
    }
  }

  public static Linked link(List<Part> parts) {
    List<Neighbour> neighbours =
        parts.stream().map(it -> new Neighbour(it.name(), it.resources())).toList();
    var members = new ArrayList<Member>();
    var problems = new ArrayList<List<Problem>>();
    for (Part it : parts) {
      var found = new ArrayList<Problem>();
      Mesh mesh = mesh(it, neighbours, found);
      members.add(new Member(it.name(), it.environment(), mesh, it.network(), it.place()));
      problems.add(found);
    }
    return new Linked(new Clusters(members), problems);
  }

  private static Mesh mesh(Part part, List<Neighbour> all, List<Problem> problems) {
    List<Neighbour> others = all.stream().filter(it -> !it.name().equals(part.name())).toList();
    Settings settled = Frontends.settle(part.resources(), part.settings());
    var here = new Neighbour(part.name(), part.resources());
    Resources resources = Frontends.reflected(here, others, settled);
    var declared = keep(Frontends.normalize(resources, settled), problems);
    Set<String> names = others.stream().map(Neighbour::name).collect(toSet());
    return keep(Link.link(declared.among(part.name(), names), settled.assumptions()), problems);
  }

  private static <T> T keep(Outcome<T> outcome, List<Problem> problems) {
    problems.addAll(outcome.problems());
    return outcome.value();
  }
}
