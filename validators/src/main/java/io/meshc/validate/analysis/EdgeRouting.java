package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Request.Context;
import io.meshc.model.Route;
import io.meshc.model.Workload;
import io.meshc.model.match.HostPattern;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.model.proxy.Gateway;
import io.meshc.model.proxy.Gateway.BoundHost;
import io.meshc.model.proxy.Gateway.Kind;
import io.meshc.model.proxy.Gateway.Listener;
import io.meshc.source.Origin;
import io.meshc.validate.analysis.party.Requests;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.analysis.party.Viewer;
import io.meshc.validate.question.Client;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a gateway does with what comes in: the listeners of its port, the routes that are bound to them, its own tokens and
/// policies, and then the backends, as the client of which it goes on.
///
/// Routes for one host are merged, those that take every request behind the others (measured).
final class EdgeRouting {
  private final Lookup lookup;
  private final Question question;
  private final List<Step> steps = new ArrayList<>();

  EdgeRouting(Lookup lookup, Question question) {
    this.lookup = lookup;
    this.question = question;
  }

  private record Bound(Gateway gateway, Listener listener) {}

  Decision answer() {
    Question.Gateway via = question.more().via().orElseThrow();
    Optional<Workload> workload =
        lookup.mesh().workloads().stream()
            .filter(it -> it.namespace().equals(via.namespace()))
            .filter(it -> it.id().name().equals(via.name()))
            .findFirst();
    if (workload.isEmpty()) {
      return unknown("workload `" + via.namespace() + "/" + via.name() + "` is not in the repo");
    }
    Optional<Plane> plane = lookup.planeOf(workload.get());
    if (plane.isEmpty()) {
      return unknown("workload `" + workload.get().label() + "` is outside the mesh");
    }
    Sender gateway = Sender.of(workload.get(), question.more().bearer(), lookup);
    return UnknownHost.tampered(gateway, lookup, steps)
        .orElseGet(() -> at(workload.get(), plane.get()));
  }

  private Decision at(Workload workload, Plane plane) {
    int port = question.port().orElse(encrypted() ? 443 : 80);
    List<Bound> bound = listeners(workload, plane, port);
    if (bound.isEmpty()) {
      return closed(Origin.none(), "no Gateway listens at port " + port, "no-listener");
    }
    Optional<Bound> odd =
        bound.stream()
            .filter(
                it -> it.listener().kind() == Kind.UNKNOWN || it.listener().kind() == Kind.RELAY)
            .findFirst();
    if (odd.isPresent()) {
      String cause = "what Gateway `" + odd.get().gateway().label() + "` does at port " + port;
      return unknown(cause + " is not modelled");
    }
    List<Bound> open = mostSpecific(bound.stream().filter(it -> !isEncrypted(it)).toList());
    if (!encrypted()) {
      return open.isEmpty()
          ? closed(bound.getFirst().listener().origin(), "port " + port + " takes TLS alone", "tls")
          : plain(workload, plane, port, open);
    }
    Optional<Bound> chosen = byServerName(bound.stream().filter(EdgeRouting::isEncrypted).toList());
    if (chosen.isEmpty()) {
      String because = "no listener of port " + port + " is for server name " + serverName();
      return closed(bound.getFirst().listener().origin(), because, "tls");
    }
    return encrypted(workload, plane, port, chosen.get());
  }

  /// Of the listeners that are isolated those alone that have the most specific host for the request.
  private List<Bound> mostSpecific(List<Bound> bound) {
    String host = Viewer.host(question.authority().orElse(question.host()));
    Optional<HostPattern> best =
        bound.stream()
            .filter(it -> it.listener().isolated())
            .flatMap(it -> it.listener().hosts().stream())
            .map(BoundHost::host)
            .filter(it -> it.accepts(host))
            .min(HostPattern::compareTo);
    return bound.stream()
        .filter(it ->
            !it.listener().isolated()
                || best.isEmpty()
                || it.listener().hosts().stream().anyMatch(at -> at.host().equals(best.get())))
        .toList();
  }

  private static boolean isEncrypted(Bound bound) {
    return bound.listener().kind().isEncrypted();
  }

  private boolean encrypted() {
    boolean https = question.more().scheme().filter(it -> it.equals("https")).isPresent();
    return !question.plaintext() && (https || question.more().sni().isPresent());
  }

  private String serverName() {
    return question.more().sni().map(it -> "`" + it + "`").orElse("none");
  }

  private List<Bound> listeners(Workload workload, Plane plane, int port) {
    return lookup.mesh().proxies().gateways().stream()
        .filter(it -> it.plane().equals(plane.id()) && it.scope().includes(workload))
        .flatMap(it ->
            it.listeners().stream()
                .filter(listener -> listener.port() == port)
                .map(listener -> new Bound(it, listener)))
        .toList();
  }

  /// The listener with the most specific host for the name; without a name, one that is for all hosts.
  private Optional<Bound> byServerName(List<Bound> bound) {
    return bound.stream()
        .flatMap(it -> it.listener().hosts().stream().map(host -> new Named(it, host.host())))
        .filter(it -> takes(it.host()))
        .min((a, b) -> a.host().compareTo(b.host()))
        .map(Named::bound);
  }

  private record Named(Bound bound, HostPattern host) {}

  private boolean takes(HostPattern host) {
    return host.text().equals("*") || question.more().sni().map(host::accepts).orElse(false);
  }

  private Decision plain(Workload workload, Plane plane, int port, List<Bound> open) {
    if (open.getFirst().listener().kind() == Kind.TCP) {
      return tcp(workload, plane, port, open.getFirst());
    }
    if (!question.http()) {
      String because = "port " + port + " is read as HTTP, the connection is not";
      return closed(open.getFirst().listener().origin(), because, "no-route");
    }
    return http(workload, plane, port, open);
  }

  private Decision encrypted(Workload workload, Plane plane, int port, Bound chosen) {
    Listener listener = chosen.listener();
    if (listener.mutual() && !(question.from() instanceof Client.Foreign)) {
      return unknown(
          "Gateway `"
              + chosen.gateway().label()
              + "` asks for a certificate, and the request does not say whether the client has"
              + " one");
    }
    if (listener.kind() != Kind.HTTPS) {
      return tcp(workload, plane, port, chosen);
    }
    return question.http()
        ? http(workload, plane, port, List.of(chosen))
        : closed(listener.origin(), "port " + port + " is read as HTTP within TLS", "no-route");
  }

  private Requests.Edge edge(Workload workload, Plane plane, int port, Bound bound) {
    return new Requests.Edge(
        workload, plane, port, bound.gateway().label(), encrypted() ? "https" : "http");
  }

  private Decision http(Workload workload, Plane plane, int port, List<Bound> bound) {
    Request seen =
        Requests.atEdge(
            question, edge(workload, plane, port, bound.getFirst()), Protocol.HTTP, lookup);
    Optional<Decision> refused = Requests.refused(seen, plane, steps);
    if (refused.isPresent()) {
      return refused.get();
    }
    Inbound.Answer guard =
        new Inbound(lookup).guarded(workload, plane, seen, question.more().bearer(), steps);
    Optional<Decision> stopped = guard.stopped();
    if (stopped.isPresent()) {
      return stopped.get();
    }
    // Routes may ask for claims.
    Request request =
        new Tokens(lookup)
            .at(workload, plane, seen, question.more().bearer(), new ArrayList<>())
            .verified(seen);
    Sender gateway = gateway(workload, plane);
    var viewer = new Viewer(lookup, plane, workload.namespace(), Optional.empty());
    String host = Viewer.host(request.authority());
    Optional<HostPattern> virtual = virtualHost(bound, viewer, host);
    if (virtual.isEmpty()) {
      String because = "no route is bound to `" + host + "` at port " + port;
      return deny(bound.getFirst().listener().origin(), because, OptionalInt.of(404), "no-route");
    }
    Optional<Bound> redirecting =
        bound.stream()
            .filter(it -> it.listener().redirects())
            .filter(it ->
                it.listener().hosts().stream().anyMatch(to -> to.host().covers(virtual.get())))
            .findFirst();
    if (redirecting.isPresent() && !encrypted()) {
      String because = "the listener redirects to HTTPS";
      steps.add(step(redirecting.get().listener().origin(), true, because));
      return Decision.allow(301, steps);
    }
    List<Follow.Owned> rules = rules(bound, viewer, virtual.get(), request);
    return new Delivery(lookup, viewer, gateway, steps)
        .by(rules, Optional.empty(), onward(request, gateway), Route.Unmatched.NO_ROUTE);
  }

  private Sender gateway(Workload workload, Plane plane) {
    var bearer = new Tokens(lookup).after(workload, plane, question.more().bearer());
    return Sender.of(workload, bearer, lookup);
  }

  /// What the gateway knows of the client stays with the routes; behind it the peer is the gateway, whose address is not known.
  private static Request onward(Request request, Sender gateway) {
    Context context = request.context();
    return request
        .from(gateway.identity())
        .in(context.from(Optional.empty(), context.remoteAddress()));
  }

  /// The most specific of the hosts that a listener and a route, or a redirecting listener alone, have in common.
  private Optional<HostPattern> virtualHost(List<Bound> bound, Viewer viewer, String host) {
    var all = new ArrayList<HostPattern>();
    for (Bound it : bound) {
      for (BoundHost offered : it.listener().hosts()) {
        if (it.listener().redirects()) {
          all.add(offered.host());
        }
        routes(it, viewer, Route.Layer.HTTP)
            .forEach(route -> common(offered, route, viewer).ifPresent(all::add));
      }
    }
    return all.stream().filter(it -> it.accepts(host)).min(HostPattern::compareTo);
  }

  private static Optional<HostPattern> common(BoundHost offered, Route route, Viewer viewer) {
    HostPattern asked = viewer.pattern(route.service());
    if (!offered.admits(route.resource().namespace()) || !asked.meets(offered.host())) {
      return Optional.empty();
    }
    return Optional.of(asked.covers(offered.host()) ? offered.host() : asked);
  }

  private List<Route> routes(Bound bound, Viewer viewer, Route.Layer layer) {
    return lookup.mesh().routes().stream()
        .filter(it -> it.plane().equals(viewer.plane().id()) && it.layer() == layer)
        .filter(it -> it.audience().isAt(bound.gateway().label()))
        .filter(it -> it.audience().sees(viewer.namespace()))
        .sorted((a, b) -> {
          int rank =
              Integer.compare(
                  a.audience().rank(viewer.namespace()), b.audience().rank(viewer.namespace()));
          return rank != 0 ? rank : Viewer.byName(a, b);
        })
        .toList();
  }

  /// The rules of all routes of one host, in their order, those that take everything last.
  private List<Follow.Owned> rules(
      List<Bound> bound, Viewer viewer, HostPattern host, Request request) {
    var first = new ArrayList<Follow.Owned>();
    var last = new ArrayList<Follow.Owned>();
    var seen = new TreeMap<String, Boolean>();
    for (Bound it : bound) {
      Request here = request.in(request.context().at(it.gateway().label()));
      for (Route route : routes(it, viewer, Route.Layer.HTTP)) {
        boolean binds =
            it.listener().hosts().stream()
                .anyMatch(
                    offered -> common(offered, route, viewer).filter(host::equals).isPresent());
        String key = route.resource() + " " + route.service().label() + listeners(route);
        if (binds && seen.put(key, true) == null) {
          sort(route, here, first, last);
        }
      }
    }
    first.addAll(last);
    return first;
  }

  /// Routes that were merged for other listeners are others, although the same object may be the first that says them.
  private static String listeners(Route route) {
    return route.isMerged() ? " " + new TreeSet<>(route.audience().listeners()) : "";
  }

  /// Each alternative is a route of its own here. What one route says behind an alternative that takes everything is not there at all.
  /// Source: istio/istio, pilot/pkg/networking/core/route.
  private static void sort(
      Route route, Request request, List<Follow.Owned> first, List<Follow.Owned> last) {
    for (Follow.Owned owned : Follow.left(route, request)) {
      Match settled = Follow.settled(owned.rule().match().value(), request);
      List<Match> alternatives = settled instanceof Match.OneOf(var of) ? of : List.of(settled);
      for (Match it : alternatives) {
        if (isEverything(it)) {
          last.add(with(owned, it));
          return;
        }
        first.add(with(owned, it));
      }
    }
  }

  private static boolean isEverything(Match match) {
    return match instanceof Match.Any
        || (match instanceof Match.OnPath(TextPattern.Prefix(var text)) && text.equals("/"));
  }

  private static Follow.Owned with(Follow.Owned owned, Match match) {
    return new Follow.Owned(owned.resource(), owned.rule().matching(match));
  }

  private Decision tcp(Workload workload, Plane plane, int port, Bound bound) {
    Request request =
        Requests.atEdge(question, edge(workload, plane, port, bound), Protocol.TCP, lookup);
    Inbound.Answer guard =
        new Inbound(lookup).guarded(workload, plane, request, question.more().bearer(), steps);
    Optional<Decision> stopped = guard.stopped();
    if (stopped.isPresent()) {
      return stopped.get();
    }
    var viewer = new Viewer(lookup, plane, workload.namespace(), Optional.empty());
    var rules = new ArrayList<Follow.Owned>();
    for (Route route : routes(bound, viewer, Route.Layer.TCP)) {
      boolean binds =
          bound.listener().hosts().stream()
              .anyMatch(offered -> common(offered, route, viewer).isPresent());
      if (binds) {
        rules.addAll(Follow.left(route, request));
      }
    }
    Sender gateway = gateway(workload, plane);
    return new Delivery(lookup, viewer, gateway, steps)
        .by(rules, Optional.empty(), onward(request, gateway), Route.Unmatched.NO_ROUTE);
  }

  private Decision closed(Origin origin, String because, String reason) {
    return deny(origin, because, OptionalInt.empty(), reason);
  }

  private Decision deny(Origin origin, String because, OptionalInt status, String reason) {
    steps.add(step(origin, false, because));
    return Decision.deny(status, reason, steps);
  }

  private Decision unknown(String cause) {
    return Decision.unknown(cause, steps);
  }

  private static Step step(Origin origin, boolean matched, String because) {
    return new Step("gateway", Optional.empty(), origin, matched, because);
  }
}
