package io.meshc.lower.envoy.policy;

import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import java.util.Optional;
import java.util.Set;

/// What is known of all requests at a place of a proxy, so that nobody has to ask for it there.
///
/// @param http they are HTTP, or else connections
/// @param servicePorts that clients may have called; empty for any
/// @param workloadPort at which the server listens; 0 where that is not known
/// @param pod of the client, where its own proxy asks
/// @param listener the proxy that takes the requests
public record Facts(
    boolean http,
    Set<Integer> servicePorts,
    int workloadPort,
    Optional<io.meshc.model.Workload> pod,
    String listener) {
  public Facts {
    servicePorts = Set.copyOf(servicePorts);
  }

  public boolean isHttp() {
    return http;
  }

  /// Whether a predicate surely holds, or surely does not; empty where the request decides.
  Optional<Boolean> known(Match leaf) {
    return switch (leaf) {
      case Match.Any _ -> Optional.of(true);
      case Match.None _ -> Optional.of(false);
      case Match.OnHttp _ -> Optional.of(http);
      case Match.OnServicePort(var port) -> servicePort(port);
      case Match.OnWorkloadPort(var port) ->
          workloadPort == 0 ? Optional.empty() : Optional.of(workloadPort == port);
      case Match.OnMethod _, Match.OnHost _, Match.OnPath _, Match.OnHeader _, Match.ChangedBy _ ->
          onHttp();
      case Attribute attribute -> known(attribute);
      case Match.OnIdentity _,
          Match.OnSourceNamespace _,
          Match.Unclear _,
          Match.Not _,
          Match.All _,
          Match.OneOf _ ->
          Optional.empty();
    };
  }

  /// A connection has no attribute of HTTP, and what it does not have does not match.
  private Optional<Boolean> onHttp() {
    return http ? Optional.empty() : Optional.of(false);
  }

  private Optional<Boolean> servicePort(int port) {
    if (servicePorts.isEmpty()) {
      return Optional.empty();
    }
    if (!servicePorts.contains(port)) {
      return Optional.of(false);
    }
    return servicePorts.size() == 1 ? Optional.of(true) : Optional.empty();
  }

  private Optional<Boolean> known(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Query _, Attribute.FormQuery _, Attribute.Scheme _, Attribute.Claim _ ->
          onHttp();
      case Attribute.Listener(var name) -> Optional.of(name.equals(listener));
      case Attribute.ClientLabels(var labels) ->
          pod.isPresent() ? pod.map(it -> it.isSelectedBy(labels)) : Optional.empty();
      case Attribute.ClientNamespace(var namespace) ->
          pod.isPresent() ? pod.map(it -> it.namespace().equals(namespace)) : Optional.empty();
      case Attribute.Sni _,
          Attribute.Address _,
          Attribute.InCluster _,
          Attribute.Loopback _,
          Attribute.TrustDomain _ ->
          Optional.empty();
    };
  }
}
