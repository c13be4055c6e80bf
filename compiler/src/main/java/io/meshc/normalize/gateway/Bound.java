package io.meshc.normalize.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resources;
import io.meshc.dialect.gateway.Gateway;
import io.meshc.dialect.gateway.ListenerSet;
import io.meshc.dialect.gateway.route.GrpcRoute;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.ParentRef;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.dialect.gateway.route.Route.DefaultScope;
import io.meshc.dialect.gateway.route.StreamRoute;
import io.meshc.normalize.Settings.GatewayProfile;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which routes and sets of listeners name a Gateway or a part of it, by what they name.
final class Bound {
  /// A parent, and the part of it that is named; `""` for any.
  private record Part(ResourceId parent, String section) {}

  private final Map<Part, List<Route>> routes = new HashMap<>();
  private final Map<ResourceId, List<ListenerSet>> sets = new HashMap<>();

  /// Those that are for all Gateways which say that they take them.
  private final List<Route> defaults = new ArrayList<>();

  Bound(Resources resources, GatewayProfile profile) {
    for (Class<? extends Route> kind :
        List.of(HttpRoute.class, GrpcRoute.class, StreamRoute.class)) {
      for (Route it : resources.of(kind)) {
        // kinds of the same words in another group are those of a mesh, which reads them itself
        if (it.meta().id().group().equals(Attached.GROUP)) {
          it.parentRefs().forEach(parent -> add(it, parent));
          if (isAll(it.useDefaultGateways()) && profile != GatewayProfile.ISTIO) {
            defaults.add(it);
          }
        }
      }
    }
    for (ListenerSet it : resources.of(ListenerSet.class)) {
      it.parentRef()
          .flatMap(parent ->
              id(parent.group(), parent.kind(), parent.namespace(), parent.name(), it.meta()))
          .ifPresent(parent -> sets.computeIfAbsent(parent, _ -> new ArrayList<>()).add(it));
    }
  }

  private void add(Route route, ParentRef parent) {
    id(parent.group(), parent.kind(), parent.namespace(), parent.name(), route.meta())
        .ifPresent(it -> {
          String section = parent.sectionName().map(At::value).orElse("");
          routes.computeIfAbsent(new Part(it, section), _ -> new ArrayList<>()).add(route);
        });
  }

  private static Optional<ResourceId> id(
      Optional<At<String>> group,
      Optional<At<String>> kind,
      Optional<At<String>> namespace,
      Optional<At<String>> name,
      Meta of) {
    return name.map(it ->
        new ResourceId(
            group.map(At::value).orElse(Attached.GROUP),
            kind.map(At::value).orElse("Gateway"),
            namespace.map(At::value).orElse(of.namespace()),
            it.value()));
  }

  private static boolean isAll(Optional<At<DefaultScope>> scope) {
    return scope.filter(it -> it.value() == DefaultScope.ALL).isPresent();
  }

  List<ListenerSet> sets(Gateway gateway) {
    return sets.getOrDefault(gateway.meta().id(), List.of());
  }

  /// Of one kind those that may be attached to a listener; whether its port fits is not asked.
  <R extends Route> List<R> routes(Listening listening, Class<R> kind) {
    ResourceId holder = listening.holder().id();
    var all = new TreeMap<ResourceId, Route>();
    for (String section : List.of("", listening.name())) {
      for (Route it : routes.getOrDefault(new Part(holder, section), List.of())) {
        if (kind.isInstance(it) && isNamed(it, listening)) {
          all.put(it.meta().id(), it);
        }
      }
    }
    if (isAll(listening.gateway().defaultScope())) {
      defaults.stream().filter(kind::isInstance).forEach(it -> all.put(it.meta().id(), it));
    }
    return all.values().stream().map(kind::cast).toList();
  }

  private static boolean isNamed(Route route, Listening listening) {
    return route.parentRefs().stream().anyMatch(it -> Attached.names(it, route.meta(), listening));
  }
}
