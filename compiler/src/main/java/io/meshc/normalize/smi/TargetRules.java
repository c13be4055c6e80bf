package io.meshc.normalize.smi;

import io.meshc.dialect.smi.TcpRoute;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.dialect.smi.TrafficTarget.Rule;
import io.meshc.dialect.smi.TrafficTarget.Subject;
import io.meshc.model.match.Match;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The rules of a TrafficTarget → which requests it grants, an alternative at a time, so that every decision names the line
/// that made it.
///
/// Rules of one kind are alternatives. An HTTPRouteGroup and a TCPRoute must both hold; a TCPRoute and a UDPRoute grant each
/// their own protocol (SMI Traffic Access v1alpha4, by its examples for L7 and for L4).
final class TargetRules {
  private static final Match RAW = new Match.Not(new Match.OnHttp());
  private static final Set<String> KINDS = Set.of("HTTPRouteGroup", "TCPRoute", "UDPRoute");

  private final TrafficTarget target;
  private final Control control;
  private final RouteGroups groups;

  TargetRules(TrafficTarget target, Control control, RouteGroups groups) {
    this.target = target;
    this.control = control;
    this.groups = groups;
  }

  /// Each way in which the rules can hold.
  List<At<Match>> alternatives(Subject destination) {
    if (target.rules().isEmpty() || !target.rules().stream().allMatch(TargetRules::isKnown)) {
      return List.of();
    }
    List<At<Match>> result = List.of(At.of(Match.ANY, target.meta().origin()));
    List<At<Match>> port =
        destination.port().stream().map(it -> it.<Match>map(Match.OnServicePort::new)).toList();
    result = port.isEmpty() ? result : both(result, port);
    if (has("TCPRoute")) {
      result = both(result, tcp());
    } else if (has("UDPRoute")) {
      result = has("HTTPRouteGroup") ? both(result, List.of(httpOverUdp())) : List.of();
    }
    if (has("HTTPRouteGroup")) {
      result = both(result, http());
    } else if (control.osm()) {
      // Routes of an HTTP port come from HTTPRouteGroups alone there: without one every request is
      // answered 404.
      result = result.stream().map(it -> it.map(match -> Match.all(match, RAW))).toList();
    }
    return result;
  }

  private static boolean isKnown(At<Rule> rule) {
    return KINDS.contains(rule.value().kind().value());
  }

  /// The narrower half names the place.
  private static List<At<Match>> both(List<At<Match>> left, List<At<Match>> right) {
    return left.stream()
        .flatMap(a -> right.stream().map(b -> b.map(it -> Match.all(a.value(), it))))
        .toList();
  }

  private boolean has(String kind) {
    return of(kind).findAny().isPresent();
  }

  /// The rules of one kind.
  Stream<At<Rule>> of(String kind) {
    return target.rules().stream().filter(it -> it.value().kind().value().equals(kind));
  }

  private List<At<Match>> http() {
    return of("HTTPRouteGroup")
        .map(At::value)
        .flatMap(it -> groups.listed(groupId(it), it.matches()).stream())
        .toList();
  }

  /// The routes may be those of HTTP/3 alone, or the ports may be those of another protocol beside them.
  private At<Match> httpOverUdp() {
    return of("UDPRoute")
        .findFirst()
        .orElseThrow()
        .with(
            new Match.Unclear(
                Match.NONE,
                Match.ANY,
                "whether a UDPRoute beside an HTTPRouteGroup leaves HTTP over TCP granted is not said by SMI"));
  }

  ResourceId groupId(Rule rule) {
    return RouteGroups.groupId(target.meta().namespace(), rule.name().value());
  }

  ResourceId tcpId(Rule rule) {
    return RouteGroups.tcpId(target.meta().namespace(), rule.name().value());
  }

  /// One missing TCPRoute takes the whole TrafficTarget out of the network filter of Open Service Mesh.
  private List<At<Match>> tcp() {
    var result = new ArrayList<At<Match>>();
    for (At<Rule> rule : of("TCPRoute").toList()) {
      Optional<TcpRoute> route = groups.tcp(tcpId(rule.value()));
      if (route.isEmpty() && control.osm()) {
        return List.of();
      }
      route.ifPresent(it -> result.add(ports(it, rule)));
    }
    return result;
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
}
