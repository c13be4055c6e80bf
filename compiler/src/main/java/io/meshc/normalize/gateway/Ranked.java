package io.meshc.normalize.gateway;

import io.meshc.dialect.gateway.route.Route;
import io.meshc.model.match.HostPattern;
import io.meshc.model.match.Match;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One alternative of one rule of a route, with what decides between it and others.
///
/// @param owner the route
/// @param position of the rule in its route, and of the alternative in its rule
/// @param host for which it is bound; `*` in a mesh
public record Ranked(
    ResourceId owner, int position, Rank rank, HostPattern host, io.meshc.model.Route.Rule rule) {
  public static final HostPattern ANY_HOST = new HostPattern("*");

  static final Comparator<Ranked> BY_OWNER =
      Comparator.comparing((Ranked it) -> it.owner().namespace())
          .thenComparing(it -> it.owner().name())
          .thenComparing(Ranked::position);

  /// Goes before everything: what is in force in the place of a route that the API server refuses is not known.
  static Ranked unread(Route route) {
    String because =
        "`"
            + route.meta().id().label()
            + "` holds what the API server refuses: what is in force in its place is not known";
    var rule =
        new io.meshc.model.Route.Rule(
            At.of(
                new Match.Unclear(Match.NONE, Match.ANY, because),
                route.unread().orElse(route.meta().origin())),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(route.meta().id()));
    var rank = new Rank(Rank.Kind.EXACT, Integer.MAX_VALUE, true, 0, 0);
    return new Ranked(route.meta().id(), 0, rank, ANY_HOST, rule);
  }

  public Ranked at(HostPattern other) {
    return new Ranked(owner, position, rank, other, rule);
  }

  /// The same for fewer requests.
  public Ranked where(Match condition) {
    Match both = Match.all(condition, rule.match().value());
    return new Ranked(owner, position, rank, host, rule.matching(both));
  }
}
