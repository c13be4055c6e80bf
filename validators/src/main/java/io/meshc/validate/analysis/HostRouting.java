package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Route;
import io.meshc.model.Service;
import io.meshc.model.ServicePort;
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
import java.util.Set;

/// What a client's proxy does that finds the routes of HTTP by the Host header: the Service that is called says how a port is
/// read, the header says which Service is meant. What the proxy does not know goes on to the address that was called, without
/// any identity, or nowhere (measured).
final class HostRouting {
  private static final Set<String> TLS = Set.of("tls", "https");

  private final Lookup lookup;
  private final Question question;
  private final Sender sender;
  private final Destination destination;
  private final Viewer viewer;
  private final int port;
  private final Optional<Service> called;
  private final List<Step> steps;

  HostRouting(Lookup lookup, Question question, Sender sender, Destination destination) {
    this.lookup = lookup;
    this.question = question;
    this.sender = sender;
    this.destination = destination;
    this.viewer = Viewer.of(sender, lookup);
    this.called =
        destination
            .service()
            .or(() -> lookup.servicesOf(Viewer.host(destination.host())).stream().findFirst());
    this.port = question.port().orElseGet(() -> called.map(Service::usualPort).orElse(80));
    this.steps = new ArrayList<>(destination.steps());
  }

  Decision answer() {
    Optional<Decision> tampered = UnknownHost.tampered(sender, lookup, steps);
    if (tampered.isPresent()) {
      return tampered.get();
    }
    if (destination.loops()) {
      return new UnknownHost(lookup).answer(question, sender, destination);
    }
    Request request = Requests.of(question, port, readAs(), sender.plane(), sender);
    return request.isHttp() ? http(request) : tcp(request);
  }

  /// What the port takes it for.
  private Protocol readAs() {
    Protocol sent = question.http() ? Protocol.HTTP : Protocol.TCP;
    return known().map(it -> it.protocol() == Protocol.TCP ? Protocol.TCP : sent).orElse(sent);
  }

  /// The port of the Service that is called, where the proxy knows it.
  private Optional<ServicePort> known() {
    return called.filter(it -> viewer.knows(it, port)).flatMap(it -> it.port(port));
  }

  private Decision http(Request request) {
    Optional<Decision> refused = Requests.refused(request, viewer.plane(), steps);
    if (refused.isPresent()) {
      return refused.get();
    }
    boolean alone =
        known().filter(it -> it.protocol() == Protocol.SNIFFED).isPresent()
            || called.filter(it -> it.implied() && viewer.knows(it, port)).isPresent();
    if (alone) {
      // A port that says nothing has a listener of its own, for whatever host.
      return routed(called.orElseThrow(), request);
    }
    if (known().isEmpty() && !viewer.hasHttpAt(port)) {
      return past(request, false);
    }
    Optional<Route> ofHost = viewer.routeOf(request.authority(), port);
    if (ofHost.isPresent()) {
      return new Delivery(lookup, viewer, sender, steps)
          .by(
              Follow.left(ofHost.get(), request),
              Optional.empty(),
              request,
              ofHost.get().unmatched());
    }
    Optional<Service> named = viewer.named(request.authority(), port);
    return named.map(it -> routed(it, request)).orElseGet(() -> past(request, true));
  }

  private Decision routed(Service service, Request request) {
    Target target = Target.of(service, port).orElseThrow();
    steps.add(found(target));
    Route.Layer layer = request.isHttp() ? Route.Layer.HTTP : Route.Layer.TCP;
    var delivery = new Delivery(lookup, viewer, sender, steps);
    Optional<Route> route = viewer.routeOf(service.name(), layer, port);
    List<Follow.Owned> left = route.map(it -> Follow.left(it, request)).orElse(List.of());
    // A route of which nothing is left for this client counts as absent (measured).
    return left.isEmpty()
        ? delivery.direct(target, request)
        : delivery.by(left, Optional.of(target), request, route.orElseThrow().unmatched());
  }

  private static Step found(Target target) {
    Service service = target.service();
    String because =
        service.implied()
            ? "assumed: Service `"
                + service.name().label()
                + "` is not in the repo, policies speak of its account"
            : "Service `" + service.name().label() + "`, port " + target.port();
    return new Step("destination", Optional.empty(), target.origin(), true, because);
  }

  private Decision tcp(Request request) {
    if (isByServerName()) {
      return byServerName(request);
    }
    if (known().filter(it -> it.protocol() != Protocol.HTTP).isPresent()) {
      return routed(called.orElseThrow(), request);
    }
    if (called.filter(it -> it.implied() && viewer.knows(it, port)).isPresent()) {
      return routed(called.orElseThrow(), request);
    }
    if (known().isPresent() || viewer.hasHttpAt(port)) {
      String because = "port " + port + " is read as HTTP, the connection is not";
      Origin origin = known().map(ServicePort::origin).orElse(viewer.plane().origin());
      steps.add(new Step("destination", Optional.empty(), origin, false, because));
      return deny(OptionalInt.empty());
    }
    return past(request, false);
  }

  /// A host without an address of its own has no listener of its own: the proxy goes by the server name.
  private boolean isByServerName() {
    return called.filter(it -> it.name().isHost()).isPresent()
        && known().filter(it -> TLS.contains(it.appProtocol())).isPresent();
  }

  private Decision byServerName(Request request) {
    Optional<Service> named =
        question
            .more()
            .sni()
            .flatMap(name ->
                lookup.mesh().services().stream()
                    .filter(it -> it.name().isHost() && viewer.knows(it, port))
                    .filter(it -> viewer.pattern(it.name()).accepts(name))
                    .filter(it ->
                        it.port(port).filter(at -> TLS.contains(at.appProtocol())).isPresent())
                    .min((a, b) -> viewer.pattern(a.name()).compareTo(viewer.pattern(b.name()))));
    if (named.isPresent()) {
      return routed(named.get(), request);
    }
    return new UnknownHost(lookup).answer(question, sender, destination);
  }

  /// What the proxy does not know.
  ///
  /// @param heard it listens at the port, so that there is an answer
  private Decision past(Request request, boolean heard) {
    var unknownHost = new UnknownHost(lookup);
    boolean outside =
        called.filter(it -> it.name().isHost() && it.port(port).isEmpty()).isPresent();
    if (called.isEmpty() || outside) {
      return unknownHost.answer(question, sender, destination);
    }
    Plane.Egress egress = unknownHost.egressOf(question, sender);
    if (!heard && Target.called(called.get(), port, egress).isEmpty()) {
      return noPort();
    }
    String what = "`" + said() + "` is not known to the client's proxy";
    Origin origin = viewer.imports().map(it -> it.origin()).orElse(viewer.plane().origin());
    return switch (egress) {
      case OPEN -> {
        String because = what + ": it goes to the address that was called, without an identity";
        steps.add(new Step("destination", Optional.empty(), origin, true, because));
        yield plain(request);
      }
      case CLOSED -> {
        String because = what + ", and the mesh lets nothing out";
        steps.add(new Step("destination", Optional.empty(), origin, false, because));
        yield deny(request.isHttp() && heard ? OptionalInt.of(502) : OptionalInt.empty());
      }
      case UNKNOWN -> unknown("the repo does not show whether the mesh lets requests out");
    };
  }

  private String said() {
    return question.http() ? question.authority().orElse(question.host()) : question.host();
  }

  private Decision plain(Request request) {
    Optional<Target> target = Target.called(called.orElseThrow(), port, Plane.Egress.OPEN);
    if (target.isEmpty()) {
      return noPort();
    }
    var delivery = new Delivery(lookup, viewer, sender.bare(), steps);
    return delivery.direct(target.get(), request.from(Optional.empty()));
  }

  private Decision noPort() {
    Service service = called.orElseThrow();
    String because = "Service `" + service.name().label() + "` has no port " + port;
    steps.add(new Step("destination", Optional.empty(), service.origin(), false, because));
    return Decision.deny(OptionalInt.empty(), "no-port", steps);
  }

  private Decision deny(OptionalInt status) {
    return Decision.deny(status, "no-route", steps);
  }

  private Decision unknown(String cause) {
    return Decision.unknown(cause, steps);
  }
}
