package io.meshc.normalize.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.gateway.Listener;
import io.meshc.dialect.gateway.Listener.AllowedRoutes;
import io.meshc.dialect.gateway.Listener.From;
import io.meshc.dialect.gateway.Listener.RouteKind;
import io.meshc.dialect.gateway.route.ParentRef;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.model.match.HostPattern;
import io.meshc.model.match.Truth;
import io.meshc.source.At;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a route is attached to a listener, and for which hosts.
///
/// Source: gateway-api.sigs.k8s.io, HTTPRoute, "parentRefs" and "hostnames"; Listener, "allowedRoutes".
final class Attached {
  static final String GROUP = "gateway.networking.k8s.io";

  private Attached() {}

  /// Whether a parent is this listener: the object, and each of the section and the port that is said.
  static boolean names(ParentRef parent, Meta route, Listening listening) {
    Meta holder = listening.holder();
    return parent.group().map(At::value).orElse(GROUP).equals(holder.id().group())
        && parent.kind().map(At::value).orElse("Gateway").equals(holder.id().kind())
        && parent.name().filter(it -> it.value().equals(holder.name())).isPresent()
        && parent.namespace().map(At::value).orElse(route.namespace()).equals(holder.namespace())
        && parent.sectionName().map(it -> it.value().equals(listening.name())).orElse(true)
        && parent.port().map(it -> it.value() == listening.port()).orElse(true);
  }

  /// Whether the listener takes routes of this kind and namespace.
  static Truth allowed(Route route, Listening listening, Environment environment) {
    Listener written = listening.written();
    if (!kinds(listening).contains(route.meta().id().kind())) {
      return Truth.NO;
    }
    return environment.allows(
        written.allowedRoutes().flatMap(AllowedRoutes::namespaces),
        From.SAME,
        listening.holder(),
        route.meta().namespace());
  }

  private static Set<String> kinds(Listening listening) {
    Set<String> can = listening.kinds();
    List<RouteKind> said =
        listening.written().allowedRoutes().map(AllowedRoutes::kinds).orElse(List.of());
    if (said.isEmpty()) {
      return can;
    }
    return said.stream()
        .filter(it -> it.group().map(At::value).orElse(GROUP).equals(GROUP))
        .flatMap(it -> it.kind().map(At::value).stream())
        .filter(can::contains)
        .collect(Collectors.toSet());
  }

  /// The hosts that both are for, which may be none; a route that says none takes those of the listener.
  static List<HostPattern> hosts(Route route, Listening listening) {
    if (route.hostnames().isEmpty()) {
      return List.of(listening.host());
    }
    return route.hostnames().stream()
        .map(it -> new HostPattern(it.value()))
        .flatMap(it -> common(it, listening.host()).stream())
        .distinct()
        .toList();
  }

  private static Optional<HostPattern> common(HostPattern a, HostPattern b) {
    if (a.covers(b)) {
      return Optional.of(b);
    }
    return b.covers(a) ? Optional.of(a) : Optional.empty();
  }
}
