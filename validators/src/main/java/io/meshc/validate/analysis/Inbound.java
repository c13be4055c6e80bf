package io.meshc.validate.analysis;

import io.meshc.model.Authorization;
import io.meshc.model.Authorization.Effect;
import io.meshc.model.Extension;
import io.meshc.model.Lookup;
import io.meshc.model.Membership;
import io.meshc.model.PeerTls;
import io.meshc.model.PeerTls.Mode;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Scope;
import io.meshc.model.ServerRoutes;
import io.meshc.model.Workload;
import io.meshc.model.match.Mismatch;
import io.meshc.model.match.Truth;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Question.Bearer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What the proxy beside a server decides: first the transport, then the authorizations, then what cannot be looked into.
final class Inbound {
  private final Lookup lookup;

  Inbound(Lookup lookup) {
    this.lookup = lookup;
  }

  /// @param cause of an unknown verdict, else `""`
  record Answer(
      Verdict verdict, OptionalInt status, String reason, String cause, List<Step> steps) {
    static Answer allow(Request request, List<Step> steps) {
      return new Answer(Verdict.ALLOW, ok(request), "", "", steps);
    }

    static Answer deny(OptionalInt status, String reason, List<Step> steps) {
      return new Answer(Verdict.DENY, status, reason, "", steps);
    }

    static Answer unknown(String cause, List<Step> steps) {
      return new Answer(Verdict.UNKNOWN, OptionalInt.empty(), "", cause, steps);
    }

    /// What becomes of a request that goes no further than here.
    Optional<Decision> stopped() {
      return switch (verdict) {
        case ALLOW -> Optional.empty();
        case DENY, MIXED -> Optional.of(Decision.deny(status, reason, steps));
        case UNKNOWN -> Optional.of(Decision.unknown(cause, steps));
      };
    }

    static OptionalInt ok(Request request) {
      return request.isHttp() ? OptionalInt.of(200) : OptionalInt.empty();
    }
  }

  /// Where a proxy decides.
  ///
  /// @param isOf whether something of this scope counts there
  /// @param authorizations that count there, in the order of the mesh
  record Point(Predicate<Scope> isOf, List<Authorization> authorizations) {
    static Point of(Workload workload, Lookup lookup) {
      return new Point(it -> it.includes(workload), lookup.authorizationsAt(workload));
    }
  }

  /// What happens to what arrives at a workload.
  Answer at(Workload workload, Request sent, Sender sender) {
    if (workload.membership() instanceof Membership.Unclear(String because, Origin origin)) {
      return Answer.unknown(
          because, List.of(step("transport", Optional.empty(), origin, false, because)));
    }
    Optional<Plane> plane = lookup.planeOf(workload);
    if (plane.isEmpty()) {
      Origin origin = workload.origin();
      String because = "workload `" + workload.label() + "` is outside the mesh: nothing guards it";
      var open =
          Answer.allow(sent, List.of(step("transport", Optional.empty(), origin, true, because)));
      return afterExtensions(Point.of(workload, lookup), PlaneId.CLUSTER, sent, open);
    }
    var steps = new ArrayList<Step>();
    // A certificate of another mesh's authority proves nothing here.
    boolean foreignMesh =
        sender.plane().isPresent() && !sender.plane().get().id().equals(plane.get().id());
    Request request = foreignMesh ? sent.from(Optional.empty()) : sent;
    Point point = Point.of(workload, lookup);
    if (plane.get().addressing() == Plane.Addressing.TABLE) {
      var answer = new Guarding(lookup, workload, plane.get(), request).answer(steps);
      return afterExtensions(point, plane.get().id(), request, answer);
    }
    var door = new Entrances(lookup).answer(workload, plane.get(), request, sender, steps);
    if (door.isPresent()) {
      return afterExtensions(point, door.get().guard(), request, door.get().answer());
    }
    if (isForeign(plane.get(), request)) {
      String because = "the certificate of the client is of another trust domain";
      steps.add(step("transport", Optional.empty(), plane.get().origin(), false, because));
      return Answer.deny(OptionalInt.empty(), "mtls", steps);
    }
    Mode mode = transport(workload, plane.get(), request, steps);
    if (mode == Mode.STRICT && request.identity().isEmpty()) {
      return Answer.deny(OptionalInt.empty(), "mtls", steps);
    }
    boolean ofNode = workload.membership() instanceof Membership.Ambient;
    // The proxy of a node takes mutual TLS in any mode.
    Request seen = mode == Mode.DISABLE && !ofNode ? request.from(Optional.empty()) : request;
    if (!ofNode) {
      return guarded(workload, plane.get(), seen, sender.bearer(), steps);
    }
    // The proxy of the node sees connections, and nothing of what is in them.
    Answer answer =
        guarded(workload, plane.get(), seen.readAs(Protocol.TCP), sender.bearer(), steps);
    return answer.verdict() == Verdict.ALLOW ? Answer.allow(sent, answer.steps()) : answer;
  }

  /// What the proxy of a workload decides once the connection stands: the token, then the authorizations, then what cannot be
  /// looked into.
  Answer guarded(Workload workload, Plane plane, Request seen, Bearer bearer, List<Step> steps) {
    return guarded(Point.of(workload, lookup), plane, seen, bearer, steps);
  }

  /// The same at any point.
  Answer guarded(Point point, Plane plane, Request seen, Bearer bearer, List<Step> steps) {
    Request request = seen.normalized(plane.normalization());
    Tokens.Verdict token = new Tokens(lookup).at(point, plane, request, bearer, steps);
    if (token.refusal().isPresent()) {
      return Answer.deny(token.refusal(), "jwt", steps);
    }
    if (!token.unknown().isEmpty()) {
      return Answer.unknown(token.unknown(), steps);
    }
    Request verified = token.verified(request);
    Answer answer = authorize(point, plane, verified, steps);
    return afterExtensions(point, plane.id(), verified, answer);
  }

  private static boolean isForeign(Plane plane, Request request) {
    return !plane.trustDomains().isEmpty()
        && request
            .identity()
            .filter(it -> !plane.trustDomains().contains(it.trustDomain()))
            .isPresent();
  }

  /// Whether a workload takes mutual TLS of a mesh at one of its ports.
  boolean takesMutualTls(Workload workload, PlaneId mesh, int port) {
    Optional<Plane> plane = lookup.planeOf(workload).filter(it -> it.id().equals(mesh));
    return plane.isPresent()
        && (workload.membership() instanceof Membership.Ambient
            || modeAt(workload, plane.get(), port) != Mode.DISABLE);
  }

  /// What a workload takes at one of its ports.
  Mode modeAt(Workload workload, Plane plane, int port) {
    for (PeerTls policy : policies(workload, plane)) {
      Mode mode =
          Optional.ofNullable(policy.ports().get(port))
              .filter(it -> it.value() != Mode.UNSET)
              .orElse(policy.mode())
              .value();
      if (mode != Mode.UNSET) {
        return mode;
      }
    }
    return Mode.PERMISSIVE;
  }

  /// Whether anything at all is granted to this client at a workload.
  boolean grantsAnything(Workload workload, Plane plane, Request request) {
    return switch (plane.posture()) {
      case OPEN, OPEN_UNTIL_ALLOWED, UNKNOWN -> true;
      case CLOSED -> isClientNamed(Point.of(workload, lookup), plane, request);
    };
  }

  private boolean isClientNamed(Point point, Plane plane, Request request) {
    return rules(point, plane, Effect.ALLOW)
        .anyMatch(it -> !it.rule().clients().value().covers(request).isNo());
  }

  private Mode transport(Workload workload, Plane plane, Request request, List<Step> steps) {
    for (PeerTls policy : policies(workload, plane)) {
      var atPort = Optional.ofNullable(policy.ports().get(request.workloadPort()));
      // A port whose mode is unset is as its whole policy, and that as the next wider one.
      var mode = atPort.filter(it -> it.value() != Mode.UNSET).orElse(policy.mode());
      if (mode.value() != Mode.UNSET) {
        boolean refused = mode.value() == Mode.STRICT && request.identity().isEmpty();
        String because =
            "mutual TLS is "
                + mode.value().name().toLowerCase(Locale.ROOT)
                + (request.identity().isEmpty() ? ", the client proves no identity" : "");
        steps.add(
            step("transport", Optional.of(policy.resource()), mode.origin(), !refused, because));
        return mode.value();
      }
    }
    return Mode.PERMISSIVE;
  }

  /// Those that apply to a workload, the narrowest first.
  private List<PeerTls> policies(Workload workload, Plane plane) {
    return lookup.mesh().peerTls().stream()
        .filter(it -> it.plane().equals(plane.id()) && it.scope().includes(workload))
        .sorted(Comparator.comparingInt(it -> width(it.scope())))
        .toList();
  }

  private static int width(Scope scope) {
    return switch (scope) {
      case Scope.Selected _, Scope.OfAccount _, Scope.Attached _ -> 0;
      case Scope.SelectedAnywhere _ -> 1;
      case Scope.InNamespace _ -> 2;
      case Scope.Everywhere _ -> 3;
    };
  }

  private record Owned(Authorization of, Authorization.Rule rule) {}

  private Stream<Owned> rules(Point point, Plane plane, Effect effect) {
    return policiesFor(point, plane, effect)
        .flatMap(policy -> policy.rules().stream().map(rule -> new Owned(policy, rule)));
  }

  private Stream<Authorization> policiesFor(Point point, Plane plane, Effect effect) {
    return point.authorizations().stream()
        .filter(it -> it.plane().equals(plane.id()) && it.effect() == effect);
  }

  private Answer authorize(Point point, Plane plane, Request request, List<Step> steps) {
    Truth denied = ask(rules(point, plane, Effect.DENY).toList(), request, steps);
    if (denied.isYes()) {
      return Answer.deny(forbidden(request), "rbac", steps);
    }
    Truth allowed = ask(rules(point, plane, Effect.ALLOW).toList(), request, steps);
    if (denied instanceof Truth.Unknown(var cause)) {
      return Answer.unknown(cause, steps);
    }
    return switch (allowed) {
      case Truth.Yes _ -> covered(point, plane, request, steps);
      case Truth.Unknown(var cause) -> Answer.unknown(cause, steps);
      case Truth.No _ -> unmentioned(point, plane, request, steps);
    };
  }

  /// A rule lets the client in. Where only the first route counts, one that does not may come before it.
  private Answer covered(Point point, Plane plane, Request request, List<Step> steps) {
    if (plane.overlap() == Plane.Overlap.SUM || !request.isHttp()) {
      return Answer.allow(request, steps);
    }
    List<Authorization> policies = policiesFor(point, plane, Effect.ALLOW).toList();
    Optional<ServerRoutes.Grant> rival = ServerRoutes.rival(policies, request);
    if (rival.isEmpty()) {
      return Answer.allow(request, steps);
    }
    ResourceId other = rival.get().policy().resource();
    steps.add(
        step(
            "authorization",
            Optional.of(other),
            rival.get().rule().origin(),
            true,
            "covers the request for other clients, and may come first"));
    return Answer.unknown(
        "a match of `"
            + other.label()
            + "` covers the request for other clients, and which match comes first is not defined",
        steps);
  }

  /// The rules in order, each a step, up to the first that covers the request.
  private static Truth ask(List<Owned> rules, Request request, List<Step> steps) {
    Truth result = Truth.NO;
    for (Owned owned : rules) {
      Truth truth = owned.rule().match().covers(request);
      String because =
          switch (truth) {
            case Truth.Yes _ -> "covers the request";
            case Truth.No _ ->
                Mismatch.of(owned.rule().match(), request).orElse("does not cover it");
            case Truth.Unknown(var cause) -> "may cover it: " + cause;
          };
      steps.add(
          step(
              "authorization",
              Optional.of(owned.of().resource()),
              owned.rule().origin(),
              truth.isYes(),
              because));
      if (truth.isYes()) {
        return truth;
      }
      result = result instanceof Truth.Unknown ? result : truth;
    }
    return result;
  }

  private Answer unmentioned(Point point, Plane plane, Request request, List<Step> steps) {
    boolean guarded = policiesFor(point, plane, Effect.ALLOW).findAny().isPresent();
    return switch (plane.posture()) {
      case OPEN ->
          Answer.allow(request, with(steps, plane, true, "what no policy mentions passes"));
      case OPEN_UNTIL_ALLOWED ->
          guarded
              ? denied(point, plane, request, steps)
              : Answer.allow(
                  request, with(steps, plane, true, "no policy that allows selects the workload"));
      case CLOSED -> denied(point, plane, request, steps);
      case UNKNOWN ->
          Answer.unknown(
              "the repo does not show whether the mesh denies what no policy mentions",
              with(steps, plane, false, "the default of the mesh is not in the repo"));
    };
  }

  private Answer denied(Point point, Plane plane, Request request, List<Step> steps) {
    List<Step> all = with(steps, plane, true, "what no policy allows is denied");
    return switch (plane.denial()) {
      case FORBIDDEN -> Answer.deny(forbidden(request), "rbac", all);
      case BY_ROUTE -> {
        if (!isClientNamed(point, plane, request)) {
          yield Answer.deny(OptionalInt.empty(), "no-access", all);
        }
        boolean forOthers =
            rules(point, plane, Effect.ALLOW)
                .anyMatch(it -> it.rule().requests().value().covers(request).isYes());
        OptionalInt status =
            request.isHttp() ? OptionalInt.of(forOthers ? 403 : 404) : OptionalInt.empty();
        yield Answer.deny(status, forOthers ? "rbac" : "no-route", all);
      }
    };
  }

  /// Nobody knows what a grant says that the repo does not show.
  boolean mayGrantAnything(Workload workload, Plane plane) {
    return lookup.deciding().stream()
        .anyMatch(it ->
            it.plane().equals(plane.id())
                && it.touches() == Extension.Touches.ANYTHING
                && it.scope().includes(workload));
  }

  private Answer afterExtensions(Point point, PlaneId plane, Request request, Answer answer) {
    List<Extension> touching =
        lookup.deciding().stream()
            .filter(it -> it.plane().equals(plane) || it.plane().equals(PlaneId.CLUSTER))
            .filter(it -> point.isOf().test(it.scope()))
            .filter(it -> !it.requests().covers(request).isNo())
            .filter(it ->
                switch (it.touches()) {
                  case ANYTHING -> true;
                  case MAY_DENY -> answer.verdict() != Verdict.DENY;
                  case LOAD, HANDLING, TRANSPORT, REPORTS -> false;
                })
            .toList();
    if (touching.isEmpty()) {
      return answer;
    }
    var steps = new ArrayList<>(answer.steps());
    for (Extension it : touching) {
      steps.add(
          step(
              "extension",
              Optional.of(it.resource()),
              it.origin(),
              true,
              it.what() + " may change this"));
    }
    return Answer.unknown(touching.getFirst().what() + " may change this", steps);
  }

  private static OptionalInt forbidden(Request request) {
    return request.isHttp() ? OptionalInt.of(403) : OptionalInt.empty();
  }

  private static List<Step> with(List<Step> steps, Plane plane, boolean matched, String because) {
    var all = new ArrayList<>(steps);
    all.add(step("authorization", Optional.empty(), plane.origin(), matched, because));
    return all;
  }

  private static Step step(
      String point, Optional<ResourceId> resource, Origin origin, boolean matched, String because) {
    return new Step(point, resource, origin, matched, because);
  }
}
