package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Membership;
import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.validate.analysis.Outbound.Share;
import io.meshc.validate.analysis.party.HostHeader;
import io.meshc.validate.analysis.party.Policies.Way;
import io.meshc.validate.analysis.party.Requests;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.analysis.party.Target;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Reached;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Portion;
import io.meshc.validate.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A request whose client's proxy, if there is one, goes by the Service that is called: SMI, Open Service Mesh, and clients that are in no
/// mesh.
final class ServiceRouting {
  private final Lookup lookup;
  private final Question question;
  private final Sender sender;
  private final Destination destination;

  ServiceRouting(Lookup lookup, Question question, Sender sender, Destination destination) {
    this.lookup = lookup;
    this.question = question;
    this.sender = sender;
    this.destination = destination;
  }

  Decision answer() {
    Optional<Service> service = destination.service();
    if (service.isEmpty()) {
      return new UnknownHost(lookup).answer(question, sender, destination);
    }
    Optional<Decision> out = out(service.get());
    if (out.isPresent()) {
      return out.get();
    }
    var steps = new ArrayList<>(destination.steps());
    int port = question.port().orElseGet(() -> service.get().usualPort());
    Optional<Target> target = called(service.get(), port);
    if (target.isEmpty()) {
      String because = "Service `" + service.get().name().label() + "` has no port " + port;
      steps.add(new Step("destination", Optional.empty(), service.get().origin(), false, because));
      return Decision.deny(OptionalInt.empty(), "no-port", steps);
    }
    steps.add(found(target.get()));
    AmbientRouting.passedBy(service.get(), lookup, steps);
    Optional<Protocol> protocol = target.get().readAs(question.http());
    if (protocol.isEmpty()) {
      String because = "port " + port + " is read as HTTP, the connection is not";
      steps.add(new Step("destination", Optional.empty(), target.get().origin(), false, because));
      return Decision.deny(OptionalInt.empty(), "no-route", steps);
    }
    Request request = Requests.of(question, port, protocol.get(), sender.plane(), sender);
    Decision there =
        Delivery.merged(lookup, sender, target.get(), request, steps)
            .orElseGet(() -> deliver(target.get(), request, steps));
    boolean routed = protocol.get() == Protocol.HTTP && !there.reason().equals(Endpoints.NO_ACCESS);
    return routed ? byHost(target.get(), there) : there;
  }

  /// A Service of the cluster behind which no proxy of the mesh stands is a host like any other outside of it: where the mesh lets
  /// nothing out, what lets the client out to it decides.
  private Optional<Decision> out(Service service) {
    boolean outside =
        sender.plane().isPresent()
            && !service.endpoints().isEmpty()
            && service.endpoints().stream()
                .allMatch(it -> it.membership() instanceof Membership.Outside)
            && new UnknownHost(lookup).egressOf(question, sender) == Plane.Egress.CLOSED;
    return !outside
        ? Optional.empty()
        : Outlets.answer(lookup, question, sender, question.host())
            .map(it ->
                it.verdict() == Verdict.ALLOW
                    ? Decide.in(lookup).answer(question.bare()).after(it.steps().getLast())
                    : it);
  }

  /// A client's proxy that knows the address may go by the Host header for all that.
  private Decision byHost(Target called, Decision there) {
    ServiceName name = called.service().name();
    return switch (HostHeader.of(question, sender, name, called.port(), lookup)) {
      case HostHeader.Called _ -> there;
      case HostHeader.Other(var other) -> {
        String host = other.host(lookup.mesh().assumptions().clusterDomain());
        Decision decision = Decide.in(lookup).answer(question.to(host, called.port()));
        boolean known =
            !decision.reason().equals("no-port")
                && !decision.reason().equals(Endpoints.NO_ACCESS)
                && !(decision.reason().equals("no-route") && decision.status().isEmpty());
        yield known ? decision : nobody(called);
      }
      case HostHeader.Nobody _ -> nobody(called);
      case HostHeader.Unclear(var because) ->
          Decision.unknown(because, List.of(host(called, because)));
    };
  }

  private Decision nobody(Target called) {
    String because = "the client's proxy knows no such host at port " + called.port();
    return Decision.deny(OptionalInt.of(404), "no-route", List.of(host(called, because)));
  }

  private Step host(Target called, String because) {
    String host = "Host `" + question.authority().orElse("") + "`: " + because;
    return new Step("destination", Optional.empty(), called.origin(), false, host);
  }

  private Optional<Target> called(Service service, int port) {
    return service.headless()
        ? Target.called(service, port, new UnknownHost(lookup).egressOf(question, sender))
        : Target.of(service, port);
  }

  static Step found(Target target) {
    Service service = target.service();
    String because =
        service.implied()
            ? "assumed: Service `"
                + service.name().label()
                + "` is not in the repo, policies speak of its account"
            : "Service `" + service.name().label() + "`, port " + target.port();
    return new Step("destination", Optional.empty(), target.origin(), true, because);
  }

  private Decision deliver(Target called, Request request, List<Step> steps) {
    Outbound.Sent sent =
        sender
            .plane()
            .map(it -> new Outbound(lookup).send(called, request, it.id(), steps))
            .orElseGet(
                () -> new Outbound.Sent(List.of(new Share.To(called, Portion.ALL)), List.of()));
    if (!sent.unknown().isEmpty()) {
      return new Decision(
          Verdict.UNKNOWN, OptionalInt.empty(), "", List.of(), steps, sent.unknown());
    }
    if (sent.shares().isEmpty()) {
      return Decision.deny(
          request.isHttp() ? OptionalInt.of(404) : OptionalInt.empty(), "no-route", steps);
    }
    boolean routed = sent.shares().size() > 1 || !isDirect(sent.shares().getFirst(), called);
    var endpoints = new Endpoints(lookup, sender);
    var reached = new ArrayList<Reached>();
    var unknown = new ArrayList<String>();
    for (Share share : sent.shares()) {
      switch (share) {
        case Share.To(Target target, Portion part) ->
            reached.addAll(
                endpoints.of(
                    new Endpoints.Asked(target, part, routed, request, Way.PLAIN, steps, unknown)));
        case Share.Lost(String service, Portion part, OptionalInt status, String reason) ->
            reached.add(
                new Reached("", service, part, Verdict.DENY, http(request, status), reason));
        case Share.Unseen(String service, Portion part, String cause) -> {
          unknown.add(cause);
          reached.add(new Reached("", service, part, Verdict.UNKNOWN, OptionalInt.empty(), ""));
        }
      }
    }
    if (routed && !grantedNothing(reached) && !endpoints.knows(called.service(), request)) {
      steps.add(Endpoints.unknownName(called.service()));
      return Decision.deny(OptionalInt.empty(), Endpoints.NO_ACCESS, steps);
    }
    return Join.of(grantedNothing(reached) ? unanswered(reached) : reached, steps, unknown);
  }

  /// A client that is granted nothing at any backend has no route there in the first place: its proxy gives no answer.
  private static boolean grantedNothing(List<Reached> reached) {
    return reached.stream()
        .allMatch(it -> it.workload().isEmpty() && it.reason().equals(Endpoints.NO_ACCESS));
  }

  private static List<Reached> unanswered(List<Reached> reached) {
    return reached.stream()
        .map(it ->
            new Reached(
                it.workload(),
                it.service(),
                it.share(),
                it.verdict(),
                OptionalInt.empty(),
                it.reason()))
        .toList();
  }

  private static boolean isDirect(Share share, Target called) {
    return share instanceof Share.To(Target target, Portion _)
        && target.service().name().equals(called.service().name());
  }

  private static OptionalInt http(Request request, OptionalInt status) {
    return request.isHttp() ? status : OptionalInt.empty();
  }
}
