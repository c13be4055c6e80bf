package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Request;
import io.meshc.model.Route.Answer;
import io.meshc.model.Route.Backend;
import io.meshc.model.Route.Edit;
import io.meshc.model.Service;
import io.meshc.model.Service.Reach;
import io.meshc.model.ServiceName;
import io.meshc.model.server.RankedRule;
import io.meshc.model.server.RouteTable;
import io.meshc.source.At;
import io.meshc.validate.analysis.party.Policies.Way;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.analysis.party.Target;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Reached;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Portion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Where a rule of a table sends a request. Backends are not routed again, and what nothing can be sent to answers 500 for its share.
final class Spread {
  private final Lookup lookup;
  private final Sender sender;
  private final Optional<Target> called;
  private final String host;
  private final List<Step> steps;
  private final List<String> unknown = new ArrayList<>();

  /// A backend without a port is called at that which the client calls: of a profile's alone.
  private final boolean portIsCalled;

  Spread(Lookup lookup, Sender sender, Target called, List<Step> steps) {
    this(lookup, sender, Optional.of(called), "", false, steps);
  }

  private Spread(
      Lookup lookup,
      Sender sender,
      Optional<Target> called,
      String host,
      boolean portIsCalled,
      List<Step> steps) {
    this.lookup = lookup;
    this.sender = sender;
    this.called = called;
    this.host = host;
    this.portIsCalled = portIsCalled;
    this.steps = steps;
  }

  /// To a host outside of the cluster.
  static Spread outside(Lookup lookup, Sender sender, String host, List<Step> steps) {
    return new Spread(lookup, sender, Optional.empty(), host, false, steps);
  }

  /// The same, with nobody listening to the steps.
  Spread silently() {
    return new Spread(lookup, sender, called, host, portIsCalled, new ArrayList<>());
  }

  /// For what a profile has in the place of the Service.
  Spread instead() {
    return new Spread(lookup, sender, called, host, true, steps);
  }

  static boolean isSame(Decision a, Decision b) {
    return a.verdict() == b.verdict()
        && a.verdict() != Verdict.UNKNOWN
        && a.status().equals(b.status())
        && a.backends().equals(b.backends());
  }

  Decision direct(Request request) {
    return Join.of(itself(request, Portion.ALL), steps, unknown);
  }

  Decision by(RankedRule rule, Request request) {
    steps.add(
        new Step(
            "routing",
            Optional.of(rule.resource()),
            rule.rule().match().origin(),
            true,
            "is the most specific route"));
    Optional<At<Answer>> answer = rule.rule().answer();
    if (answer.isPresent()) {
      steps.add(
          new Step(
              "routing", Optional.of(rule.resource()), answer.get().origin(), true, "redirects"));
      return Decision.allow(answer.get().value().status(), steps);
    }
    return by(rule.rule().backends(), rule.rule().edits(), request);
  }

  /// @param backends none for what is called itself
  Decision by(List<Backend> backends, List<Edit> edits, Request request) {
    if (backends.isEmpty()) {
      return direct(Follow.edited(request, edits));
    }
    List<Backend> kept = backends.stream().filter(it -> it.most() > 0).toList();
    if (kept.isEmpty()) {
      return Decision.unknown("what Linkerd does with weights that are all 0 is not known", steps);
    }
    var reached = new ArrayList<Reached>();
    for (Backend it : kept) {
      var all = new ArrayList<>(edits);
      all.addAll(it.edits());
      reached.addAll(to(it, Follow.edited(request, all), Outbound.portion(it, kept)));
    }
    return Join.of(reached, steps, unknown);
  }

  private List<Reached> to(Backend backend, Request request, Portion share) {
    ServiceName name = backend.service().value();
    if (RouteTable.isOutside(name)) {
      return itself(request, share);
    }
    if (RouteTable.isUnclear(name)) {
      return unseen(name, share, "backend `" + name.label() + "` is not looked into");
    }
    Optional<Service> service = lookup.service(name);
    if (RouteTable.isNone(name) || (backend.port().isEmpty() && !portIsCalled)) {
      return failed(backend, request, share, "is no backend that Linkerd can send to");
    }
    if (lookup.mayBeElsewhere(name)) {
      return unseen(name, share, "Service `" + name.label() + "` is not in the repo");
    }
    if (service.isEmpty()) {
      return failed(backend, request, share, "is not there");
    }
    if (service.get().reach() instanceof Reach.Alias(String to)) {
      String cause =
          "backend `"
              + name.label()
              + "` is another name of `"
              + to
              + "`, and what that means is not known";
      return unseen(name, share, cause);
    }
    int port = backend.port().orElse(request.servicePort());
    return Target.of(service.get(), port)
        .map(it -> at(it, request.to(port), share))
        .orElseGet(() -> failed(backend, request, share, "has no port " + port));
  }

  private List<Reached> unseen(ServiceName name, Portion share, String cause) {
    unknown.add(cause);
    return List.of(new Reached("", name.label(), share, Verdict.UNKNOWN, OptionalInt.empty(), ""));
  }

  private List<Reached> failed(Backend backend, Request request, Portion share, String because) {
    String label = backend.service().value().label();
    steps.add(
        new Step(
            "routing",
            Optional.empty(),
            backend.service().origin(),
            false,
            "backend `" + label + "` " + because + ": its share fails"));
    OptionalInt status = request.isHttp() ? OptionalInt.of(500) : OptionalInt.empty();
    return List.of(new Reached("", label, share, Verdict.DENY, status, "no-endpoint"));
  }

  private List<Reached> itself(Request request, Portion share) {
    if (called.isPresent()) {
      return at(called.get(), request, share);
    }
    OptionalInt status = request.isHttp() ? OptionalInt.of(200) : OptionalInt.empty();
    return List.of(new Reached("external:" + host, "", share, Verdict.ALLOW, status, ""));
  }

  private List<Reached> at(Target target, Request request, Portion share) {
    var endpoints = new Endpoints(lookup, sender);
    return endpoints.of(
        new Endpoints.Asked(target, share, false, request, Way.PLAIN, steps, unknown));
  }
}
