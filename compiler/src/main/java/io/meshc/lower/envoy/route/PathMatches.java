package io.meshc.lower.envoy.route;

import io.meshc.dialect.envoy.route.RouteMatch;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;

/// Matches of routes that look at nothing but the path.
public final class PathMatches {
  private PathMatches() {}

  public static RouteMatch of(TextPattern path) {
    return LowerRouteMatch.of(new Match.OnPath(path)).getFirst();
  }
}
