package io.meshc.normalize.smi;

import io.meshc.dialect.Resources;
import io.meshc.dialect.smi.TcpRoute;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.dialect.smi.TrafficTarget.Rule;
import io.meshc.dialect.smi.TrafficTarget.Subject;
import io.meshc.model.match.Match;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The filter that Open Service Mesh puts before the routes of a server: from which clients it takes connections at which of its
/// own ports. It joins what all TrafficTargets of the account say, so that one without a TCPRoute opens every port to its
/// sources. Source: `pkg/catalog` and `pkg/envoy/rbac`.
final class NetworkFilter {
  private final Control control;
  private final RouteGroups groups;

  /// By server and client, the ports that all TrafficTargets together open.
  private final Map<String, Ports> open = new HashMap<>();

  /// By server, the ports that TrafficTargets without sources open.
  private final Map<String, Ports> anybody = new HashMap<>();

  private NetworkFilter(Control control, RouteGroups groups) {
    this.control = control;
    this.groups = groups;
  }

  static NetworkFilter of(Resources resources, Control control, RouteGroups groups) {
    var filter = new NetworkFilter(control, groups);
    for (TrafficTarget target : resources.of(TrafficTarget.class)) {
      if (filter.reads(target)) {
        Ports stated = filter.stated(target);
        if (target.sources().isEmpty()) {
          filter.anybody.merge(server(target), stated, Ports::and);
        }
        for (At<Subject> source : target.sources()) {
          filter.open.merge(pair(target, source.value()), stated, Ports::and);
        }
      }
    }
    return filter;
  }

  /// Open Service Mesh serves one version, and drops a TrafficTarget that does not name its own namespace as that of the
  /// destination, that has no rules, or that has a rule of another kind than these two.
  boolean reads(TrafficTarget target) {
    boolean ownNamespace =
        target
            .destination()
            .flatMap(it -> it.value().namespace())
            .filter(it -> it.value().equals(target.meta().namespace()))
            .isPresent();
    boolean knownRules =
        target.rules().stream()
            .map(it -> it.value().kind().value())
            .allMatch(it -> it.equals("HTTPRouteGroup") || it.equals("TCPRoute"));
    return control.serves(target.meta()) && ownNamespace && knownRules && !target.rules().isEmpty();
  }

  /// Listener ports.
  ///
  /// @param numbers where it is not any port; none if there are none
  record Ports(boolean any, TreeSet<Integer> numbers) {
    Match match() {
      if (any) {
        return Match.ANY;
      }
      // No request has port 0. The match stays one of a route, which may come before others.
      List<Match> each =
          isNone()
              ? List.of(new Match.OnWorkloadPort(0))
              : numbers.stream().<Match>map(Match.OnWorkloadPort::new).toList();
      return Match.oneOf(each);
    }

    boolean isNone() {
      return !any && numbers.isEmpty();
    }

    private Ports and(Ports other) {
      var both = new TreeSet<>(numbers);
      both.addAll(other.numbers);
      return new Ports(any || other.any, both);
    }

    /// Equal for equal ports.
    private String key() {
      return any ? "any" : numbers.toString();
    }
  }

  private static Ports none() {
    return new Ports(false, new TreeSet<>());
  }

  /// The ports of its own TCPRoutes. One that is missing takes the whole TrafficTarget out of the filter.
  Ports stated(TrafficTarget target) {
    Ports ports = none();
    boolean any = true;
    for (At<Rule> rule : target.rules()) {
      if (rule.value().kind().value().equals("TCPRoute")) {
        any = false;
        Optional<TcpRoute> route =
            groups.tcp(RouteGroups.tcpId(target.meta().namespace(), rule.value().name().value()));
        if (route.isEmpty()) {
          return none();
        }
        var numbers = new TreeSet<Integer>();
        route.get().ports().forEach(it -> numbers.add(it.value()));
        ports = ports.and(new Ports(numbers.isEmpty(), numbers));
      }
    }
    return any ? new Ports(true, new TreeSet<>()) : ports;
  }

  /// What the filter asks for ports. A TrafficTarget without sources may open more to everybody.
  Match ports(TrafficTarget target, Ports own) {
    Ports more = own.and(anybody.getOrDefault(server(target), none()));
    return more.key().equals(own.key())
        ? own.match()
        : new Match.Unclear(own.match(), more.match(), NormalizeTrafficTarget.EMPTY);
  }

  /// Sources for whom the same ports are open.
  record Sources(List<At<Subject>> subjects, Ports ports) {}

  /// The sources of a TrafficTarget, with the ports that are open to them at its destination by all TrafficTargets together.
  List<Sources> sources(TrafficTarget target) {
    var all = new ArrayList<Sources>();
    for (At<Subject> source : target.sources()) {
      Ports ports = open(target, source.value());
      all.stream()
          .filter(it -> it.ports().key().equals(ports.key()))
          .findFirst()
          .ifPresentOrElse(
              it -> it.subjects().add(source),
              () -> all.add(new Sources(new ArrayList<>(List.of(source)), ports)));
    }
    if (target.sources().isEmpty()) {
      all.add(new Sources(List.of(), stated(target)));
    }
    return all;
  }

  private Ports open(TrafficTarget target, Subject source) {
    return open.getOrDefault(pair(target, source), none());
  }

  private static String pair(TrafficTarget target, Subject source) {
    return server(target) + "\n" + name(source);
  }

  private static String server(TrafficTarget target) {
    return name(target.destination().orElseThrow().value());
  }

  /// As it stands there: no namespace is filled in.
  private static String name(Subject subject) {
    return subject.namespace().map(At::value).orElse("") + "/" + subject.name().value();
  }
}
