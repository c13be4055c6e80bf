package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Scope;
import io.meshc.model.Service;
import io.meshc.model.Workload;
import io.meshc.model.cluster.Topology.NetworkGateway;
import io.meshc.model.match.HostPattern;
import io.meshc.model.proxy.Gateway;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The proxies by which a network is reached: they see the server name alone, and pass the connection on.
///
/// @param lookup of their cluster
record Relay(Lookup lookup, NetworkGateway gateway) {

  enum Passes {
    YES,
    NO,
    /// The repo does not show the proxies, and their labels could be any.
    UNSEEN,
    /// Policies are about them.
    GUARDED
  }

  String label() {
    return gateway.service().label();
  }

  /// The suffix of hosts in their cluster.
  String domain() {
    return lookup.mesh().assumptions().clusterDomain();
  }

  Passes passes(HostPattern host, String namespace) {
    Optional<Service> service = lookup.service(gateway.service());
    List<Workload> proxies = service.map(Service::endpoints).orElse(List.of());
    Map<String, String> selector = service.map(Service::selector).orElse(Map.of());
    if (proxies.stream().anyMatch(it -> !lookup.authorizationsAt(it).isEmpty())) {
      return Passes.GUARDED;
    }
    boolean unseen = false;
    for (Gateway it : lookup.mesh().proxies().gateways()) {
      if (listens(it, host, namespace)) {
        if (proxies.isEmpty() ? isSurely(it.scope(), selector) : includes(it, proxies)) {
          return Passes.YES;
        }
        unseen |= proxies.isEmpty();
      }
    }
    return unseen ? Passes.UNSEEN : Passes.NO;
  }

  private boolean listens(Gateway it, HostPattern host, String namespace) {
    return it.listeners().stream()
        .filter(at -> at.kind() == Gateway.Kind.RELAY && at.port() == gateway.port())
        .flatMap(at -> at.hosts().stream())
        .anyMatch(at -> at.admits(namespace) && at.host().covers(host));
  }

  private static boolean includes(Gateway gateway, List<Workload> proxies) {
    return proxies.stream().allMatch(gateway.scope()::includes);
  }

  /// Pods that a Service selects have the labels of its selector.
  private static boolean isSurely(Scope scope, Map<String, String> selector) {
    return switch (scope) {
      case Scope.Everywhere _ -> true;
      case Scope.SelectedAnywhere(var labels) -> selector.entrySet().containsAll(labels.entrySet());
      case Scope.InNamespace _, Scope.Selected _, Scope.Attached _, Scope.OfAccount _ -> false;
    };
  }
}
