package io.meshc.lower.envoy.policy;

import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A match at one place of a proxy: what is known there is left out, every `Not` stands at a single predicate, and what is not
/// clear, or cannot be said there, is resolved one way or the other.
public final class Settle {
  private final Facts facts;
  private final Function<Match, Optional<String>> unsaid;
  private final List<String> doubts = new ArrayList<>();

  /// @param match which is Any, None, predicates, and `Not`, `All` and `OneOf` of these
  /// @param doubts why it is not exactly what was meant; none if it is
  public record Settled(Match match, List<String> doubts) {
    public Settled {
      doubts = List.copyOf(doubts);
    }
  }

  private Settle(Facts facts, Function<Match, Optional<String>> unsaid) {
    this.facts = facts;
    this.unsaid = unsaid;
  }

  /// What is covered in any case.
  ///
  /// @param unsaid why a predicate cannot be said there; empty where it can
  public static Settled least(Match match, Facts facts, Function<Match, Optional<String>> unsaid) {
    var settle = new Settle(facts, unsaid);
    return new Settled(settle.push(match, true, false), settle.doubts);
  }

  /// What may be covered.
  public static Settled most(Match match, Facts facts, Function<Match, Optional<String>> unsaid) {
    var settle = new Settle(facts, unsaid);
    return new Settled(settle.push(match, false, false), settle.doubts);
  }

  private Match push(Match match, boolean least, boolean negated) {
    return switch (match) {
      case Match.Not(var of) -> push(of, least, !negated);
      case Match.All(var of) -> join(each(of, least, negated), !negated);
      case Match.OneOf(var of) -> join(each(of, least, negated), negated);
      case Match.Unclear(var atLeast, var atMost, var because) ->
          unclear(atLeast, atMost, because, least, negated);
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
          leaf(match, least, negated);
    };
  }

  private Match unclear(
      Match atLeast, Match atMost, String because, boolean least, boolean negated) {
    int before = doubts.size();
    Match lower = push(atLeast, least, negated);
    Match upper = push(atMost, least, negated);
    while (doubts.size() > before) {
      doubts.removeLast();
    }
    if (lower.equals(upper)) {
      return lower;
    }
    doubts.add(because);
    return least == negated ? upper : lower;
  }

  private Match leaf(Match leaf, boolean least, boolean negated) {
    Optional<Boolean> known = facts.known(leaf);
    if (known.isPresent()) {
      return known.get() == negated ? Match.NONE : Match.ANY;
    }
    Optional<String> because = unsaid.apply(leaf);
    if (because.isPresent()) {
      doubts.add(because.get());
      return least ? Match.NONE : Match.ANY;
    }
    return negated ? new Match.Not(leaf) : leaf;
  }

  private List<Match> each(List<Match> parts, boolean least, boolean negated) {
    return parts.stream().map(it -> push(it, least, negated)).toList();
  }

  private static Match join(List<Match> parts, boolean conjunction) {
    return conjunction ? Match.all(parts) : Match.oneOf(parts);
  }
}
