package io.meshc.model.match;

import io.meshc.model.match.Match.All;
import io.meshc.model.match.Match.OneOf;
import java.util.ArrayList;
import java.util.List;

/// A match as a list of alternatives, each without `OneOf`: the form that most targets want. `Not` stays as it is.
public final class Alternatives {
  private Alternatives() {}

  /// Together they cover what the match covers. None of them is `None`; no alternatives means nothing is covered.
  public static List<Match> of(Match match) {
    return switch (match) {
      case Match.None _ -> List.of();
      case OneOf(var of) -> of.stream().flatMap(it -> of(it).stream()).distinct().toList();
      case All(var of) -> product(of);
      default -> List.of(match);
    };
  }

  /// The conjuncts of one alternative.
  public static List<Match> parts(Match alternative) {
    return switch (alternative) {
      case All(var of) -> of;
      case Match.Any _ -> List.of();
      default -> List.of(alternative);
    };
  }

  private static List<Match> product(List<Match> conjuncts) {
    List<Match> result = List.of(Match.ANY);
    for (Match conjunct : conjuncts) {
      var next = new ArrayList<Match>();
      for (Match before : result) {
        of(conjunct).forEach(it -> next.add(Match.all(before, it)));
      }
      result = next;
    }
    return result.stream().filter(it -> !(it instanceof Match.None)).distinct().toList();
  }
}
