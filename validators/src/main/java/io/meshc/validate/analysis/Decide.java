package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.Workload;
import io.meshc.model.match.PathNormalization;
import io.meshc.validate.analysis.Decision.Reached;
import io.meshc.validate.analysis.Decision.Step;
import io.meshc.validate.analysis.Decision.Verdict;
import io.meshc.validate.analysis.Outbound.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a mesh does with a request: the definition of what a configuration means.
///
/// A request goes from the client to a Service port; the client's proxy, if there is one, chooses the backends and their
/// endpoints; the proxy beside each endpoint checks the transport and the authorizations. The verdict joins what happens at
/// all the endpoints that the request may reach.
public final class Decide {
  private static final String NO_ACCESS = "no-access";

  private final Lookup lookup;
  private final Outbound outbound;
  private final Inbound inbound;

  private Decide(Lookup lookup) {
    this.lookup = lookup;
    this.outbound = new Outbound(lookup);
    this.inbound = new Inbound(lookup);
  }

  public static Decide in(Lookup lookup) {
    return new Decide(lookup);
  }

  public Decision answer(Question question) {
    Sender sender = Sender.of(question, lookup);
    var steps = new ArrayList<Step>();
    Optional<ServiceName> name = Hosts.named(question.host(), sender.namespace(), lookup);
    Optional<Service> service = name.flatMap(lookup::service);
    if (service.isEmpty()) {
      return new UnknownHost(lookup).answer(question, sender, name);
    }
    int port = question.port().orElseGet(() -> onlyPort(service.get()));
    Optional<Target> target = Target.of(service.get(), port);
    if (target.isEmpty()) {
      String because = "Service `" + service.get().name().label() + "` has no port " + port;
      steps.add(new Step("destination", Optional.empty(), service.get().origin(), false, because));
      return deny(OptionalInt.empty(), "no-port", steps);
    }
    steps.add(found(target.get()));
    Optional<Protocol> protocol = target.get().readAs(question.http());
    if (protocol.isEmpty()) {
      String because = "port " + port + " is read as HTTP, the connection is not";
      steps.add(new Step("destination", Optional.empty(), target.get().origin(), false, because));
      return deny(OptionalInt.empty(), "no-route", steps);
    }
    Request request = request(question, sender, port, protocol.get());
    return deliver(target.get(), request, sender, steps);
  }

  private static int onlyPort(Service service) {
    return service.ports().size() == 1 ? service.ports().getFirst().number() : 80;
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

  private static Request request(Question question, Sender sender, int port, Protocol protocol) {
    boolean http = protocol == Protocol.HTTP;
    String authority = question.authority().orElse(question.host() + ":" + port);
    PathNormalization normalization =
        sender.plane().map(Plane::normalization).orElse(PathNormalization.NONE);
    return new Request(
            sender.identity(),
            port,
            0,
            protocol,
            http ? question.method() : "",
            http ? authority : "",
            http ? question.path() : "",
            "",
            http ? question.headers() : Map.of())
        .normalized(normalization);
  }

  private Decision deliver(Target called, Request request, Sender sender, List<Step> steps) {
    Outbound.Sent sent =
        sender
            .plane()
            .map(it -> outbound.send(called, request, it.id(), steps))
            .orElseGet(() -> new Outbound.Sent(List.of(new Share.To(called, 1)), List.of()));
    if (!sent.unknown().isEmpty()) {
      return new Decision(
          Verdict.UNKNOWN, OptionalInt.empty(), "", List.of(), steps, sent.unknown());
    }
    if (sent.shares().isEmpty()) {
      return deny(request.isHttp() ? OptionalInt.of(404) : OptionalInt.empty(), "no-route", steps);
    }
    boolean routed = sent.shares().size() > 1 || !isDirect(sent.shares().getFirst(), called);
    var reached = new ArrayList<Reached>();
    var unknown = new ArrayList<String>();
    for (Share share : sent.shares()) {
      switch (share) {
        case Share.To(Target target, double part) ->
            reached.addAll(endpoints(target, part, routed, request, sender, steps, unknown));
        case Share.Lost(String service, double part, OptionalInt status, String reason) ->
            reached.add(
                new Reached("", service, part, Verdict.DENY, http(request, status), reason));
        case Share.Unseen(String service, double part, String cause) -> {
          unknown.add(cause);
          reached.add(new Reached("", service, part, Verdict.UNKNOWN, OptionalInt.empty(), ""));
        }
      }
    }
    return Join.of(grantedNothing(reached) ? unanswered(reached) : reached, steps, unknown);
  }

  /// A client that is granted nothing at any backend has no route there in the first place: its proxy gives no answer.
  private static boolean grantedNothing(List<Reached> reached) {
    return reached.stream()
        .allMatch(it -> it.workload().isEmpty() && it.reason().equals(NO_ACCESS));
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
    return share instanceof Share.To(Target target, double _)
        && target.service().name().equals(called.service().name());
  }

  /// Each endpoint of a Service port that the client's proxy knows, with what its own proxy says.
  private List<Reached> endpoints(
      Target target,
      double share,
      boolean routed,
      Request request,
      Sender sender,
      List<Step> steps,
      List<String> unknown) {
    Service service = target.service();
    List<Workload> ready =
        service.endpoints().stream()
            .filter(it -> it.replicas() > 0 && target.at(it).isPresent())
            .toList();
    List<Workload> known = known(ready, request, sender);
    if (known.isEmpty()) {
      return List.of(nothing(service, share, routed && !ready.isEmpty(), ready, request, steps));
    }
    if (known.size() < ready.size()) {
      String because =
          (ready.size() - known.size())
              + " of "
              + ready.size()
              + " workloads are left out: they grant this client nothing";
      steps.add(new Step("endpoints", Optional.empty(), service.origin(), true, because));
    }
    double replicas = known.stream().mapToInt(Workload::replicas).sum();
    var reached = new ArrayList<Reached>();
    for (Workload workload : known) {
      Inbound.Answer answer =
          inbound.at(workload, request.at(target.at(workload).orElseThrow()), sender.plane());
      steps.addAll(answer.steps());
      if (answer.verdict() == Verdict.UNKNOWN) {
        unknown.add(answer.cause());
      }
      reached.add(
          new Reached(
              workload.label(),
              service.name().label(),
              share * workload.replicas() / replicas,
              answer.verdict(),
              answer.status(),
              answer.reason()));
    }
    return reached;
  }

  private List<Workload> known(List<Workload> ready, Request request, Sender sender) {
    boolean trims =
        sender.plane().map(it -> it.endpoints() == Plane.Endpoints.GRANTED).orElse(false);
    if (!trims) {
      return ready;
    }
    Plane plane = sender.plane().orElseThrow();
    return ready.stream().filter(it -> isKnown(it, plane, request)).toList();
  }

  /// A workload outside of the plane is a host like any other outside of the mesh.
  private boolean isKnown(Workload workload, Plane plane, Request request) {
    return lookup.planeOf(workload).map(plane::equals).orElse(false)
        ? inbound.grantsAnything(workload, plane, request)
            || inbound.mayGrantAnything(workload, plane)
        : plane.egress() == Plane.Egress.OPEN;
  }

  private static Reached nothing(
      Service service,
      double share,
      boolean answers503,
      List<Workload> ready,
      Request request,
      List<Step> steps) {
    boolean none = ready.isEmpty();
    String because =
        none
            ? "Service `" + service.name().label() + "` has no endpoints in the repo"
            : "no endpoint of Service `" + service.name().label() + "` grants this client anything";
    steps.add(new Step("endpoints", Optional.empty(), service.origin(), false, because));
    OptionalInt status = none || answers503 ? OptionalInt.of(503) : OptionalInt.empty();
    return new Reached(
        "",
        service.name().label(),
        share,
        Verdict.DENY,
        http(request, status),
        none ? "no-endpoint" : NO_ACCESS);
  }

  private static OptionalInt http(Request request, OptionalInt status) {
    return request.isHttp() ? status : OptionalInt.empty();
  }

  private static Decision deny(OptionalInt status, String reason, List<Step> steps) {
    return new Decision(Verdict.DENY, status, reason, List.of(), steps, List.of());
  }
}
