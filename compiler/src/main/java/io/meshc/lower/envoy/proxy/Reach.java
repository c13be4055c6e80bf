package io.meshc.lower.envoy.proxy;

import io.meshc.model.Authorization;
import io.meshc.model.Identity;
import io.meshc.model.PeerTls;
import io.meshc.model.Plane;
import io.meshc.model.Route;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.model.server.RankedRule;
import io.meshc.model.server.Servers;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Who may call what, whatever the request: of Services to which a client is granted nothing, its proxy needs no cluster. Built
/// from the side of the servers, so that it costs no more than there are grants.
public final class Reach {
  private final Map<ResourceId, Admission> admissions = new HashMap<>();
  private final Map<String, TreeSet<ServiceName>> ofIdentity = new HashMap<>();
  private final TreeSet<ServiceName> ofOthers = new TreeSet<>();
  private final Map<ServiceName, List<ServiceName>> leadsTo = new HashMap<>();
  private final Set<ServiceName> answered = new HashSet<>();
  private final Fleet fleet;

  /// Who is let in at a workload.
  ///
  /// @param names identities by their whole name
  /// @param others what others have to be; empty for nobody else
  /// @param plain whether connections without a certificate come in, whose client is nobody
  private record Admission(Set<String> names, List<Match> others, boolean plain) {
    static final Admission ALL = new Admission(Set.of(), List.of(Match.ANY), true);

    boolean admits(Identity identity) {
      return names.contains(identity.text())
          || others.stream()
              .anyMatch(it ->
                  may(it, Optional.of(identity), false)
                      || (plain && may(it, Optional.empty(), false)));
    }
  }

  private Reach(Fleet fleet) {
    this.fleet = fleet;
  }

  static Reach of(Fleet fleet) {
    var reach = new Reach(fleet);
    fleet.mesh().workloads().forEach(it -> reach.admissions.put(it.id(), reach.admission(it)));
    fleet.mesh().services().forEach(reach::service);
    fleet.mesh().routes().forEach(it -> reach.route(it.service(), it.rules()));
    Servers tables = fleet.mesh().proxies().servers();
    tables
        .tables()
        .forEach(
            it -> reach.route(it.parent(), it.rules().stream().map(RankedRule::rule).toList()));
    tables.profiles().forEach(it -> reach.leads(it.service(), it.overrides()));
    return reach;
  }

  private void route(ServiceName service, List<Route.Rule> rules) {
    leads(service, rules.stream().flatMap(it -> it.backends().stream()).toList());
    if (rules.stream().anyMatch(it -> it.answer().isPresent() || it.abort().isPresent())) {
      // The client's own proxy answers, whoever stands behind.
      answered.add(service);
      ofOthers.add(service);
    }
  }

  private void leads(ServiceName service, List<Route.Backend> backends) {
    List<ServiceName> names = backends.stream().map(it -> it.service().value()).distinct().toList();
    leadsTo.computeIfAbsent(service, _ -> new ArrayList<>()).addAll(names);
    names.forEach(it -> leads(it, service));
  }

  /// Whoever may call a backend may call the Service that leads to it.
  private void leads(ServiceName backend, ServiceName service) {
    if (fleet.lookup().service(service).isEmpty()) {
      return;
    }
    if (ofOthers.contains(backend) || fleet.lookup().service(backend).isEmpty()) {
      ofOthers.add(service);
    }
    ofIdentity.values().stream().filter(it -> it.contains(backend)).forEach(it -> it.add(service));
  }

  private void service(Service service) {
    if (service.endpoints().isEmpty()) {
      ofOthers.add(service.name());
    }
    for (Workload it : service.endpoints()) {
      Admission admission = admissions.getOrDefault(it.id(), Admission.ALL);
      if (!admission.others().isEmpty()) {
        ofOthers.add(service.name());
      }
      admission
          .names()
          .forEach(
              name -> ofIdentity.computeIfAbsent(name, _ -> new TreeSet<>()).add(service.name()));
    }
  }

  /// Services to which a client may be granted something, by name.
  public TreeSet<ServiceName> of(Workload client) {
    var names = new TreeSet<>(ofIdentity.getOrDefault(client.identity().text(), new TreeSet<>()));
    for (ServiceName name : ofOthers) {
      if (isOpenTo(client, name, new HashSet<>())) {
        names.add(name);
      }
    }
    boolean trims =
        fleet.plane(client).filter(it -> it.endpoints() == Plane.Endpoints.GRANTED).isPresent();
    if (trims) {
      names.removeIf(it -> !isNamed(client, it));
    }
    return names;
  }

  /// A client that knows only what it is granted knows a Service by its own workloads, whatever its routes lead to.
  private boolean isNamed(Workload client, ServiceName name) {
    Optional<Service> service = fleet.lookup().service(name);
    return service.isEmpty()
        || service.get().endpoints().isEmpty()
        || service.get().endpoints().stream().anyMatch(it -> admits(it, client));
  }

  private boolean isOpenTo(Workload client, ServiceName name, Set<ServiceName> seen) {
    Optional<Service> service = fleet.lookup().service(name);
    if (service.isEmpty() || service.get().endpoints().isEmpty() || !seen.add(name)) {
      return true;
    }
    return service.get().endpoints().stream()
            .anyMatch(it -> isKnown(it, client) && admits(it, client))
        || answered.contains(name)
        || leadsTo.getOrDefault(name, List.of()).stream()
            .anyMatch(it -> isOpenTo(client, it, seen));
  }

  /// Whether a workload may let a client in for anything at all.
  public boolean admits(Workload server, Workload client) {
    return admissions.getOrDefault(server.id(), Admission.ALL).admits(client.identity());
  }

  /// Whether a client's proxy knows a workload behind a Service at all: in a mesh that lets nothing out, what stands outside is no endpoint.
  public boolean isKnown(Workload server, Workload client) {
    Plane own = fleet.plane(client).orElseThrow();
    boolean same = fleet.plane(server).filter(it -> it.id().equals(own.id())).isPresent();
    return switch (own.endpoints()) {
      case ALL -> true;
      case OF_MESH -> same || knowsOutside(own);
      case GRANTED -> same ? admits(server, client) : knowsOutside(own);
    };
  }

  /// What nobody knows to be let out is kept in.
  public static boolean knowsOutside(Plane plane) {
    return plane.endpoints() == Plane.Endpoints.ALL || plane.egress() == Plane.Egress.OPEN;
  }

  private Admission admission(Workload server) {
    Optional<Plane> plane = fleet.plane(server);
    if (plane.isEmpty() || !fleet.isOurs(server)) {
      return Admission.ALL;
    }
    if (plane.get().addressing() == Plane.Addressing.TABLE) {
      return tabled(server, plane.get());
    }
    List<Authorization> allows =
        fleet.lookup().authorizationsAt(server).stream()
            .filter(it -> it.plane().equals(plane.get().id()))
            .filter(it -> it.effect() == Authorization.Effect.ALLOW)
            .toList();
    boolean guarded =
        switch (plane.get().posture()) {
          case OPEN -> false;
          case OPEN_UNTIL_ALLOWED -> !allows.isEmpty();
          case CLOSED, UNKNOWN -> true;
        };
    if (!guarded) {
      return Admission.ALL;
    }
    return of(
        allows.stream().flatMap(it -> it.rules().stream()).map(it -> it.clients().value()).toList(),
        takesPlain(server, plane.get()));
  }

  private static Admission of(List<Match> clients, boolean plain) {
    var names = new HashSet<String>();
    var others = new ArrayList<Match>();
    for (Match client : clients) {
      for (Match it : Alternatives.of(client)) {
        exact(it).ifPresentOrElse(names::add, () -> others.add(it));
      }
    }
    return new Admission(names, others.stream().distinct().toList(), plain);
  }

  private boolean takesPlain(Workload server, Plane plane) {
    return fleet.servicesOf(server).stream()
        .flatMap(it -> it.ports().stream())
        .flatMapToInt(it -> it.at(server).stream())
        .anyMatch(it -> fleet.modes().at(server, plane, it) != PeerTls.Mode.STRICT);
  }

  /// Whom any of its ports lets in.
  private Admission tabled(Workload server, Plane plane) {
    var clients = new ArrayList<Match>();
    for (Service service : fleet.servicesOf(server)) {
      for (ServicePort port : service.ports()) {
        int at = service.headless() ? port.number() : port.at(server).orElse(0);
        if (fleet.past().isPast(server, plane, at)) {
          return Admission.ALL;
        }
        Sentry.at(server, plane, at, fleet).ifPresent(it -> clients.addAll(it.clients()));
      }
    }
    return of(clients, takesPlain(server, plane));
  }

  private static Optional<String> exact(Match alternative) {
    return Alternatives.parts(alternative).stream()
        .filter(Match.OnIdentity.class::isInstance)
        .map(it -> ((Match.OnIdentity) it).identity())
        .filter(TextPattern.Exact.class::isInstance)
        .map(it -> ((TextPattern.Exact) it).text())
        .findFirst();
  }

  /// Whether a match may hold for some request of a client; negated, whether it may fail for some.
  ///
  /// @param identity empty for a client that shows none: no predicate on it holds
  private static boolean may(Match match, Optional<Identity> identity, boolean negated) {
    return switch (match) {
      case Match.Any _ -> !negated;
      case Match.None _ -> negated;
      case Match.Not(var of) -> may(of, identity, !negated);
      case Match.All(var of) ->
          negated
              ? of.stream().anyMatch(it -> may(it, identity, true))
              : of.stream().allMatch(it -> may(it, identity, false));
      case Match.OneOf(var of) ->
          negated
              ? of.stream().allMatch(it -> may(it, identity, true))
              : of.stream().anyMatch(it -> may(it, identity, false));
      case Match.OnIdentity(var text) ->
          identity.filter(it -> text.accepts(it.text())).isPresent() != negated;
      case Match.OnSourceNamespace(var text) ->
          identity.filter(it -> text.accepts(it.namespace())).isPresent() != negated;
      case Attribute.TrustDomain(var text) ->
          identity.filter(it -> text.accepts(it.trustDomain())).isPresent() != negated;
      case Match.Unclear _,
          Match.OnServicePort _,
          Match.OnWorkloadPort _,
          Match.OnHttp _,
          Match.OnMethod _,
          Match.OnHost _,
          Match.OnPath _,
          Match.OnHeader _,
          Match.ChangedBy _,
          Attribute _ ->
          true;
    };
  }
}
