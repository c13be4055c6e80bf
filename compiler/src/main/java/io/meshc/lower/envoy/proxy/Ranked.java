package io.meshc.lower.envoy.proxy;

import io.meshc.model.match.Disjoint;
import io.meshc.model.match.Match;
import io.meshc.model.server.RankedRule;
import java.util.ArrayList;
import java.util.List;

/// Ranked rules → the order in which the first that covers a request is the most specific one.
public final class Ranked {
  private Ranked() {}

  /// Two rules of different objects that are as specific as each other and may cover the same request: age decides.
  public record Tie(RankedRule first, RankedRule other) {
    public Match both() {
      return Match.all(first.rule().match().value(), other.rule().match().value());
    }

    public String because() {
      return "`"
          + first.resource().label()
          + "` and `"
          + other.resource().label()
          + "` cover a request alike, and the older one counts";
    }
  }

  /// The most specific ones first; of one object the earlier ones.
  public static List<RankedRule> sorted(List<RankedRule> rules) {
    return rules.stream()
        .sorted((a, b) -> {
          int order = b.rank().compareTo(a.rank());
          return order != 0 ? order : a.resource().compareTo(b.resource());
        })
        .toList();
  }

  /// Those between a rule and what comes behind it.
  ///
  /// @param sorted all of them
  public static List<Tie> ties(RankedRule rule, List<RankedRule> sorted) {
    var ties = new ArrayList<Tie>();
    for (RankedRule other : sorted.subList(sorted.indexOf(rule) + 1, sorted.size())) {
      if (other.rank().compareTo(rule.rank()) != 0) {
        break;
      }
      boolean both =
          !other.resource().equals(rule.resource())
              && !Disjoint.surely(rule.rule().match().value(), other.rule().match().value());
      if (both) {
        ties.add(new Tie(rule, other));
      }
    }
    return ties;
  }
}
