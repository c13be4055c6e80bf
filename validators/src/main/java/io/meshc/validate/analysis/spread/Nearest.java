package io.meshc.validate.analysis.spread;

import io.meshc.model.BackendPolicy.Spreading;
import io.meshc.model.cluster.Locality;
import io.meshc.model.cluster.Locality.Place;
import io.meshc.model.cluster.Locality.Shares;
import io.meshc.validate.question.Portion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Shares by locality: "outlier detection … is required in order for failover to function properly" (istio.io, "Locality failover"),
/// so without it, and without a distribution, every endpoint gets the same. With it, the nearest take everything as long as they
/// are healthy, which is what is asked here.
///
/// @param shares one for each, in order; together 1
/// @param because what decides, `""` where nothing but their number does
public record Nearest(List<Portion> shares, String because) {
  private static final Portion SOME = new Portion(0, 1);

  public Nearest {
    shares = List.copyOf(shares);
  }

  /// @param client where it runs
  /// @param mesh what holds where the policy says nothing of localities
  public static Nearest of(
      List<? extends Weighed<?>> all,
      Optional<Place> client,
      Spreading spreading,
      Optional<Locality> mesh) {
    Optional<Locality> locality = spreading.locality().or(() -> mesh.filter(Locality::enabled));
    boolean off = spreading.locality().filter(it -> !it.enabled()).isPresent();
    boolean shared = locality.filter(it -> !it.shares().isEmpty()).isPresent();
    if (off || all.size() < 2 || (!spreading.ejects() && !shared)) {
      return new Nearest(byWeight(all, _ -> 1.0), "");
    }
    boolean placed = client.isPresent() && all.stream().allMatch(it -> it.place().isPresent());
    if (!placed) {
      return open(
          all, "the nearest endpoints are taken first, and the repo does not show where they are");
    }
    Place from = client.get();
    if (shared) {
      return locality.get().shares().stream()
          .filter(it -> from.isIn(it.from()))
          .findFirst()
          .map(it -> distributed(all, it))
          .orElseGet(() -> new Nearest(byWeight(all, _ -> 1.0), ""));
    }
    if (locality.filter(it -> !it.labels().isEmpty()).isPresent()) {
      return open(
          all, "endpoints are ranked by labels, and what that makes of them is not modelled");
    }
    return nearest(all, from, locality.map(Locality::failover).orElse(Map.of()));
  }

  private static Nearest open(List<? extends Weighed<?>> all, String because) {
    return new Nearest(all.stream().map(_ -> SOME).toList(), because);
  }

  /// The region that takes the place of the client's own goes before all others.
  private static Nearest nearest(
      List<? extends Weighed<?>> all, Place client, Map<String, String> failover) {
    OptionalInt least = all.stream().mapToInt(it -> rank(it, client, failover)).min();
    return new Nearest(
        byWeight(all, it -> rank(it, client, failover) == least.orElse(0) ? 1.0 : 0.0),
        "the nearest endpoints are taken first, the others when those fail");
  }

  private static int rank(Weighed<?> endpoint, Place client, Map<String, String> failover) {
    Place place = endpoint.place().orElseThrow();
    int distance = client.distance(place);
    boolean next = place.region().equals(failover.get(client.region()));
    return distance == 3 && !next ? 4 : distance;
  }

  private static Nearest distributed(List<? extends Weighed<?>> all, Shares shares) {
    var factors = new ArrayList<Double>();
    for (Weighed<?> it : all) {
      Optional<String> pattern = pattern(it, shares);
      double group =
          all.stream()
              .filter(other -> pattern(other, shares).equals(pattern))
              .mapToDouble(Weighed::weight)
              .sum();
      factors.add(
          pattern.map(at -> shares.to().getOrDefault(at, 0L) * it.weight() / group).orElse(0.0));
    }
    double sum = factors.stream().mapToDouble(it -> it).sum();
    return new Nearest(
        factors.stream().map(it -> Portion.of(sum == 0 ? 0 : it / sum)).toList(),
        "a policy says which part goes to which locality");
  }

  /// The longest that means the place of an endpoint.
  private static Optional<String> pattern(Weighed<?> endpoint, Shares shares) {
    Place place = endpoint.place().orElseThrow();
    return shares.to().keySet().stream()
        .filter(place::isIn)
        .max((a, b) -> a.length() != b.length() ? a.length() - b.length() : a.compareTo(b));
  }

  @FunctionalInterface
  private interface Factor {
    double of(Weighed<?> endpoint);
  }

  private static List<Portion> byWeight(List<? extends Weighed<?>> all, Factor factor) {
    double sum = all.stream().mapToDouble(it -> it.weight() * factor.of(it)).sum();
    return all.stream().map(it -> Portion.of(it.weight() * factor.of(it) / sum)).toList();
  }
}
