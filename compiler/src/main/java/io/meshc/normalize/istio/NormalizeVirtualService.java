package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.dialect.istio.routing.VirtualService.PortSelector;
import io.meshc.dialect.istio.routing.VirtualService.RouteDestination;
import io.meshc.dialect.istio.routing.VirtualService.TcpRoute;
import io.meshc.model.Extension;
import io.meshc.model.Route;
import io.meshc.model.Route.Layer;
import io.meshc.model.Route.Unmatched;
import io.meshc.model.Scope;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Match;
import io.meshc.normalize.Declarations;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// VirtualService → routes of the Services that it names, as clients in the mesh see them.
///
/// Where its HTTP routes name ports, only requests to those ports are routed, and what matches none of them is answered
/// 404; the other ports go to the Service as if there were no VirtualService. Connections that match no TCP route go to the
/// Service. Routes of gateways are reported and left alone; whatever else is a gap makes the Services' namespaces unknown.
///
/// Source: istio.io, "VirtualService"; that a VirtualService without a route for the port counts as absent was measured.
final class NormalizeVirtualService {
  private NormalizeVirtualService() {}

  static Declarations normalize(VirtualService source, HostNames hosts, List<Problem> problems) {
    if (!isForMesh(source, problems)) {
      return Declarations.NONE;
    }
    var parts = new ArrayList<Declarations>();
    var extensions = new ArrayList<Extension>();
    for (At<String> host : source.hosts()) {
      Optional<ServiceName> service = hosts.service(host.value(), source.meta().namespace());
      service.ifPresentOrElse(
          it -> parts.add(Part.routes(routes(source, it, hosts, problems))),
          () -> {
            notAService(host, source.meta(), problems);
            if (host.value().contains("*")) {
              String what =
                  "VirtualService `" + source.meta().name() + "` for hosts `" + host.value() + "`";
              extensions.add(
                  IstioPlane.unknown(source.meta(), new Scope.Everywhere(), what, host.origin()));
            }
          });
    }
    Gaps.of(source, problems).stream()
        .findFirst()
        .ifPresent(gap -> {
          String what = "`" + gap.field() + "` of VirtualService `" + source.meta().name() + "`";
          for (String namespace : touched(source, hosts)) {
            extensions.add(
                IstioPlane.unknown(
                    source.meta(), new Scope.InNamespace(namespace), what, gap.origin()));
          }
        });
    parts.add(Part.extensions(extensions));
    return Declarations.join(parts);
  }

  static void notAService(At<String> host, Meta meta, List<Problem> problems) {
    String message = "host `" + host.value() + "` is not modelled: it is no Service of the cluster";
    String help =
        "a Service is named by its name alone, or in full with `.svc` and the cluster domain";
    problems.add(
        new Problem(Problem.Kind.NOT_MODELLED, host.origin(), message, help).in(meta.id()));
  }

  private static boolean isForMesh(VirtualService source, List<Problem> problems) {
    for (At<String> gateway : source.gateways()) {
      if (!gateway.value().equals("mesh")) {
        String message = "gateway `" + gateway.value() + "` is not modelled";
        problems.add(
            new Problem(Problem.Kind.NOT_MODELLED, gateway.origin(), message, "")
                .in(source.meta().id()));
      }
    }
    return source.gateways().isEmpty()
        || source.gateways().stream().anyMatch(it -> it.value().equals("mesh"));
  }

  /// The namespaces of the Services that it names and of those that it leads to.
  private static LinkedHashSet<String> touched(VirtualService source, HostNames hosts) {
    Stream<At<String>> destinations =
        Stream.concat(
                source.http().stream().flatMap(it -> it.route().stream()),
                source.tcp().stream().flatMap(it -> it.route().stream()))
            .flatMap(it -> it.destination().stream())
            .flatMap(it -> it.host().stream());
    var namespaces = new LinkedHashSet<String>();
    Stream.concat(source.hosts().stream(), destinations)
        .flatMap(it -> hosts.service(it.value(), source.meta().namespace()).stream())
        .forEach(it -> namespaces.add(it.namespace()));
    return namespaces;
  }

  private static List<Route> routes(
      VirtualService source, ServiceName service, HostNames hosts, List<Problem> problems) {
    var routes = new ArrayList<Route>();
    if (!source.http().isEmpty()) {
      var rules = new ArrayList<Route.Rule>();
      for (HttpRoute route : source.http()) {
        rules.add(rule(HttpMatches.of(route), route.route(), source, hosts, problems));
      }
      HttpMatches.otherPorts(source)
          .ifPresent(it -> rules.add(toItself(At.of(it, source.meta().origin()), service)));
      routes.add(route(source, service, Layer.HTTP, rules, Unmatched.NO_ROUTE));
    }
    if (!source.tcp().isEmpty()) {
      var rules = new ArrayList<Route.Rule>();
      for (TcpRoute route : source.tcp()) {
        rules.add(rule(HttpMatches.of(route), route.route(), source, hosts, problems));
      }
      routes.add(route(source, service, Layer.TCP, rules, Unmatched.SERVICE));
    }
    return routes;
  }

  private static Route route(
      VirtualService source,
      ServiceName service,
      Layer layer,
      List<Route.Rule> rules,
      Unmatched unmatched) {
    return new Route(
        source.meta().id(),
        IstioPlane.ID,
        service,
        layer,
        rules,
        unmatched,
        source.meta().origin());
  }

  private static Route.Rule toItself(At<Match> match, ServiceName service) {
    var backend = new Route.Backend(match.with(service), OptionalInt.empty(), match.with(1));
    return new Route.Rule(match, List.of(backend));
  }

  private static Route.Rule rule(
      At<Match> match,
      List<RouteDestination> route,
      VirtualService source,
      HostNames hosts,
      List<Problem> problems) {
    boolean alone = route.size() == 1;
    var backends = new ArrayList<Route.Backend>();
    for (RouteDestination it : route) {
      At<String> host = it.destination().flatMap(to -> to.host()).orElse(At.of("", it.origin()));
      Optional<ServiceName> service = hosts.service(host.value(), source.meta().namespace());
      if (service.isEmpty()) {
        notAService(host, source.meta(), problems);
      }
      OptionalInt port =
          it.destination()
              .flatMap(to -> to.port())
              .flatMap(PortSelector::number)
              .map(at -> OptionalInt.of(Ports.number(at)))
              .orElse(OptionalInt.empty());
      At<Integer> weight =
          alone
              ? At.of(1, it.origin())
              : it.weight().map(at -> at.map(Long::intValue)).orElse(At.of(0, it.origin()));
      // A host that is no Service is a Service that does not exist: requests to it are lost
      // (measured: 503).
      ServiceName to = service.orElse(new ServiceName("", host.value()));
      backends.add(new Route.Backend(host.with(to), port, weight));
    }
    return new Route.Rule(match, backends);
  }
}
