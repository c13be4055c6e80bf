package io.meshc.rules.traffic;

import io.meshc.model.Authorization;
import io.meshc.model.Identity;
import io.meshc.model.Workload;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
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

  private static Optional<List<String>> identities(Match match) {
    return switch (match) {
      case Match.None() -> Optional.of(List.of());
      case Match.OnIdentity(TextPattern.Exact(var identity)) -> Optional.of(List.of(identity));
      case Match.OneOf(var of) -> {
        List<Optional<List<String>>> parts = of.stream().map(Grants::identities).toList();
        yield parts.stream().allMatch(Optional::isPresent)
            ? Optional.of(parts.stream().flatMap(Optional::stream).flatMap(List::stream).toList())
            : Optional.empty();
      }
      case Match.OnIdentity _,
          Match.Any _,
          Match.OnServicePort _,
          Match.OnWorkloadPort _,
          Match.OnHttp _,
          Match.OnMethod _,
          Match.OnHost _,
          Match.OnPath _,
          Match.OnHeader _,
          Match.OnSourceNamespace _,
          Match.ChangedBy _,
          Match.Unclear _,
          Match.Not _,
          Match.All _ ->
          Optional.empty();
    };
  }

  private static String label(String identity) {
    return Identity.parse(identity).map(Identity::label).orElse(identity);
  }
}
