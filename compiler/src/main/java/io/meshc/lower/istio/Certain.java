package io.meshc.lower.istio;

import io.meshc.model.match.Match;
import java.util.List;

/// A match with its doubts resolved, one way or the other, and with every `Not` at a single predicate: the form from which
/// rules are written.
final class Certain {
  private Certain() {}

  /// What is covered in any case.
  static Match least(Match match) {
    return push(match, true, false);
  }

  /// What may be covered.
  static Match most(Match match) {
    return push(match, false, false);
  }

  static boolean isUnclear(Match match) {
    return switch (match) {
      case Match.Unclear _ -> true;
      case Match.Not(var of) -> isUnclear(of);
      case Match.All(var of) -> of.stream().anyMatch(Certain::isUnclear);
      case Match.OneOf(var of) -> of.stream().anyMatch(Certain::isUnclear);
      case Match.Any _,
              Match.None _,
              Match.OnServicePort _,
              Match.OnWorkloadPort _,
              Match.OnHttp _,
              Match.OnMethod _,
              Match.OnHost _,
              Match.OnPath _,
              Match.OnHeader _,
              Match.OnIdentity _,
              Match.OnSourceNamespace _,
              Match.ChangedBy _ ->
          false;
    };
  }

  private static Match push(Match match, boolean least, boolean negated) {
    return switch (match) {
      case Match.Any _ -> negated ? Match.NONE : Match.ANY;
      case Match.None _ -> negated ? Match.ANY : Match.NONE;
      case Match.Unclear(var atLeast, var atMost, var _) ->
          push(least == negated ? atMost : atLeast, least, negated);
      case Match.Not(var of) -> push(of, least, !negated);
      case Match.All(var of) -> join(each(of, least, negated), !negated);
      case Match.OneOf(var of) -> join(each(of, least, negated), negated);
      case Match.OnServicePort _,
              Match.OnWorkloadPort _,
              Match.OnHttp _,
              Match.OnMethod _,
              Match.OnHost _,
              Match.OnPath _,
              Match.OnHeader _,
              Match.OnIdentity _,
              Match.OnSourceNamespace _,
              Match.ChangedBy _ ->
          negated ? new Match.Not(match) : match;
    };
  }

  private static List<Match> each(List<Match> parts, boolean least, boolean negated) {
    return parts.stream().map(it -> push(it, least, negated)).toList();
  }

  private static Match join(List<Match> parts, boolean conjunction) {
    return conjunction ? Match.all(parts) : Match.oneOf(parts);
  }
}
