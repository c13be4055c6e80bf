package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Request;
import io.meshc.model.Workload;
import io.meshc.model.match.Truth;
import io.meshc.model.proxy.Border;
import io.meshc.model.proxy.Border.Bypass;
import io.meshc.model.proxy.Border.Entrance;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.validate.analysis.Inbound.Answer;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.question.Decision.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The doors of a server beside the checks of the mesh: ports that its proxy does not take, and those at which it takes clients
/// without a proxy.
final class Entrances {
  private final Lookup lookup;
  private final Border border;

  Entrances(Lookup lookup) {
    this.lookup = lookup;
    this.border = lookup.mesh().proxies().border();
  }

  /// @param guard whose extensions may change the answer: of a port that no proxy takes, the network's alone
  record Found(PlaneId guard, Answer answer) {}

  /// What a request meets that does not come to the checks of the mesh; empty if it does.
  Optional<Found> answer(
      Workload workload, Plane plane, Request request, Sender sender, List<Step> steps) {
    return unguarded(workload, plane, request, sender, steps)
        .map(it -> new Found(PlaneId.CLUSTER, it))
        .or(() -> at(workload, plane, request, sender, steps).map(it -> new Found(plane.id(), it)));
  }

  /// What a port answers that no proxy takes. A client's proxy encrypts all the same, and nobody there understands it.
  private Optional<Answer> unguarded(
      Workload workload, Plane plane, Request request, Sender sender, List<Step> steps) {
    Optional<Bypass> bypass =
        border
            .bypasses(Bypass.Way.IN)
            .filter(it -> it.plane().equals(plane.id()) && it.scope().includes(workload))
            .filter(it -> it.ports().contains(request.workloadPort()))
            .findFirst();
    return bypass.map(it -> {
      boolean encrypted = isOf(plane, sender) && request.identity().isPresent();
      String port = "the proxy of `" + workload.label() + "` does not take port ";
      String because =
          port
              + request.workloadPort()
              + (encrypted ? ", and the client's proxy encrypts" : ": nothing guards it");
      steps.add(step("transport", it.resource(), it.origin(), !encrypted, because));
      return encrypted
          ? Answer.deny(status(request, 503), "tls", steps)
          : Answer.allow(request, steps);
    });
  }

  /// What the door answers that a client without a proxy of the mesh comes to; empty if it comes to none.
  private Optional<Answer> at(
      Workload workload, Plane plane, Request sent, Sender sender, List<Step> steps) {
    if (border.entrances().isEmpty() || isOf(plane, sender)) {
      return Optional.empty();
    }
    Request request = known(sent, plane);
    Optional<Answer> unclear = Optional.empty();
    for (Entrance entrance : border.entrances()) {
      boolean here =
          entrance.plane().equals(plane.id())
              && entrance.port() == request.workloadPort()
              && entrance.encrypted() == isEncrypted(request)
              && entrance.scope().includes(workload);
      if (here) {
        Truth truth = entrance.connection().value().covers(request);
        step(entrance, entrance.connection().origin(), truth, "takes the connection", steps);
        if (truth.isYes()) {
          return Optional.of(inside(entrance, request, steps));
        }
        if (truth instanceof Truth.Unknown(var cause) && unclear.isEmpty()) {
          unclear = Optional.of(Answer.unknown(cause, steps));
        }
      }
    }
    return unclear;
  }

  private static Answer inside(Entrance entrance, Request request, List<Step> steps) {
    if (!request.isHttp()) {
      return Answer.deny(OptionalInt.empty(), "no-route", steps);
    }
    if (entrance.certified() && request.identity().isEmpty()) {
      return Answer.deny(OptionalInt.empty(), "mtls", steps);
    }
    Truth truth = entrance.clients().value().covers(request);
    step(entrance, entrance.clients().origin(), truth, "lets the client in", steps);
    return switch (truth) {
      case Truth.Yes _ -> Answer.allow(request, steps);
      case Truth.No _ -> Answer.deny(OptionalInt.of(403), "rbac", steps);
      case Truth.Unknown(var cause) -> Answer.unknown(cause, steps);
    };
  }

  private static boolean isOf(Plane plane, Sender sender) {
    return sender.plane().filter(it -> it.id().equals(plane.id())).isPresent();
  }

  private static boolean isEncrypted(Request request) {
    return request.identity().isPresent()
        || request.context().sni().isPresent()
        || request.context().scheme().filter(it -> it.equals("https")).isPresent();
  }

  /// A certificate says which account the client runs as, and so which Pod of the repo it may be.
  private Request known(Request request, Plane plane) {
    if (request.context().pod().isPresent() || request.identity().isEmpty()) {
      return request;
    }
    String namespace = request.identity().get().namespace();
    return lookup.workloadsOf(namespace, request.identity().get().account()).stream()
        .filter(it -> !it.membership().planeId().filter(plane.id()::equals).isPresent())
        .findFirst()
        .map(it -> new Request.Pod(it.namespace(), it.podLabels()))
        .map(it -> request.in(request.context().of(it)))
        .orElse(request);
  }

  private static void step(
      Entrance entrance, Origin origin, Truth truth, String what, List<Step> steps) {
    String because =
        switch (truth) {
          case Truth.Yes _ -> what;
          case Truth.No _ -> "does not: it " + what + " of others";
          case Truth.Unknown(var cause) -> "may be that it " + what + ": " + cause;
        };
    steps.add(step("authorization", entrance.resource(), origin, truth.isYes(), because));
  }

  private static Step step(
      String point, ResourceId resource, Origin origin, boolean matched, String because) {
    return new Step(point, Optional.of(resource), origin, matched, because);
  }

  private static OptionalInt status(Request request, int status) {
    return request.isHttp() ? OptionalInt.of(status) : OptionalInt.empty();
  }
}
