package io.meshc.lower.envoy.listener;

import io.meshc.dialect.envoy.route.VirtualHost;
import io.meshc.lower.envoy.listener.LowerGateway.Bound;
import io.meshc.lower.envoy.policy.Facts;
import io.meshc.lower.envoy.proxy.View;
import io.meshc.lower.envoy.route.Clusters;
import io.meshc.lower.envoy.route.LowerRules;
import io.meshc.model.Route;
import io.meshc.model.match.HostPattern;
import io.meshc.model.proxy.Gateway.BoundHost;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The routes that are bound to the listeners of a port → a virtual host for each host that both have in common. Routes for one host
/// are merged, those that take every request behind the others (measured on Istio; where a dialect merges them itself, one is left).
final class EdgeRoutes {
  private final View view;
  private final Clusters clusters;

  EdgeRoutes(View view, Clusters clusters) {
    this.view = view;
    this.clusters = clusters;
  }

  /// @param secure clients come by TLS, so that there is nothing to redirect
  List<VirtualHost> hosts(int port, List<Bound> bound, boolean secure) {
    var hosts = new TreeSet<HostPattern>();
    for (Bound it : bound) {
      for (BoundHost offered : it.listener().hosts()) {
        if (it.listener().redirects()) {
          hosts.add(offered.host());
        }
        routes(it, Route.Layer.HTTP).forEach(route -> common(offered, route).ifPresent(hosts::add));
      }
    }
    return hosts.stream().map(it -> host(it, port, bound, secure)).toList();
  }

  private VirtualHost host(HostPattern host, int port, List<Bound> bound, boolean secure) {
    boolean redirects =
        !secure
            && bound.stream()
                .filter(it -> it.listener().redirects())
                .flatMap(it -> it.listener().hosts().stream())
                .anyMatch(it -> it.host().covers(host));
    var first = new ArrayList<io.meshc.dialect.envoy.route.Route>();
    var last = new ArrayList<io.meshc.dialect.envoy.route.Route>();
    Set<String> seen = new HashSet<>();
    for (Bound it : mostSpecific(bound, host)) {
      var facts =
          new Facts(
              true, Set.of(port), 0, Optional.of(view.proxy().workload()), it.gateway().label());
      var rules = new LowerRules(view, facts, port, clusters);
      for (Route route : routes(it, Route.Layer.HTTP)) {
        boolean binds =
            it.listener().hosts().stream()
                .anyMatch(offered -> common(offered, route).filter(host::equals).isPresent());
        if (binds && seen.add(route.resource() + " " + route.service().label())) {
          for (var one : rules.rules(route.rules(), route.resource())) {
            (isEverything(one) ? last : first).add(one);
          }
        }
      }
    }
    first.addAll(last);
    if (first.isEmpty()) {
      first.add(LowerRules.unmatched());
    }
    return new VirtualHost(host.text(), List.of(host.text()), first, redirects, List.of());
  }

  /// Of the listeners that are isolated, those alone that are for the very host.
  private static List<Bound> mostSpecific(List<Bound> bound, HostPattern host) {
    Optional<HostPattern> best =
        bound.stream()
            .filter(it -> it.listener().isolated())
            .flatMap(it -> it.listener().hosts().stream())
            .map(BoundHost::host)
            .filter(it -> it.covers(host))
            .min(HostPattern::compareTo);
    return bound.stream()
        .filter(it ->
            !it.listener().isolated()
                || best.isEmpty()
                || it.listener().hosts().stream().anyMatch(at -> at.host().equals(best.get())))
        .toList();
  }

  private static boolean isEverything(io.meshc.dialect.envoy.route.Route route) {
    return route.match().equals(io.meshc.dialect.envoy.route.RouteMatch.ALL);
  }

  boolean binds(Bound bound, Route route) {
    return bound.listener().hosts().stream().anyMatch(it -> common(it, route).isPresent());
  }

  private Optional<HostPattern> common(BoundHost offered, Route route) {
    HostPattern asked = view.pattern(route.service());
    if (!offered.admits(route.resource().namespace()) || !asked.meets(offered.host())) {
      return Optional.empty();
    }
    return Optional.of(asked.covers(offered.host()) ? offered.host() : asked);
  }

  /// In the order in which they are merged.
  List<Route> routes(Bound bound, Route.Layer layer) {
    String namespace = view.namespace();
    return view.fleet().mesh().routes().stream()
        .filter(it -> it.plane().equals(view.proxy().plane().id()) && it.layer() == layer)
        .filter(it -> it.audience().isAt(bound.gateway().label()))
        .filter(it -> it.audience().sees(namespace))
        .sorted((a, b) -> {
          int rank = Integer.compare(a.audience().rank(namespace), b.audience().rank(namespace));
          rank = rank != 0 ? rank : a.resource().name().compareTo(b.resource().name());
          return rank != 0 ? rank : a.resource().namespace().compareTo(b.resource().namespace());
        })
        .toList();
  }
}
