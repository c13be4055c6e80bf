package io.meshc.normalize.gateway;

import io.meshc.model.Route;
import io.meshc.model.match.HostPattern;
import io.meshc.model.match.Match;
import io.meshc.source.ResourceId;
import java.util.Comparator;

/// One alternative of one rule of a route, with what decides between it and others.
///
/// @param owner the route
/// @param position of the rule in its route, and of the alternative in its rule
/// @param host for which it is bound; `*` in a mesh
public record Ranked(ResourceId owner, int position, Rank rank, HostPattern host, Route.Rule rule) {
  public static final HostPattern ANY_HOST = new HostPattern("*");

  static final Comparator<Ranked> BY_OWNER =
      Comparator.comparing((Ranked it) -> it.owner().namespace())
          .thenComparing(it -> it.owner().name())
          .thenComparing(Ranked::position);

  public Ranked at(HostPattern other) {
    return new Ranked(owner, position, rank, other, rule);
  }

  /// The same for fewer requests.
  public Ranked where(Match condition) {
    Match both = Match.all(condition, rule.match().value());
    return new Ranked(owner, position, rank, host, rule.matching(both));
  }
}
