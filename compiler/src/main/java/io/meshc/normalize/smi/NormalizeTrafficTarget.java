package io.meshc.normalize.smi;

import io.meshc.diag.Problem;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.dialect.smi.TcpRoute;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.dialect.smi.TrafficTarget.Rule;
import io.meshc.dialect.smi.TrafficTarget.Subject;
import io.meshc.model.Authorization;
import io.meshc.model.Authorization.Effect;
import io.meshc.model.Extension;
import io.meshc.model.Identity;
import io.meshc.model.Scope;
import io.meshc.model.match.Match;
import io.meshc.normalize.Declarations.DeclaredReference;
import io.meshc.normalize.Declarations.ImpliedAccount;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Settings;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// TrafficTarget → one [Authorization], with a rule for each alternative, so that every decision names the line that made it.
///
/// Rules of one kind are alternatives, rules of different kinds must all hold (SMI Traffic Access, by its examples).
final class NormalizeTrafficTarget {
  private static final Match RAW = new Match.Not(new Match.OnHttp());

  private final TrafficTarget target;
  private final ResourceId id;
  private final Control control;
  private final RouteGroups groups;
  private final Settings settings;
  private final Ledger ledger;
  private final List<Problem> problems;

  NormalizeTrafficTarget(
      TrafficTarget target,
      Control control,
      RouteGroups groups,
      Settings settings,
      Ledger ledger,
      List<Problem> problems) {
    this.target = target;
    this.id = target.meta().id();
    this.control = control;
    this.groups = groups;
    this.settings = settings;
    this.ledger = ledger;
    this.problems = problems;
  }

  void run() {
    references();
    if (target.destination().isEmpty()) {
      return;
    }
    At<Subject> destination = target.destination().get();
    if (!destination.value().isServiceAccount()) {
      unknownDestination(destination);
      return;
    }
    if (control.osm() && !isReadByOsm(destination.value())) {
      return;
    }
    String namespace = namespace(destination.value());
    String account = destination.value().name().value();
    ledger.add(
        new ImpliedAccount(namespace, account, Map.of(), Control.PLANE, destination.origin()));
    if (!control.isPermissive()) {
      ledger.add(
          new Authorization(
              id,
              Control.PLANE,
              Effect.ALLOW,
              new Scope.OfAccount(namespace, account),
              rules(destination.value()),
              target.meta().origin()));
    }
  }

  /// Open Service Mesh drops a TrafficTarget that does not name its own namespace as that of the destination, that has no
  /// rules, or that has a rule of another kind than these two.
  private boolean isReadByOsm(Subject destination) {
    boolean ownNamespace =
        destination.namespace().map(At::value).orElse("").equals(target.meta().namespace());
    boolean knownRules =
        target.rules().stream()
            .map(it -> it.value().kind().value())
            .allMatch(it -> it.equals("HTTPRouteGroup") || it.equals("TCPRoute"));
    return ownNamespace && knownRules && !target.rules().isEmpty();
  }

  /// An IdentityBinding may be anybody of its namespace, so everything there is unknown.
  private void unknownDestination(At<Subject> destination) {
    if (destination.value().kind().value().equals("IdentityBinding") && !control.isPermissive()) {
      ledger.add(
          new Extension(
              id,
              Control.PLANE,
              new Scope.InNamespace(namespace(destination.value())),
              "IdentityBinding `" + destination.value().name().value() + "`",
              Extension.Touches.ANYTHING,
              destination.origin()));
    }
  }

  private List<Authorization.Rule> rules(Subject destination) {
    At<Match> clients = clients();
    return alternatives(destination).stream()
        .map(it -> new Authorization.Rule(clients, it))
        .toList();
  }

  /// Open Service Mesh builds an RBAC policy without principals from an empty list, and Envoy reads that as anybody.
  private At<Match> clients() {
    if (target.sources().isEmpty()) {
      Match nobody =
          control.osm()
              ? new Match.Unclear(
                  Match.NONE,
                  Match.ANY,
                  "an empty source list opens the server in Open Service Mesh, and grants nothing by SMI")
              : Match.NONE;
      return At.of(nobody, target.meta().origin());
    }
    List<Match> each = target.sources().stream().map(this::client).toList();
    return At.of(Match.oneOf(each), target.sources().getFirst().origin());
  }

  private Match client(At<Subject> source) {
    Subject subject = source.value();
    if (subject.isServiceAccount()) {
      var identity =
          new Identity(
              settings.assumptions().trustDomain(), namespace(subject), subject.name().value());
      return new Match.OnIdentity(RouteGroups.exactly(identity.text()));
    }
    return subject.kind().value().equals("IdentityBinding")
        ? new Match.Unclear(
            Match.NONE,
            Match.ANY,
            "IdentityBinding `" + subject.name().value() + "` is not looked into")
        : Match.NONE;
  }

  /// Each way in which the rules can hold.
  private List<At<Match>> alternatives(Subject destination) {
    List<At<Match>> result =
        target.rules().isEmpty() ? List.of() : List.of(At.of(Match.ANY, target.meta().origin()));
    List<At<Match>> port =
        destination.port().stream().map(it -> it.<Match>map(Match.OnServicePort::new)).toList();
    result = port.isEmpty() ? result : both(result, port);
    if (has("TCPRoute")) {
      result = both(result, tcp());
    }
    if (has("HTTPRouteGroup")) {
      result = both(result, http());
    } else if (control.osm()) {
      // Routes of an HTTP port come from HTTPRouteGroups alone there: without one every request is
      // answered 404.
      result = result.stream().map(it -> it.map(match -> Match.all(match, RAW))).toList();
    }
    if (has("UDPRoute")) {
      udp();
      return List.of();
    }
    boolean unknownKind =
        target.rules().stream()
            .map(it -> it.value().kind().value())
            .anyMatch(it -> !it.equals("TCPRoute") && !it.equals("HTTPRouteGroup"));
    return unknownKind ? List.of() : result;
  }

  /// The narrower half names the place.
  private static List<At<Match>> both(List<At<Match>> left, List<At<Match>> right) {
    return left.stream()
        .flatMap(a -> right.stream().map(b -> b.map(it -> Match.all(a.value(), it))))
        .toList();
  }

  private boolean has(String kind) {
    return rulesOf(kind).findAny().isPresent();
  }

  private Stream<At<Rule>> rulesOf(String kind) {
    return target.rules().stream().filter(it -> it.value().kind().value().equals(kind));
  }

  private List<At<Match>> http() {
    return rulesOf("HTTPRouteGroup")
        .map(At::value)
        .flatMap(it -> groups.listed(groupId(it), it.matches()).stream())
        .toList();
  }

  private ResourceId groupId(Rule rule) {
    return RouteGroups.groupId(target.meta().namespace(), rule.name().value());
  }

  /// One missing TCPRoute takes the whole TrafficTarget out of the network filter of Open Service Mesh.
  private List<At<Match>> tcp() {
    var result = new ArrayList<At<Match>>();
    for (At<Rule> rule : rulesOf("TCPRoute").toList()) {
      Optional<TcpRoute> route = groups.tcp(tcpId(rule.value()));
      if (route.isEmpty() && control.osm()) {
        return List.of();
      }
      route.ifPresent(it -> result.add(ports(it, rule)));
    }
    return result;
  }

  private ResourceId tcpId(Rule rule) {
    return RouteGroups.tcpId(target.meta().namespace(), rule.name().value());
  }

  /// SMI means ports of Services; Open Service Mesh compares the port at which the server listens. No ports mean all.
  private At<Match> ports(TcpRoute route, At<Rule> rule) {
    if (route.ports().isEmpty()) {
      return rule.with(Match.ANY);
    }
    List<Match> each =
        route.ports().stream()
            .map(it ->
                control.osm()
                    ? new Match.OnWorkloadPort(it.value())
                    : (Match) new Match.OnServicePort(it.value()))
            .toList();
    return At.of(Match.oneOf(each), route.ports().getFirst().origin());
  }

  private void udp() {
    rulesOf("UDPRoute")
        .forEach(it ->
            problems.add(
                new Problem(
                        Problem.Kind.NOT_MODELLED,
                        it.origin(),
                        "UDPRoute is not understood: the TrafficTarget is taken to grant nothing",
                        "")
                    .in(id)));
  }

  private String namespace(Subject subject) {
    return subject.namespace().map(At::value).orElse(target.meta().namespace());
  }

  private void references() {
    target.destination().ifPresent(it -> subject(it, "destination account"));
    target.sources().forEach(it -> subject(it, "source account"));
    for (At<Rule> rule : target.rules()) {
      if (!rule.value().name().value().isEmpty()) {
        rule(rule);
      }
    }
  }

  private void rule(At<Rule> rule) {
    Origin origin = rule.value().name().origin();
    if (rule.value().kind().value().equals("HTTPRouteGroup")) {
      ResourceId group = groupId(rule.value());
      refer(group, "route group", origin);
      // Names of matches in a group that is not there would only say so again.
      if (groups.has(group)) {
        rule.value()
            .matches()
            .forEach(it -> refer(RouteGroups.matchId(group, it.value()), "match", it.origin()));
      }
    } else if (rule.value().kind().value().equals("TCPRoute")) {
      refer(tcpId(rule.value()), "TCP route", origin);
    } else if (rule.value().kind().value().equals("UDPRoute")) {
      refer(
          new ResourceId(
              SmiGroups.SPECS, "UDPRoute", target.meta().namespace(), rule.value().name().value()),
          "UDP route",
          origin);
    }
  }

  private void subject(At<Subject> subject, String role) {
    if (subject.value().isServiceAccount()) {
      refer(
          new ResourceId(
              "", "ServiceAccount", namespace(subject.value()), subject.value().name().value()),
          role,
          subject.value().name().origin());
    }
  }

  private void refer(ResourceId to, String role, Origin origin) {
    ledger.add(new DeclaredReference(id, to, role, origin));
  }
}
