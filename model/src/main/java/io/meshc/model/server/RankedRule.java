package io.meshc.model.server;

import io.meshc.model.Request;
import io.meshc.model.Route;
import io.meshc.model.match.Truth;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One way to come by a rule.
///
/// @param resource that says the rule
/// @param grants who may go this way, where the rule stands before a server
public record RankedRule(ResourceId resource, Rank rank, Route.Rule rule, List<Grant> grants) {
  public RankedRule {
    grants = List.copyOf(grants);
  }

  /// The rules that may decide.
  ///
  /// @param best the most specific ones that cover the request, one for each resource: of one resource the first counts, among
  ///     several resources age
  /// @param unknown what would have to be known to tell whether a rule that is at least as specific covers it; empty if nothing
  public record Found(List<RankedRule> best, Optional<String> unknown) {
    public Found {
      best = List.copyOf(best);
    }
  }

  public static Found find(List<RankedRule> rules, Request request) {
    var best = new ArrayList<RankedRule>();
    var unclear = new LinkedHashMap<RankedRule, String>();
    for (RankedRule it : rules) {
      switch (it.rule().match().value().covers(request)) {
        case Truth.Yes _ -> {
          int order = best.isEmpty() ? 1 : it.rank().compareTo(best.getFirst().rank());
          if (order > 0) {
            best.clear();
          }
          boolean known = best.stream().anyMatch(other -> other.resource().equals(it.resource()));
          if (order >= 0 && !known) {
            best.add(it);
          }
        }
        case Truth.Unknown(var because) -> unclear.put(it, because);
        case Truth.No _ -> {}
      }
    }
    Optional<String> unknown =
        unclear.entrySet().stream()
            .filter(
                it -> best.isEmpty() || it.getKey().rank().compareTo(best.getFirst().rank()) >= 0)
            .map(Map.Entry::getValue)
            .findFirst();
    return new Found(best, unknown);
  }
}
