package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Route;
import io.meshc.model.Route.Backend;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.RouteRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A client that is let in at one backend of a split is not at another. Page, examples, tests: UnreachableBackend.md, beside this file.
public final class UnreachableBackend implements RouteRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2003", "unreachable-backend", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Route route, Checked input) {
    return route.rules().stream().flatMap(it -> onRule(route, it, input));
  }

  /// A backend, and who is let in there.
  private record Door(Backend backend, Grants grants) {}

  private Stream<Finding> onRule(Route route, Route.Rule rule, Checked input) {
    List<Door> doors =
        rule.backends().stream()
            .filter(it -> it.most() > 0)
            .flatMap(it -> door(it, input).stream())
            .toList();
    return doors.stream()
        .flatMap(shut -> {
          SortedSet<String> missing = new TreeSet<>();
          doors.forEach(it -> missing.addAll(it.grants().clients().keySet()));
          missing.removeAll(shut.grants().clients().keySet());
          return missing.isEmpty()
              ? Stream.empty()
              : Stream.of(said(route, rule, shut, missing, doors));
        });
  }

  /// Empty where the repo does not hold the backend's workloads, or where not only listed clients are let in.
  private static Optional<Door> door(Backend backend, Checked input) {
    return input
        .lookup()
        .service(backend.service().value())
        .filter(it -> !it.endpoints().isEmpty())
        .flatMap(it -> Grants.at(it.endpoints(), input))
        .map(it -> new Door(backend, it));
  }

  private Finding said(
      Route route, Route.Rule rule, Door shut, SortedSet<String> missing, List<Door> doors) {
    Backend backend = shut.backend();
    Finding finding =
        at(
            backend.service().origin(),
            route.resource(),
            "%s not let in at backend `%s`, which takes %s%d of %d"
                .formatted(
                    subject(missing),
                    backend.service().value().name(),
                    backend.varies().isPresent() ? "up to " : "",
                    backend.most(),
                    rule.totalWeight()));
    for (Door open : doors) {
      for (String client : missing) {
        var by = open.grants().clients().get(client);
        if (by != null) {
          String name = open.backend().service().value().name();
          finding = finding.because(by, "`" + client + "` is let in at `" + name + "`");
        }
      }
    }
    return finding;
  }

  private static String subject(SortedSet<String> clients) {
    String named =
        clients.stream().limit(3).map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    if (clients.size() == 1) {
      return named + ", a client of other backends, is";
    }
    String rest = clients.size() > 3 ? " and " + (clients.size() - 3) + " more" : "";
    return named + rest + ", clients of other backends, are";
  }
}
