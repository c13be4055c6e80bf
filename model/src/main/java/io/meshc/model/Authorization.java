package io.meshc.model;

import io.meshc.model.match.Match;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;

/// What a policy lets through or keeps out, at the workloads of its scope.
///
/// Within one plane: what any DENY covers is denied; else what any ALLOW covers passes; else the plane's posture decides.
///
/// @param rules an ALLOW or DENY without rules covers nothing, but an ALLOW still counts for
///     [Plane.Posture#OPEN_UNTIL_ALLOWED]
public record Authorization(
    ResourceId resource,
    PlaneId plane,
    Effect effect,
    Scope scope,
    List<Rule> rules,
    Origin origin) {
  public Authorization {
    rules = List.copyOf(rules);
  }

  public enum Effect {
    ALLOW,
    DENY
  }

  /// Who may do what. Kept apart, because a client that is granted something else sees another answer than one that is
  /// granted nothing.
  ///
  /// @param clients predicates on identity
  /// @param requests predicates on the rest
  public record Rule(At<Match> clients, At<Match> requests) {
    public Match match() {
      return Match.all(clients.value(), requests.value());
    }

    public Origin origin() {
      return requests.origin();
    }
  }
}
