package io.meshc.validate.analysis;

import io.meshc.model.BackendPolicy.ClientTls;
import io.meshc.model.Lookup;
import io.meshc.model.Request;
import io.meshc.model.Route;
import io.meshc.model.Route.Abort;
import io.meshc.model.Route.Answer;
import io.meshc.model.Route.Backend;
import io.meshc.model.Route.Edit;
import io.meshc.model.Route.Standing;
import io.meshc.model.Service;
import io.meshc.model.Service.Reach;
import io.meshc.model.ServiceName;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.analysis.party.Policies;
import io.meshc.validate.analysis.party.Policies.Way;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.analysis.party.Target;
import io.meshc.validate.analysis.party.Viewer;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Reached;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Portion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What becomes of a request whose rules are known: an answer of the proxy's own, or what the endpoints of its backends do.
final class Delivery {
  private final Lookup lookup;
  private final Viewer viewer;
  private final Sender sender;
  private final List<Step> steps;
  private final List<String> unknown = new ArrayList<>();
  private final Endpoints endpoints;

  /// @param steps what was asked, to add to
  Delivery(Lookup lookup, Viewer viewer, Sender sender, List<Step> steps) {
    this.lookup = lookup;
    this.viewer = viewer;
    this.sender = sender;
    this.steps = steps;
    this.endpoints = new Endpoints(lookup, sender);
  }

  /// What routes of several objects that were merged make of a request to a Service; empty where there are none for this client
  /// and port.
  static Optional<Decision> merged(
      Lookup lookup, Sender sender, Target called, Request request, List<Step> steps) {
    if (sender.plane().isEmpty()) {
      return Optional.empty();
    }
    var viewer = Viewer.of(sender, lookup);
    Route.Layer layer = request.isHttp() ? Route.Layer.HTTP : Route.Layer.TCP;
    Optional<Route> route =
        viewer.routeOf(called.service().name(), layer, called.port()).filter(Route::isMerged);
    List<Follow.Owned> left = route.map(it -> Follow.left(it, request)).orElse(List.of());
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Delivery(lookup, viewer, sender, steps)
                .by(left, Optional.of(called), request, route.orElseThrow().unmatched()));
  }

  /// To the endpoints of the Service itself.
  Decision direct(Target target, Request request) {
    Way way =
        sender.plane().isEmpty()
            ? Way.PLAIN
            : new Policies(viewer, sender)
                .to(target.service(), target.port(), Optional.empty())
                .orElse(Way.PLAIN);
    List<Reached> reached = at(target, way, Portion.ALL, Follow.edited(request, List.of()), false);
    return Join.of(reached, steps, unknown);
  }

  /// The same for a proxy that keeps no policies of its own.
  Decision plainly(Target target, Request request) {
    return Join.of(at(target, Way.PLAIN, Portion.ALL, request, false), steps, unknown);
  }

  /// @param called the Service that the rules stand before; empty where there is none
  Decision by(
      List<Follow.Owned> rules,
      Optional<Target> called,
      Request request,
      Route.Unmatched unmatched) {
    Follow.Found found = Follow.first(rules, request, steps);
    if (!found.unknown().isEmpty()) {
      return Decision.unknown(found.unknown(), steps);
    }
    if (found.rule().isPresent()) {
      return by(found.rule().get(), request);
    }
    return called.isPresent() && unmatched == Route.Unmatched.SERVICE
        ? direct(called.get(), request)
        : deny(request.isHttp() ? OptionalInt.of(404) : OptionalInt.empty(), "no-route");
  }

  private Decision by(Follow.Owned owned, Request request) {
    Route.Rule rule = owned.rule();
    double aborted = rule.abort().map(it -> it.value().share()).orElse(0.0);
    if (aborted >= 1) {
      At<Abort> abort = rule.abort().orElseThrow();
      step(owned, abort.origin(), "aborts the request");
      return deny(OptionalInt.of(abort.value().status()), "fault");
    }
    if (Follow.isPreflight(rule, request)) {
      step(owned, rule.cors().orElseThrow().origin(), "answers the preflight request");
      return answer(200);
    }
    if (rule.answer().isPresent()) {
      At<Answer> answer = rule.answer().get();
      boolean redirects = answer.value() instanceof Answer.Redirect;
      step(owned, answer.origin(), redirects ? "redirects" : "answers by itself");
      return answer(answer.value().status());
    }
    var reached = new ArrayList<Reached>();
    rule.abort()
        .filter(_ -> aborted > 0)
        .ifPresent(it ->
            reached.add(
                new Reached(
                    "",
                    "",
                    Portion.of(aborted),
                    Verdict.DENY,
                    OptionalInt.of(it.value().status()),
                    "fault")));
    reached.addAll(backends(rule, request, 1 - aborted));
    return Join.of(reached, steps, unknown);
  }

  private List<Reached> backends(Route.Rule rule, Request request, double rest) {
    var reached = new ArrayList<Reached>();
    List<Backend> kept = rule.backends().stream().filter(it -> it.most() > 0).toList();
    if (kept.isEmpty()) {
      return List.of(lost("", Portion.of(rest), request, "no-route"));
    }
    for (Backend it : kept) {
      var edits = new ArrayList<Edit>(it.edits());
      edits.addAll(rule.edits());
      Portion share = Outbound.portion(it, kept).times(rest);
      reached.addAll(backend(it, share, Follow.edited(request, edits)));
    }
    return reached;
  }

  private List<Reached> backend(Backend backend, Portion share, Request request) {
    ServiceName name = backend.service().value();
    if (backend.standing() instanceof Standing.Refused(var because)) {
      step(backend.service().origin(), because);
      return List.of(refused(name.name().isEmpty() ? "" : said(name), share, request));
    }
    Optional<Service> service = service(name);
    if (service.isEmpty()) {
      return List.of(missing(backend, share, request));
    }
    if (service.get().reach() instanceof Reach.Alias(String to)) {
      String cause =
          "backend `"
              + name.label()
              + "` is another name of `"
              + to
              + "`, and what that means is not known";
      unknown.add(cause);
      return List.of(
          new Reached("", name.label(), share, Verdict.UNKNOWN, OptionalInt.empty(), ""));
    }
    // A Service with one port is called at that, whatever port the client called. Source:
    // istio/istio, pilot/pkg/networking/core/route.
    boolean single = service.get().ports().size() == 1;
    int port =
        backend
            .port()
            .orElse(single ? service.get().ports().getFirst().number() : request.servicePort());
    Optional<Target> target = Target.of(service.get(), port);
    if (target.isEmpty()) {
      step(
          backend.service().origin(), "Service `" + label(service.get()) + "` has no port " + port);
      return List.of(nowhere(backend, label(service.get()), share, request));
    }
    Optional<Way> way = new Policies(viewer, sender).to(service.get(), port, backend.subset());
    if (way.isEmpty()) {
      At<String> subset = backend.subset().orElseThrow();
      step(
          subset.origin(),
          "no policy that the client's proxy sees has a subset `" + subset.value() + "`");
      return List.of(lost(label(service.get()), share, request, "no-route"));
    }
    return at(target.get(), way.get(), share, request, true);
  }

  private Optional<Service> service(ServiceName name) {
    return lookup
        .service(name)
        .or(() -> lookup.servicesOf(name.name()).stream().findFirst())
        .filter(it -> it.audience().sees(viewer.namespace()));
  }

  private Reached missing(Backend backend, Portion share, Request request) {
    ServiceName name = backend.service().value();
    boolean shown =
        lookup.mesh().assumptions().closed() || lookup.namespace(name.namespace()).isPresent();
    if (shown || name.isHost()) {
      step(backend.service().origin(), "`" + said(name) + "` is no host of the mesh");
      return nowhere(backend, said(name), share, request);
    }
    String cause = "Service `" + name.label() + "` is not in the repo";
    unknown.add(cause);
    return new Reached("", name.label(), share, Verdict.UNKNOWN, OptionalInt.empty(), "");
  }

  private static String said(ServiceName name) {
    return name.namespace().isEmpty() ? name.name() : name.label();
  }

  private static String label(Service service) {
    return service.name().label();
  }

  private List<Reached> at(Target target, Way way, Portion share, Request request, boolean routed) {
    way.tls()
        .ifPresent(it ->
            step(
                it.origin(),
                it.value() == ClientTls.NONE
                    ? "the client's proxy sends plaintext"
                    : "the client's proxy encrypts"));
    if (!sender.isAmbient(lookup) && !isWaypoint()) {
      AmbientRouting.passedBy(target.service(), lookup, steps);
    }
    Request there = request.to(target.port());
    return endpoints.of(new Endpoints.Asked(target, share, routed, there, way, steps, unknown));
  }

  private boolean isWaypoint() {
    return sender.identity().isPresent()
        && lookup.mesh().proxies().waypoints().stream()
            .anyMatch(it -> it.identity().equals(sender.identity().get()));
  }

  /// A reference that leads nowhere.
  private static Reached nowhere(Backend backend, String service, Portion share, Request request) {
    return backend.standing() instanceof Standing.Sought
        ? lost(service, share, request, "no-route")
        : refused(service, share, request);
  }

  private static Reached refused(String service, Portion share, Request request) {
    OptionalInt status = request.isHttp() ? OptionalInt.of(500) : OptionalInt.empty();
    return new Reached("", service, share, Verdict.DENY, status, "no-backend");
  }

  private static Reached lost(String service, Portion share, Request request, String reason) {
    OptionalInt status = request.isHttp() ? OptionalInt.of(503) : OptionalInt.empty();
    return new Reached("", service, share, Verdict.DENY, status, reason);
  }

  private void step(Follow.Owned owned, Origin origin, String because) {
    steps.add(new Step("routing", Optional.of(owned.resource()), origin, true, because));
  }

  private void step(Origin origin, String because) {
    steps.add(new Step("routing", Optional.empty(), origin, true, because));
  }

  private Decision answer(int status) {
    return Decision.allow(status, steps);
  }

  private Decision deny(OptionalInt status, String reason) {
    return Decision.deny(status, reason, steps);
  }
}
