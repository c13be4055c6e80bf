package io.meshc.rules.traffic;

import io.meshc.model.Authorization;
import io.meshc.model.Identity;
import io.meshc.model.Workload;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Which clients are let in at some workloads, for anything at all.
///
/// @param clients each with the place that says so
record Grants(Map<String, Origin> clients) {

  /// Empty where that is more than a list of identities: outside the mesh, in an open plane, by a pattern.
  static Optional<Grants> at(List<Workload> workloads, Checked input) {
    var clients = new TreeMap<String, Origin>();
    for (Workload workload : workloads) {
      List<Authorization> allowing =
          input
              .authorizationsAt(workload)
              .filter(it -> it.effect() == Authorization.Effect.ALLOW)
              .toList();
      if (!isClosed(workload, allowing, input)) {
        return Optional.empty();
      }
      for (Authorization.Rule rule : rules(allowing).toList()) {
        Optional<List<String>> named = identities(rule.clients().value());
        if (named.isEmpty()) {
          return Optional.empty();
        }
        named.get().forEach(it -> clients.putIfAbsent(label(it), rule.clients().origin()));
      }
    }
    return Optional.of(new Grants(clients));
  }

  private static boolean isClosed(Workload workload, List<Authorization> allowing, Checked input) {
    return input
        .lookup()
        .planeOf(workload)
        .map(plane ->
            switch (plane.posture()) {
              case CLOSED -> true;
              case OPEN_UNTIL_ALLOWED -> !allowing.isEmpty();
              case OPEN, UNKNOWN -> false;
            })
        .orElse(false);
  }

  private static Stream<Authorization.Rule> rules(List<Authorization> allowing) {
    return allowing.stream()
        .flatMap(it -> it.rules().stream())
        .filter(it -> !(it.requests().value() instanceof Match.None));
  }

  /// Whatever is neither nobody nor one identity nor a choice of those is more than a list.
  private static Optional<List<String>> identities(Match match) {
    if (match instanceof Match.None) {
      return Optional.of(List.of());
    }
    if (match instanceof Match.OnIdentity on && on.identity() instanceof TextPattern.Exact exact) {
      return Optional.of(List.of(exact.text()));
    }
    if (!(match instanceof Match.OneOf choice)) {
      return Optional.empty();
    }
    var all = new ArrayList<String>();
    for (Match it : choice.of()) {
      Optional<List<String>> part = identities(it);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(part.get());
    }
    return Optional.of(all);
  }

  private static String label(String identity) {
    return Identity.parse(identity).map(Identity::label).orElse(identity);
  }
}
