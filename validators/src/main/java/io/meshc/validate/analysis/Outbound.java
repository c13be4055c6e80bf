package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.PlaneId;
import io.meshc.model.Request;
import io.meshc.model.Route;
import io.meshc.model.Route.Backend;
import io.meshc.model.Route.Layer;
import io.meshc.model.Service;
import io.meshc.model.Service.Reach;
import io.meshc.model.match.Mismatch;
import io.meshc.model.match.Truth;
import io.meshc.source.ResourceId;
import io.meshc.validate.analysis.party.Target;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Portion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// Where a client's proxy sends a request: the Service itself, or the backends of a route.
final class Outbound {
  private final Lookup lookup;

  Outbound(Lookup lookup) {
    this.lookup = lookup;
  }

  /// A share of the requests.
  sealed interface Share {
    Portion share();

    record To(Target target, Portion share) implements Share {}

    /// It reaches nothing.
    record Lost(String service, Portion share, OptionalInt status, String reason)
        implements Share {}

    /// The repo does not show what stands behind that Service.
    record Unseen(String service, Portion share, String cause) implements Share {}
  }

  /// @param shares together 1; empty if no route takes the request
  /// @param unknown what would have to be known to choose the route; empty if it is known
  record Sent(List<Share> shares, List<String> unknown) {}

  Sent send(Target called, Request request, PlaneId plane, List<Step> steps) {
    List<Route> routes =
        lookup.routesOf(called.service().name()).stream()
            .filter(it -> it.plane().equals(plane) && isOf(it.layer(), request) && !it.isMerged())
            .toList();
    if (routes.isEmpty()) {
      return direct(called);
    }
    Sent first = follow(routes.getFirst(), called, request, steps);
    for (Route other : routes.subList(1, routes.size())) {
      Sent next = follow(other, called, request, new ArrayList<>());
      if (!isSame(first, next)) {
        String cause =
            "`"
                + label(routes.getFirst().resource())
                + "` and `"
                + label(other.resource())
                + "` both route this Service, and which one holds is not defined";
        steps.add(
            new Step(
                "routing",
                Optional.of(other.resource()),
                other.origin(),
                true,
                "routes the same Service"));
        return new Sent(List.of(), List.of(cause));
      }
    }
    return first;
  }

  /// Whether the same shares go to the same places, in whatever order and parts they are written.
  private static boolean isSame(Sent left, Sent right) {
    boolean known = left.unknown().isEmpty() && right.unknown().isEmpty();
    return known && millionths(left).equals(millionths(right));
  }

  private static Map<String, Long> millionths(Sent sent) {
    var shares = new TreeMap<String, Double>();
    for (Share it : sent.shares()) {
      shares.merge(place(it) + " least", it.share().least(), Double::sum);
      shares.merge(place(it) + " most", it.share().most(), Double::sum);
    }
    var rounded = new TreeMap<String, Long>();
    shares.forEach((place, share) -> rounded.put(place, Math.round(share * 1_000_000)));
    return rounded;
  }

  private static String place(Share share) {
    return switch (share) {
      case Share.To(var target, var _) -> target.service().name().label() + ":" + target.port();
      case Share.Lost(var _, var _, var status, var reason) -> "lost " + status + " " + reason;
      case Share.Unseen(var service, var _, var _) -> "unseen " + service;
    };
  }

  private static Sent direct(Target called) {
    return new Sent(List.of(new Share.To(called, Portion.ALL)), List.of());
  }

  private static boolean isOf(Layer layer, Request request) {
    return switch (layer) {
      case BOTH -> true;
      case HTTP -> request.isHttp();
      case TCP -> !request.isHttp();
    };
  }

  private Sent follow(Route route, Target called, Request request, List<Step> steps) {
    for (Route.Rule rule : route.rules()) {
      Truth truth = rule.match().value().covers(request);
      String because =
          switch (truth) {
            case Truth.Yes _ -> "routes the request";
            case Truth.No _ ->
                Mismatch.of(rule.match().value(), request).orElse("does not cover it");
            case Truth.Unknown(var cause) -> "may cover it: " + cause;
          };
      steps.add(
          new Step(
              "routing",
              Optional.of(route.resource()),
              rule.match().origin(),
              truth.isYes(),
              because));
      if (truth instanceof Truth.Unknown(var cause)) {
        return new Sent(List.of(), List.of(cause));
      }
      if (truth.isYes()) {
        moving(route, rule, steps);
        return new Sent(shares(rule, called), List.of());
      }
    }
    return switch (route.unmatched()) {
      case SERVICE -> direct(called);
      case NO_ROUTE -> new Sent(List.of(), List.of());
    };
  }

  /// A backend without the port that the client called is left out, and the others share among themselves; one that names a
  /// port of its own and lacks it loses its share. (SMI Traffic Split, "Ports"; Istio: destination port.)
  private List<Share> shares(Route.Rule rule, Target called) {
    List<Backend> kept =
        rule.backends().stream()
            .filter(it -> it.port().isPresent() || canTake(it, called.port()))
            .toList();
    if (kept.stream().allMatch(it -> it.most() == 0)) {
      OptionalInt status = OptionalInt.of(503);
      return List.of(
          new Share.Lost(called.service().name().label(), Portion.ALL, status, "no-endpoint"));
    }
    return kept.stream()
        .filter(it -> it.most() > 0)
        .map(it -> share(it, called.port(), portion(it, kept)))
        .toList();
  }

  /// The least it gets, while all others get their most, and the other way round. Together they are the whole at each moment.
  static Portion portion(Backend backend, List<Backend> all) {
    long least = all.stream().mapToLong(Backend::least).sum() - backend.least();
    long most = all.stream().mapToLong(Backend::most).sum() - backend.most();
    return new Portion(
        ratio(backend.least(), backend.least() + most),
        ratio(backend.most(), backend.most() + least));
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /// Says of each weight that a controller moves that it does.
  private static void moving(Route route, Route.Rule rule, List<Step> steps) {
    for (Backend it : rule.backends()) {
      it.varies()
          .ifPresent(varies ->
              steps.add(
                  new Step(
                      "routing",
                      Optional.of(route.resource()),
                      it.weight().origin(),
                      true,
                      varies.by()
                          + " moves the weight of `"
                          + it.service().value().name()
                          + "` between "
                          + varies.least()
                          + " and "
                          + varies.most()
                          + " of "
                          + rule.totalWeight())));
    }
  }

  private boolean canTake(Backend backend, int port) {
    Optional<Service> service = lookup.service(backend.service().value());
    return service
        .map(it -> it.reach() instanceof Reach.Alias || Target.of(it, port).isPresent())
        .orElseGet(() -> lookup.mayBeElsewhere(backend.service().value()));
  }

  private Share share(Backend backend, int calledPort, Portion share) {
    String label = backend.service().value().label();
    Optional<Service> service = lookup.service(backend.service().value());
    if (lookup.mayBeElsewhere(backend.service().value())) {
      return new Share.Unseen(label, share, "Service `" + label + "` is not in the repo");
    }
    if (service.isPresent() && service.get().reach() instanceof Reach.Alias(String to)) {
      String cause =
          "backend `"
              + label
              + "` is another name of `"
              + to
              + "`, and what that means is not known";
      return new Share.Unseen(label, share, cause);
    }
    return service
        .flatMap(it -> Target.of(it, backend.port().orElse(calledPort)))
        .<Share>map(it -> new Share.To(it, share))
        .orElse(new Share.Lost(label, share, OptionalInt.of(503), "no-endpoint"));
  }

  private static String label(ResourceId id) {
    return id.label();
  }
}
