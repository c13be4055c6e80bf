package io.meshc.lower.envoy.route;

import io.meshc.dialect.envoy.route.Route;
import io.meshc.dialect.envoy.route.VirtualHost;
import io.meshc.lower.envoy.cluster.Destination;
import io.meshc.lower.envoy.policy.Facts;
import io.meshc.lower.envoy.proxy.View;
import io.meshc.model.Request;
import io.meshc.model.Route.Layer;
import io.meshc.model.Route.Unmatched;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The Services that a client calls at a port → a virtual host for each, by all names that it has there.
public final class VirtualHosts {
  private final View view;
  private final int port;
  private final LowerRules all;
  private final Set<String> taken = new HashSet<>();

  public VirtualHosts(View view, int port, Clusters clusters) {
    this.view = view;
    this.port = port;
    var facts =
        new Facts(
            true, Set.of(port), 0, Optional.of(view.proxy().workload()), Request.Context.MESH);
    this.all = new LowerRules(view, facts, port, clusters);
  }

  public List<VirtualHost> of(List<Service> services) {
    var hosts = new ArrayList<VirtualHost>();
    for (Service service : services) {
      List<String> domains = domains(service.name()).stream().filter(taken::add).toList();
      if (!domains.isEmpty()) {
        hosts.add(new VirtualHost(domains.getLast(), domains, routes(service)));
      }
    }
    return hosts;
  }

  /// The name alone means a Service of the client's own namespace.
  private List<String> domains(ServiceName name) {
    if (name.isHost()) {
      return List.of(name.name());
    }
    String domain = view.fleet().mesh().assumptions().clusterDomain();
    var domains = new ArrayList<String>();
    if (name.namespace().equals(view.namespace())) {
      domains.add(name.name());
    }
    String base = name.name() + "." + name.namespace();
    domains.add(base);
    domains.add(base + ".svc");
    domains.add(base + ".svc." + domain + ".");
    domains.add(base + ".svc." + domain);
    return domains;
  }

  private List<Route> routes(Service service) {
    LowerRules rules = all.calling(service.name());
    Destination own = Destination.of(service, port, "").orElseThrow();
    Optional<io.meshc.model.Route> route = view.routeOf(service, Layer.HTTP, port);
    List<io.meshc.model.Route.Rule> left =
        route.map(it -> it.rules().stream().filter(rules::isFor).toList()).orElse(List.of());
    boolean byHost = view.proxy().plane().addressing() == io.meshc.model.Plane.Addressing.HOST;
    if (route.isEmpty() || (left.isEmpty() && byHost)) {
      return List.of(rules.direct(own));
    }
    var routes = new ArrayList<>(rules.rules(left, route.get().resource()));
    boolean complete =
        routes.stream()
            .anyMatch(it -> it.match().equals(io.meshc.dialect.envoy.route.RouteMatch.ALL));
    if (!complete) {
      routes.add(
          route.get().unmatched() == Unmatched.SERVICE
              ? rules.direct(own)
              : LowerRules.unmatched());
    }
    return routes;
  }
}
