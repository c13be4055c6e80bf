package io.meshc.validate.analysis.party;

import io.meshc.model.BackendPolicy;
import io.meshc.model.BackendPolicy.ClientTls;
import io.meshc.model.BackendPolicy.Connection;
import io.meshc.model.BackendPolicy.Spreading;
import io.meshc.model.BackendPolicy.Subset;
import io.meshc.model.Service;
import io.meshc.model.match.HostPattern;
import io.meshc.source.At;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How the proxy of a client talks to a Service: by the policies of the client's own namespace, else by those of the Service's,
/// else by those of the whole mesh. Of these the most specific host counts, and what several say of the same host adds up.
///
/// Source: istio/istio, pilot/pkg/model, destination rules.
public final class Policies {

  /// How a client's proxy goes to the endpoints of a Service.
  ///
  /// @param labels of the endpoints that are meant; empty for all
  /// @param tls how it encrypts; absent where it finds out by itself
  /// @param spreading which endpoints are taken first
  public record Way(Map<String, String> labels, Optional<At<ClientTls>> tls, Spreading spreading) {
    /// To any endpoint, as it takes it.
    public static final Way PLAIN = new Way(Map.of(), Optional.empty(), Spreading.NONE);

    public Way {
      labels = Map.copyOf(labels);
    }
  }

  private final Viewer viewer;
  private final Sender sender;

  public Policies(Viewer viewer, Sender sender) {
    this.viewer = viewer;
    this.sender = sender;
  }

  /// Empty where no policy knows a subset of that name.
  public Optional<Way> to(Service service, int port, Optional<At<String>> subset) {
    List<BackendPolicy> policies = of(service);
    if (subset.isEmpty()) {
      Spreading spreading =
          policies.stream()
              .map(BackendPolicy::spreading)
              .filter(it -> !it.equals(Spreading.NONE))
              .findFirst()
              .orElse(Spreading.NONE);
      return Optional.of(
          new Way(Map.of(), connection(policies).flatMap(it -> it.at(port)), spreading.at(port)));
    }
    return policies.stream()
        .flatMap(it -> it.subsets().stream())
        .filter(it -> it.name().equals(subset.get().value()))
        .findFirst()
        .map(it -> new Way(it.labels(), tls(it, port), it.spreading().at(port)));
  }

  private static Optional<At<ClientTls>> tls(Subset subset, int port) {
    return subset.connection().at(port);
  }

  private static Optional<Connection> connection(List<BackendPolicy> policies) {
    return policies.stream()
        .map(BackendPolicy::connection)
        .filter(it -> it.tls().isPresent() || !it.ports().isEmpty())
        .findFirst();
  }

  private List<BackendPolicy> of(Service service) {
    HostPattern host = viewer.pattern(service.name());
    String own = viewer.namespace();
    String root = viewer.plane().rootNamespace();
    List<BackendPolicy> all =
        Stream.concat(
                viewer.lookup().policiesOf(service.name()).stream(),
                viewer.lookup().hostPolicies().stream())
            .distinct()
            .filter(it -> it.plane().equals(viewer.plane().id()))
            .filter(it -> viewer.pattern(it.service()).covers(host))
            .filter(this::isForClient)
            .toList();
    Stream<Predicate<BackendPolicy>> tiers =
        Stream.of(
            it -> it.resource().namespace().equals(own),
            it ->
                it.resource().namespace().equals(service.name().namespace())
                    && it.audience().sees(own),
            it -> it.resource().namespace().equals(root) && it.audience().sees(own));
    return tiers
        .map(tier -> mostSpecific(all.stream().filter(tier).toList()))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<BackendPolicy> mostSpecific(List<BackendPolicy> policies) {
    return policies.stream()
        .map(it -> viewer.pattern(it.service()))
        .min(HostPattern::compareTo)
        .map(host ->
            policies.stream().filter(it -> viewer.pattern(it.service()).equals(host)).toList())
        .orElse(List.of());
  }

  private boolean isForClient(BackendPolicy policy) {
    return policy.clients().isEmpty()
        || sender.workloads().stream().anyMatch(it -> it.isSelectedBy(policy.clients()));
  }
}
