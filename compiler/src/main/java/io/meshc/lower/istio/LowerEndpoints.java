package io.meshc.lower.istio;

import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Output;
import io.meshc.lower.Region;
import io.meshc.model.Authorization;
import io.meshc.model.Membership;
import io.meshc.model.Plane;
import io.meshc.model.Route;
import io.meshc.model.Service;
import io.meshc.model.Service.Address;
import io.meshc.model.ServiceName;
import io.meshc.model.Workload;
import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Match;
import io.meshc.model.match.MatchText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Clients that know only the endpoints at which they are granted anything → a loss, since every client of Istio knows all of
/// them and is denied at some. It matters for Services over several accounts, where a client is granted a part.
final class LowerEndpoints {
  private LowerEndpoints() {}

  static Lowered<Output> lower(Translation translation) {
    var losses = new ArrayList<Loss>();
    for (Plane plane : translation.planes()) {
      boolean granted = plane.endpoints() == Plane.Endpoints.GRANTED;
      for (Service service : translation.mesh().services()) {
        if (plane.endpoints() != Plane.Endpoints.ALL) {
          losses.addAll(outside(service, plane, translation));
        }
        if (granted) {
          losses.addAll(trimmed(service, plane, translation));
          losses.addAll(unknownNames(service, plane, translation));
        }
      }
    }
    return new Lowered<>(Output.NONE, losses);
  }

  private static List<Loss> trimmed(Service service, Plane plane, Translation translation) {
    var byAccount = new LinkedHashMap<String, List<Workload>>();
    service.endpoints().stream()
        .filter(it -> translation.moves(it.membership()))
        .forEach(
            it -> byAccount.computeIfAbsent(it.identity().label(), _ -> new ArrayList<>()).add(it));
    if (byAccount.size() < 2) {
      return List.of();
    }
    var grants = new LinkedHashMap<Match, Integer>();
    for (List<Workload> workloads : byAccount.values()) {
      clients(workloads.getFirst(), plane, translation)
          .forEach(it -> grants.merge(it, 1, Integer::sum));
    }
    List<Match> partly =
        grants.entrySet().stream()
            .filter(it -> it.getValue() < byAccount.size())
            .map(Map.Entry::getKey)
            .toList();
    if (partly.isEmpty()) {
      return List.of();
    }
    return callers(service.name(), translation).stream()
        .map(it -> loss(it, service, Match.oneOf(partly)))
        .toList();
  }

  /// Who is granted anything at a workload.
  private static List<Match> clients(Workload workload, Plane plane, Translation translation) {
    return translation.mesh().authorizations().stream()
        .filter(it -> it.plane().equals(plane.id()) && it.scope().includes(workload))
        .filter(it -> it.effect() == Authorization.Effect.ALLOW)
        .flatMap(it -> it.rules().stream())
        .flatMap(it -> Alternatives.of(it.clients().value()).stream())
        .distinct()
        .toList();
  }

  /// The Service itself, unless a route takes all its requests elsewhere, and those whose routes lead to it.
  private static TreeSet<ServiceName> callers(ServiceName service, Translation translation) {
    var names = new TreeSet<ServiceName>();
    if (translation.lookup().routesOf(service).stream().noneMatch(LowerEndpoints::takesAll)) {
      names.add(service);
    }
    translation.mesh().routes().stream()
        .filter(route ->
            route.rules().stream()
                .flatMap(it -> it.backends().stream())
                .anyMatch(it -> it.service().value().equals(service)))
        .forEach(it -> names.add(it.service()));
    return names;
  }

  /// Services whose workloads have no proxy are no part of the source mesh, and its clients cannot call them where it lets
  /// nothing out; Istio knows every Service of the cluster.
  private static List<Loss> outside(Service service, Plane plane, Translation translation) {
    boolean reachable =
        service.addresses().stream().allMatch(Address::isHidden)
                && service.endpoints().stream().allMatch(it -> mayMove(it, translation))
            || plane.egress() == Plane.Egress.OPEN;
    if (reachable) {
      return List.of();
    }
    return List.of(
        new Loss(
            service.origin(),
            Optional.empty(),
            Feature.GRANTED_ENDPOINTS.label(),
            Effect.WIDENS_ACCESS,
            Region.to(service.name(), Match.ANY),
            "Service `"
                + service.name().label()
                + "` has endpoints outside of the mesh, which its clients cannot call: in Istio"
                + " they can",
            "put them into the mesh, or keep the clients' Sidecar from that namespace by hand"));
  }

  private static boolean mayMove(Workload workload, Translation translation) {
    return workload.membership() instanceof Membership.Unclear
        || translation.moves(workload.membership());
  }

  /// A routed Service whose own workloads grant a client nothing is no name to it, though the backends would let it in.
  private static List<Loss> unknownNames(Service root, Plane plane, Translation translation) {
    Set<Match> known = grantedBy(root, plane, translation);
    List<Match> strangers =
        translation.lookup().routesOf(root.name()).stream()
            .filter(it -> it.plane().equals(plane.id()))
            .flatMap(it -> it.rules().stream())
            .flatMap(it -> it.backends().stream())
            .flatMap(it -> translation.lookup().service(it.service().value()).stream())
            .flatMap(it -> grantedBy(it, plane, translation).stream())
            .filter(it -> !known.contains(it))
            .distinct()
            .toList();
    if (strangers.isEmpty()) {
      return List.of();
    }
    Match clients = Match.oneOf(strangers);
    return List.of(
        new Loss(
            root.origin(),
            Optional.empty(),
            Feature.GRANTED_ENDPOINTS.label(),
            Effect.WIDENS_ACCESS,
            Region.to(root.name(), clients),
            "Service `"
                + root.name().label()
                + "` is routed and selects no workload that grants anything to "
                + MatchText.of(clients)
                + ": they could not call it, and in Istio they reach its backends",
            "let the Service select the workloads of its backends"));
  }

  private static Set<Match> grantedBy(Service service, Plane plane, Translation translation) {
    return service.endpoints().stream()
        .filter(it -> translation.moves(it.membership()))
        .flatMap(it -> clients(it, plane, translation).stream())
        .collect(Collectors.toSet());
  }

  private static boolean takesAll(Route route) {
    return route.layer() == Route.Layer.BOTH
        && route.rules().stream()
            .anyMatch(it -> it.match().value() instanceof Match.Any && it.totalWeight() > 0);
  }

  private static Loss loss(ServiceName called, Service over, Match clients) {
    return new Loss(
        over.origin(),
        Optional.empty(),
        Feature.GRANTED_ENDPOINTS.label(),
        Effect.CHANGES_ROUTING,
        Region.to(called, clients),
        "Service `"
            + over.name().label()
            + "` runs as several accounts, of which some grant nothing to "
            + MatchText.of(clients)
            + ": Istio sends requests there too, and they are denied",
        "let the clients call a Service over one account, or grant them the same at all");
  }
}
