package io.meshc.normalize.smi;

import io.meshc.diag.Problem;
import io.meshc.dialect.smi.IdentityBinding;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.dialect.smi.TrafficTarget.Rule;
import io.meshc.dialect.smi.TrafficTarget.Subject;
import io.meshc.model.Authorization;
import io.meshc.model.Authorization.Effect;
import io.meshc.model.Identity;
import io.meshc.model.Scope;
import io.meshc.model.match.Match;
import io.meshc.normalize.Declarations.DeclaredReference;
import io.meshc.normalize.Declarations.ImpliedAccount;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// TrafficTarget → one [Authorization], with a rule for each alternative; one for each scheme where an IdentityBinding is its
/// destination.
final class NormalizeTrafficTarget {
  private static final Match RAW = new Match.Not(new Match.OnHttp());

  static final String EMPTY =
      "an empty source list opens the server in Open Service Mesh, and grants nothing by SMI";

  /// Open Service Mesh builds an RBAC policy without principals from an empty list, and Envoy reads that as anybody.
  private static final Match ANYBODY = new Match.Unclear(Match.NONE, Match.ANY, EMPTY);

  private static final String BESIDE =
      "Open Service Mesh opens raw TCP beside the routes of a TrafficTarget, which SMI does not"
          + " grant";

  private static final String MISREAD =
      "Open Service Mesh reads the matches of a TCPRoute as those of a route group of its name";

  private final TrafficTarget target;
  private final ResourceId id;
  private final Control control;
  private final RouteGroups groups;
  private final Bindings bindings;
  private final TargetRules rules;
  private final NetworkFilter filter;
  private final Ledger ledger;
  private final List<Problem> problems;

  NormalizeTrafficTarget(
      TrafficTarget target,
      Control control,
      RouteGroups groups,
      Bindings bindings,
      NetworkFilter filter,
      Ledger ledger,
      List<Problem> problems) {
    this.target = target;
    this.id = target.meta().id();
    this.control = control;
    this.groups = groups;
    this.bindings = bindings;
    this.rules = new TargetRules(target, groups);
    this.filter = filter;
    this.ledger = ledger;
    this.problems = problems;
  }

  void run() {
    references();
    rules.of("UDPRoute").forEach(this::udp);
    target.sources().forEach(this::sourcePort);
    if (target.destination().isEmpty()) {
      return;
    }
    At<Subject> destination = target.destination().get();
    if (control.osm() && !filter.reads(target)) {
      return;
    }
    for (Scope scope : scopes(destination.value())) {
      if (scope instanceof Scope.OfAccount(var namespace, var account)) {
        ledger.add(
            new ImpliedAccount(namespace, account, Map.of(), Control.PLANE, destination.origin()));
      }
      if (!control.isPermissive()) {
        ledger.add(
            new Authorization(
                id,
                Control.PLANE,
                Effect.ALLOW,
                scope,
                grants(destination.value()),
                target.meta().origin()));
      }
    }
  }

  /// The workloads that the destination names. A binding that is not there names nobody.
  private List<Scope> scopes(Subject destination) {
    if (destination.isServiceAccount()) {
      return List.of(new Scope.OfAccount(namespace(destination), destination.name().value()));
    }
    return binding(destination).map(bindings::workloads).orElse(List.of());
  }

  private Optional<IdentityBinding> binding(Subject subject) {
    return isBinding(subject) ? bindings.get(bindingId(subject)) : Optional.empty();
  }

  private boolean isBinding(Subject subject) {
    return target.meta().version().equals("v1alpha4")
        && subject.kind().value().equals("IdentityBinding");
  }

  private ResourceId bindingId(Subject subject) {
    return Bindings.id(namespace(subject), subject.name().value());
  }

  private List<Authorization.Rule> grants(Subject destination) {
    if (control.osm()) {
      return grantsByOsm();
    }
    At<Match> all = clients(target.sources());
    At<Match> clients =
        binding(destination)
            .flatMap(Bindings::contested)
            .map(it -> all.map(some -> maybe(some, it)))
            .orElse(all);
    return rules.alternatives(destination).stream()
        .map(it -> new Authorization.Rule(clients, it))
        .toList();
  }

  /// Routes for HTTP, behind a filter that joins what all TrafficTargets of the account say of ports. Without an
  /// HTTPRouteGroup there is no route, and an HTTP port answers 404. Whoever is a source knows the server, whatever the
  /// rules are. What it opens beyond the text of SMI counts as unknown: raw TCP beside routes, for which the filter is the only
  /// check, and what a rule of another kind lists as matches.
  private List<Authorization.Rule> grantsByOsm() {
    List<At<Match>> routes =
        Stream.concat(
                rules.http(RouteGroups.Unlisted.NONE).stream(),
                rules.httpOfTcp().stream().map(it -> it.map(route -> maybe(route, MISREAD))))
            .toList();
    List<NetworkFilter.Sources> sources = filter.sources(target);
    var grants = new ArrayList<Authorization.Rule>();
    for (NetworkFilter.Sources some : sources) {
      At<Match> clients = clients(some.subjects());
      Match ports = filter.ports(target, some.ports());
      routes.forEach(it ->
          grants.add(new Authorization.Rule(clients, it.map(route -> Match.all(ports, route)))));
    }
    NetworkFilter.Ports ports = filter.stated(target);
    Match raw = ports.isNone() ? Match.NONE : Match.all(ports.match(), RAW);
    boolean said = rules.of("HTTPRouteGroup").findAny().isEmpty();
    grants.add(
        new Authorization.Rule(
            clients(target.sources()),
            At.of(said || ports.isNone() ? raw : maybe(raw, BESIDE), rules.placeOfPorts())));
    return grants;
  }

  private static Match maybe(Match match, String because) {
    return new Match.Unclear(Match.NONE, match, because);
  }

  private At<Match> clients(List<At<Subject>> sources) {
    if (sources.isEmpty()) {
      return At.of(control.osm() ? ANYBODY : Match.NONE, target.meta().origin());
    }
    List<Match> each = sources.stream().map(it -> client(it.value())).toList();
    return At.of(Match.oneOf(each), sources.getFirst().origin());
  }

  /// Open Service Mesh makes a principal of what is written: without a namespace it is nobody's.
  private Match client(Subject subject) {
    if (control.osm() && subject.namespace().isEmpty()) {
      return Match.NONE;
    }
    Match client =
        subject.isServiceAccount()
            ? account(subject)
            : binding(subject).map(bindings::clients).orElse(Match.NONE);
    return subject.port().isPresent()
        ? new Match.Unclear(
            Match.NONE, client, "what the port of a source limits is not said by SMI")
        : client;
  }

  private Match account(Subject subject) {
    return Match.oneOf(
        control.domains().stream()
            .map(it -> new Identity(it, namespace(subject), subject.name().value()))
            .<Match>map(it -> new Match.OnIdentity(RouteGroups.exactly(it.text())))
            .toList());
  }

  private String namespace(Subject subject) {
    return subject.namespace().map(At::value).orElse(target.meta().namespace());
  }

  private void udp(At<Rule> rule) {
    String what =
        control.osm()
            ? "a UDPRoute makes Open Service Mesh drop the whole TrafficTarget"
            : "UDP is granted by this rule and no HTTP or TCP; no mesh known to meshc captures UDP";
    notModelled(rule.origin(), what);
  }

  private void sourcePort(At<Subject> source) {
    source
        .value()
        .port()
        .ifPresent(it ->
            notModelled(
                it.origin(), "the port of a source is not looked into: it may limit the grant"));
  }

  private void notModelled(Origin origin, String message) {
    problems.add(new Problem(Problem.Kind.NOT_MODELLED, origin, message, "").in(id));
  }

  private void references() {
    target.destination().ifPresent(it -> subject(it.value(), "destination"));
    target.sources().forEach(it -> subject(it.value(), "source"));
    for (At<Rule> rule : target.rules()) {
      if (!rule.value().name().value().isEmpty()) {
        rule(rule.value());
      }
    }
  }

  private void rule(Rule rule) {
    Origin origin = rule.name().origin();
    String kind = rule.kind().value();
    if (kind.equals("HTTPRouteGroup")) {
      ResourceId group = rules.groupId(rule);
      refer(group, "route group", origin);
      // Names of matches in a group that is not there would only say so again.
      if (groups.has(group)) {
        rule.matches()
            .forEach(it -> refer(RouteGroups.matchId(group, it.value()), "match", it.origin()));
      }
    } else if (kind.equals("TCPRoute")) {
      refer(rules.tcpId(rule), "TCP route", origin);
    } else if (kind.equals("UDPRoute")) {
      String namespace = target.meta().namespace();
      refer(
          new ResourceId(SmiGroups.SPECS, "UDPRoute", namespace, rule.name().value()),
          "UDP route",
          origin);
    }
  }

  private void subject(Subject subject, String role) {
    Origin origin = subject.name().origin();
    if (subject.isServiceAccount()) {
      refer(
          new ResourceId("", "ServiceAccount", namespace(subject), subject.name().value()),
          role + " account",
          origin);
    } else if (isBinding(subject) && !subject.name().value().isEmpty()) {
      refer(bindingId(subject), role + " identity binding", origin);
    }
  }

  private void refer(ResourceId to, String role, Origin origin) {
    ledger.add(new DeclaredReference(id, to, role, origin));
  }
}
