package io.meshc.lower.envoy.cluster;

import io.meshc.lower.envoy.proxy.View;
import io.meshc.model.BackendPolicy;
import io.meshc.model.Service;
import io.meshc.model.match.HostPattern;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The backend policies that hold for a client of a Service: those of the client's namespace before those of the Service's before
/// those of the whole mesh, and of these the most specific ones. Source: istio/istio, pilot/pkg/model, destination rules.
final class Policies {
  private Policies() {}

  static List<BackendPolicy> of(Service service, View view) {
    HostPattern host = view.pattern(service.name());
    String own = view.namespace();
    String root = view.proxy().plane().rootNamespace();
    List<BackendPolicy> all =
        Stream.concat(
                view.lookup().policiesOf(service.name()).stream(),
                view.lookup().hostPolicies().stream())
            .distinct()
            .filter(it -> it.plane().equals(view.proxy().plane().id()))
            .filter(it -> view.pattern(it.service()).covers(host))
            .filter(
                it -> it.clients().isEmpty() || view.proxy().workload().isSelectedBy(it.clients()))
            .toList();
    Stream<Predicate<BackendPolicy>> tiers =
        Stream.of(
            it -> it.resource().namespace().equals(own),
            it ->
                it.resource().namespace().equals(service.name().namespace())
                    && it.audience().sees(own),
            it -> it.resource().namespace().equals(root) && it.audience().sees(own));
    return tiers
        .map(tier -> mostSpecific(all.stream().filter(tier).toList(), view))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<BackendPolicy> mostSpecific(List<BackendPolicy> policies, View view) {
    return policies.stream()
        .map(it -> view.pattern(it.service()))
        .min(HostPattern::compareTo)
        .map(host ->
            policies.stream().filter(it -> view.pattern(it.service()).equals(host)).toList())
        .orElse(List.of());
  }
}
