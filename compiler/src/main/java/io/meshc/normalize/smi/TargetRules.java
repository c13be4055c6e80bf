package io.meshc.normalize.smi;

import io.meshc.dialect.smi.TcpRoute;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.dialect.smi.TrafficTarget.Rule;
import io.meshc.dialect.smi.TrafficTarget.Subject;
import io.meshc.model.match.Match;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The rules of a TrafficTarget → which requests it grants by the text of SMI, an alternative at a time, so that every decision
/// names the line that made it.
///
/// Rules of one kind are alternatives. An HTTPRouteGroup and a TCPRoute must both hold; a TCPRoute and a UDPRoute grant each
/// their own protocol (SMI Traffic Access v1alpha4, by its examples for L7 and for L4).
final class TargetRules {
  private static final Set<String> KINDS = Set.of("HTTPRouteGroup", "TCPRoute", "UDPRoute");

  private final TrafficTarget target;
  private final RouteGroups groups;

  TargetRules(TrafficTarget target, RouteGroups groups) {
    this.target = target;
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
      result = both(result, http(RouteGroups.Unlisted.ALL));
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

  /// The routes alone.
  List<At<Match>> http(RouteGroups.Unlisted unlisted) {
    return of("HTTPRouteGroup")
        .map(At::value)
        .flatMap(it -> groups.listed(groupId(it), it.matches(), unlisted).stream())
        .toList();
  }

  /// The matches that rules of TCPRoutes list, in route groups of their names.
  List<At<Match>> httpOfTcp() {
    return of("TCPRoute")
        .map(At::value)
        .flatMap(it -> groups.listed(groupId(it), it.matches(), RouteGroups.Unlisted.NONE).stream())
        .toList();
  }

  /// Where ports are first spoken of.
  Origin placeOfPorts() {
    return tcp().stream().map(At::origin).findFirst().orElse(target.meta().origin());
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
                "whether a UDPRoute beside an HTTPRouteGroup leaves HTTP over TCP granted is not"
                    + " said by SMI"));
  }

  ResourceId groupId(Rule rule) {
    return RouteGroups.groupId(target.meta().namespace(), rule.name().value());
  }

  ResourceId tcpId(Rule rule) {
    return RouteGroups.tcpId(target.meta().namespace(), rule.name().value());
  }

  private List<At<Match>> tcp() {
    return of("TCPRoute")
        .flatMap(rule -> groups.tcp(tcpId(rule.value())).map(it -> ports(it, rule)).stream())
        .toList();
  }

  /// Ports of Services. No ports mean all.
  private static At<Match> ports(TcpRoute route, At<Rule> rule) {
    if (route.ports().isEmpty()) {
      return rule.with(Match.ANY);
    }
    List<Match> each =
        route.ports().stream().<Match>map(it -> new Match.OnServicePort(it.value())).toList();
    return At.of(Match.oneOf(each), route.ports().getFirst().origin());
  }
}
