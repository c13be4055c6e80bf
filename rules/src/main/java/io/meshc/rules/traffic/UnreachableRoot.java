package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Route;
import io.meshc.model.Route.Backend;
import io.meshc.model.Service;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.RouteRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Clients of a split do not know the Service that is split, because it selects none of the workloads that let them in. Page, examples, tests: UnreachableRoot.md, beside this file.
public final class UnreachableRoot implements RouteRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2012", "unreachable-root", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Route route, Checked input) {
    if (!Splits.isSplit(route) || OpenServiceMesh.closed(input).isEmpty()) {
      return Stream.empty();
    }
    return input
        .lookup()
        .service(route.service())
        .filter(it -> !it.implied() && !selectsNothing(it))
        .flatMap(it -> said(route, it, input))
        .stream();
  }

  /// Of a selector that chooses no workload, service-selects-nothing speaks.
  private static boolean selectsNothing(Service root) {
    return !root.selector().isEmpty() && root.endpoints().isEmpty();
  }

  private Optional<Finding> said(Route route, Service root, Checked input) {
    Optional<Grants> known = Grants.at(root.endpoints(), input);
    Map<String, Origin> clients = new TreeMap<>();
    for (Route.Rule rule : route.rules()) {
      for (Backend backend : rule.backends()) {
        Optional<Grants> leaf = leaf(backend, input);
        leaf.ifPresent(it -> it.clients().forEach(clients::putIfAbsent));
      }
    }
    if (known.isEmpty()
        || clients.isEmpty()
        || clients.keySet().stream().anyMatch(known.get().clients()::containsKey)) {
      return Optional.empty();
    }
    String client = clients.keySet().iterator().next();
    String more = clients.size() == 1 ? "" : " and " + (clients.size() - 1) + " more";
    String message =
        "service `"
            + root.name().name()
            + "` is not known to `"
            + client
            + "`"
            + more
            + ": it selects no workload that lets them in";
    return Optional.of(
        at(route.rules().getFirst().match().origin(), route.resource(), message)
            .because(root.origin(), "the service")
            .help("give it a selector that covers the backends' Pods"));
  }

  private static Optional<Grants> leaf(Backend backend, Checked input) {
    return input
        .lookup()
        .service(backend.service().value())
        .filter(it -> !it.endpoints().isEmpty() && backend.weight().value() > 0)
        .flatMap(it -> Grants.at(it.endpoints(), input));
  }
}
