package io.meshc.lower.istio;

import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import java.util.List;
import java.util.Optional;

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

  /// Why a match is not known in full; empty if it is.
  static Optional<String> doubt(Match match) {
    return switch (match) {
      case Match.Unclear(var _, var _, var because) -> Optional.of(because);
      case Match.Not(var of) -> doubt(of);
      case Match.All(var of) -> doubt(of);
      case Match.OneOf(var of) -> doubt(of);
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
          Match.ChangedBy _,
          Attribute _ ->
          Optional.empty();
    };
  }

  private static Optional<String> doubt(List<Match> parts) {
    return parts.stream().flatMap(it -> doubt(it).stream()).findFirst();
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
          Match.ChangedBy _,
          Attribute _ ->
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
