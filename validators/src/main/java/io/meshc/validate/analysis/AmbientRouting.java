package io.meshc.validate.analysis;

import io.meshc.model.Authorization;
import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Request.Context;
import io.meshc.model.Route;
import io.meshc.model.Scope;
import io.meshc.model.Scope.Attached;
import io.meshc.model.Service;
import io.meshc.model.proxy.Waypoint;
import io.meshc.source.Origin;
import io.meshc.validate.analysis.party.Requests;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.analysis.party.Target;
import io.meshc.validate.analysis.party.Viewer;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What becomes of a request whose client has the proxy of its node: that one encrypts, and knows nothing of HTTP. Before a
/// Service may stand a waypoint, which routes and guards what is sent to it, and calls the workloads behind it as itself.
///
/// Source: istio.io, "Configure waypoint proxies", "Use Layer 4 security policy", "Use Layer 7 features".
final class AmbientRouting {
  private final Lookup lookup;
  private final Question question;
  private final Sender sender;
  private final Destination destination;
  private final Plane plane;
  private final List<Step> steps;

  AmbientRouting(Lookup lookup, Question question, Sender sender, Destination destination) {
    this.lookup = lookup;
    this.question = question;
    this.sender = sender;
    this.destination = destination;
    this.plane = sender.plane().orElseThrow();
    this.steps = new ArrayList<>(destination.steps());
  }

  Decision answer() {
    Optional<Decision> tampered = UnknownHost.tampered(sender, lookup, steps);
    if (tampered.isPresent()) {
      return tampered.get();
    }
    Optional<Service> service =
        destination
            .service()
            .or(() -> lookup.servicesOf(Viewer.host(destination.host())).stream().findFirst());
    if (service.isEmpty() || destination.loops()) {
      // The proxy of a node lets out whatever it does not know.
      return new UnknownHost(lookup).answer(question, sender, destination);
    }
    int port = question.port().orElseGet(() -> service.get().usualPort());
    Optional<Target> target = Target.called(service.get(), port, Plane.Egress.OPEN);
    if (target.isEmpty()) {
      String because = "Service `" + service.get().name().label() + "` has no port " + port;
      steps.add(new Step("destination", Optional.empty(), service.get().origin(), false, because));
      return Decision.deny(OptionalInt.empty(), "no-port", steps);
    }
    return to(target.get());
  }

  private Decision to(Target target) {
    Service service = target.service();
    String what = "Service `" + service.name().label() + "`, port " + target.port();
    steps.add(new Step("destination", Optional.empty(), target.origin(), true, what));
    Protocol sent = question.http() ? Protocol.HTTP : Protocol.TCP;
    Optional<Waypoint> waypoint = lookup.mesh().proxies().before(service.name());
    if (waypoint.isEmpty()) {
      Request request = Requests.of(question, target.port(), sent, Optional.empty(), sender);
      var viewer = new Viewer(lookup, plane, sender.namespace(), Optional.empty());
      return new Delivery(lookup, viewer, sender, steps).plainly(target, request);
    }
    Protocol read = target.readAs(question.http()).orElse(Protocol.TCP);
    Request request =
        Requests.of(question, target.port(), read, Optional.of(plane), sender).at(target.port());
    return through(waypoint.get(), target, request);
  }

  private Decision through(Waypoint waypoint, Target target, Request request) {
    steps.add(step(waypoint, true, "stands before the Service"));
    Inbound.Answer guard =
        new Inbound(lookup)
            .guarded(point(waypoint, target), plane, request, sender.bearer(), steps);
    Optional<Decision> stopped = guard.stopped();
    if (stopped.isPresent()) {
      return stopped.get();
    }
    String namespace = waypoint.resource().namespace();
    var viewer = new Viewer(lookup, plane, namespace, Optional.empty());
    var client =
        new Sender(
            Optional.of(plane),
            Optional.of(waypoint.identity()),
            namespace,
            List.of(),
            sender.bearer(),
            Optional.empty());
    Context context = request.context();
    Request onward =
        request.from(client.identity()).in(context.from(Optional.empty(), context.remoteAddress()));
    var delivery = new Delivery(lookup, viewer, client, steps);
    Route.Layer layer = request.isHttp() ? Route.Layer.HTTP : Route.Layer.TCP;
    Optional<Route> route = viewer.routeOf(target.service().name(), layer, target.port());
    List<Follow.Owned> left = route.map(it -> Follow.left(it, onward)).orElse(List.of());
    return left.isEmpty()
        ? delivery.direct(target, onward)
        : delivery.by(left, Optional.of(target), onward, route.orElseThrow().unmatched());
  }

  /// A waypoint goes by what is attached to it, to its class or to the Service, and by no selector.
  private Inbound.Point point(Waypoint waypoint, Target target) {
    var attached =
        List.<Scope>of(
            new Attached(
                Attached.To.SERVICE,
                target.service().name().namespace(),
                target.service().name().name()),
            new Attached(
                Attached.To.WAYPOINT, waypoint.resource().namespace(), waypoint.resource().name()),
            new Attached(Attached.To.CLASS, "", waypoint.name()));
    List<Authorization> authorizations =
        lookup.mesh().authorizations().stream()
            .filter(it -> it.plane().equals(plane.id()) && attached.contains(it.scope()))
            .toList();
    return new Inbound.Point(attached::contains, authorizations);
  }

  /// Says that a client passes a waypoint by.
  static void passedBy(Service service, Lookup lookup, List<Step> steps) {
    lookup
        .mesh()
        .proxies()
        .before(service.name())
        .ifPresent(it ->
            steps.add(
                step(
                    it,
                    false,
                    "the client does not go through the waypoint, whose policies do not hold"
                        + " for it")));
  }

  private static Step step(Waypoint waypoint, boolean matched, String because) {
    Origin origin = waypoint.origin();
    return new Step("waypoint", Optional.of(waypoint.resource()), origin, matched, because);
  }
}
