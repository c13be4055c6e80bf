package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Route;
import io.meshc.model.Route.Backend;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.RouteRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A backend lacks a port of the Service whose traffic it shares. Page, examples, tests: BackendWithoutPort.md, beside this file.
public final class BackendWithoutPort implements RouteRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2004", "backend-without-port", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Route route, Checked input) {
    if (route.resource().group().equals("gateway.networking.k8s.io")) {
      return Stream.empty(); // its backends state their own ports: `unknown-backend`
    }
    Optional<Service> root = written(input, route.service());
    return route.rules().stream()
        .flatMap(it -> it.backends().stream())
        .flatMap(it -> missing(it, root, input).map(ports -> said(route, it, ports)).stream());
  }

  /// The ports that clients call and that the backend does not have, as text; empty if it has them all, or if nobody
  /// knows.
  private static Optional<String> missing(Backend backend, Optional<Service> root, Checked input) {
    return written(input, backend.service().value())
        .map(leaf ->
            called(backend, root)
                .filter(it -> leaf.port(it).isEmpty())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ")))
        .filter(it -> !it.isEmpty());
  }

  private static IntStream called(Backend backend, Optional<Service> root) {
    return backend.port().isPresent()
        ? IntStream.of(backend.port().getAsInt())
        : root.stream().flatMap(it -> it.ports().stream()).mapToInt(it -> it.number());
  }

  private static Optional<Service> written(Checked input, ServiceName name) {
    return input.lookup().service(name).filter(it -> !it.implied());
  }

  private Finding said(Route route, Backend backend, String ports) {
    String message =
        "backend `%s` has no port %s, which clients of `%s` call"
            .formatted(backend.service().value().name(), ports, route.service().name());
    return at(backend.service().origin(), route.resource(), message);
  }
}
