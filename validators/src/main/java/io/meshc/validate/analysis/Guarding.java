package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Route.Answer;
import io.meshc.model.Workload;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.Mismatch;
import io.meshc.model.match.TextPattern;
import io.meshc.model.match.Truth;
import io.meshc.model.server.Grant;
import io.meshc.model.server.ProxySettings;
import io.meshc.model.server.RankedRule;
import io.meshc.model.server.Server;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Decision.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a proxy decides that guards each port of its workload by itself: by the one [Server] of the port, else as the proxy is set. Of
/// several Servers the oldest counts, then the first by name; files show no age, so the name decides and the steps say so.
/// A Server with routes takes only what one of them covers, and the most specific one says who may go that way; a Server without
/// takes the probes of the kubelet from anybody.
///
/// Source: linkerd/linkerd2, policy-controller/k8s/index/src/inbound; linkerd/linkerd2-proxy, linkerd/app/inbound/src/policy.
final class Guarding {
  private final Lookup lookup;
  private final Workload workload;
  private final Plane plane;
  private final Request request;

  Guarding(Lookup lookup, Workload workload, Plane plane, Request request) {
    this.lookup = lookup;
    this.workload = workload;
    this.plane = plane;
    this.request = request;
  }

  /// @param steps what was asked before
  Inbound.Answer answer(List<Step> steps) {
    int port = request.workloadPort();
    Optional<ProxySettings> settings = lookup.servers().of(workload, plane.id());
    if (settings.filter(it -> isSkipped(it, port)).isPresent()) {
      Origin origin = settings.get().origin();
      String because = "the proxy does not stand before port " + port + ": nothing guards it";
      return Inbound.Answer.allow(
          request, with(steps, step("transport", Optional.empty(), origin, true, because)));
    }
    List<Server> servers = lookup.servers().at(workload, port);
    if (servers.isEmpty()) {
      return unguarded(settings, steps);
    }
    return at(servers.getFirst(), after(servers, port, steps));
  }

  /// The others that guard the port say nothing. Which one does, no repo shows if not its name: the age goes before that.
  private static List<Step> after(List<Server> servers, int port, List<Step> before) {
    var steps = new ArrayList<>(before);
    for (Server other : servers.subList(1, servers.size())) {
      String because =
          "guards port "
              + port
              + " too and counts for nothing: by name `"
              + servers.getFirst().resource().name()
              + "` goes first, which holds unless this one was made before it";
      steps.add(
          step("authorization", Optional.of(other.resource()), other.origin(), false, because));
    }
    return steps;
  }

  private boolean isSkipped(ProxySettings settings, int port) {
    return settings.skippedInbound().holds(port)
        || request
            .context()
            .sourceAddress()
            .filter(from -> settings.skippedNetworks().stream().anyMatch(it -> it.contains(from)))
            .isPresent();
  }

  private static boolean isSame(Inbound.Answer a, Inbound.Answer b) {
    return a.verdict() == b.verdict()
        && a.verdict() != Verdict.UNKNOWN
        && a.status().equals(b.status());
  }

  private Inbound.Answer unguarded(Optional<ProxySettings> settings, List<Step> before) {
    if (settings.isEmpty()) {
      return Inbound.Answer.allow(request, before);
    }
    int port = request.workloadPort();
    Grant fallback = settings.get().fallback();
    Match proven = new Match.OnIdentity(TextPattern.ANYTHING);
    boolean stricter = settings.get().authenticated().holds(port);
    At<Match> clients =
        stricter ? fallback.clients().map(it -> Match.all(it, proven)) : fallback.clients();
    boolean opaque = settings.get().opaque().holds(port);
    String because = "no Server guards port " + port + ": the default holds";
    List<Step> steps =
        with(before, step("authorization", Optional.empty(), clients.origin(), true, because));
    Request seen = opaque ? request.readAs(Protocol.TCP) : request;
    return byGrants(List.of(new Grant(fallback.by(), clients)), seen, steps);
  }

  private Inbound.Answer at(Server server, List<Step> before) {
    String what = "guards port " + request.workloadPort();
    List<Step> steps =
        with(
            before,
            step("authorization", Optional.of(server.resource()), server.origin(), true, what));
    if (server.unclear().isPresent()) {
      return Inbound.Answer.unknown(server.unclear().get(), steps);
    }
    return switch (server.reading()) {
      case OPAQUE -> byGrants(server.grants(), request.readAs(Protocol.TCP), steps);
      case HTTP -> request.isHttp() ? http(server, steps) : notHttp(server, steps);
      case DETECT ->
          request.isHttp() ? http(server, steps) : byGrants(server.grants(), request, steps);
    };
  }

  private Inbound.Answer notHttp(Server server, List<Step> steps) {
    String because = "port " + request.workloadPort() + " is read as HTTP, the connection is not";
    Step step = step("transport", Optional.of(server.resource()), server.origin(), false, because);
    return Inbound.Answer.deny(OptionalInt.empty(), "no-route", with(steps, step));
  }

  private Inbound.Answer http(Server server, List<Step> steps) {
    if (server.routes().isEmpty()) {
      return byGrants(server.grants(), request, steps);
    }
    RankedRule.Found found = RankedRule.find(server.routes(), request);
    if (found.unknown().isPresent()) {
      return Inbound.Answer.unknown(found.unknown().get(), steps);
    }
    if (found.best().isEmpty()) {
      Step step =
          step(
              "routing",
              Optional.of(server.resource()),
              server.origin(),
              false,
              "no route covers the request");
      return Inbound.Answer.deny(OptionalInt.of(404), "no-route", with(steps, step));
    }
    Inbound.Answer first = by(found.best().getFirst(), server, steps);
    for (RankedRule other : found.best().subList(1, found.best().size())) {
      if (!isSame(first, by(other, server, steps))) {
        String because = equallySpecific(found.best().getFirst(), other);
        Step step =
            step(
                "routing",
                Optional.of(other.resource()),
                other.rule().match().origin(),
                true,
                because);
        return Inbound.Answer.unknown(because, with(steps, step));
      }
    }
    return first;
  }

  static String equallySpecific(RankedRule first, RankedRule other) {
    return "`"
        + first.resource().label()
        + "` and `"
        + other.resource().label()
        + "` cover the request alike, and the older one counts";
  }

  private Inbound.Answer by(RankedRule rule, Server server, List<Step> before) {
    List<Step> steps =
        with(
            before,
            step(
                "routing",
                Optional.of(rule.resource()),
                rule.rule().match().origin(),
                true,
                "is the most specific route"));
    var grants = new ArrayList<>(rule.grants());
    grants.addAll(server.grants());
    Inbound.Answer answer = granted(grants, request, steps);
    Optional<At<Answer>> own = rule.rule().answer();
    if (answer.verdict() != Verdict.ALLOW || own.isEmpty()) {
      return answer;
    }
    Step step =
        step("routing", Optional.of(rule.resource()), own.get().origin(), true, "redirects");
    return new Inbound.Answer(
        Verdict.ALLOW,
        OptionalInt.of(own.get().value().status()),
        "",
        "",
        with(answer.steps(), step));
  }

  /// Where there are no routes: who is let in at all, and the kubelet's probes.
  private Inbound.Answer byGrants(List<Grant> grants, Request seen, List<Step> steps) {
    if (!isProbe(seen)) {
      return granted(grants, seen, steps);
    }
    Match probers =
        lookup.servers().of(workload, plane.id()).map(ProxySettings::probers).orElse(Match.ANY);
    if (probers.covers(seen).isYes()) {
      Step step =
          step(
              "authorization",
              Optional.empty(),
              workload.origin(),
              true,
              "is a probe of the workload, which "
                  + (probers instanceof Match.Any ? "anybody" : "this client")
                  + " may send");
      return Inbound.Answer.allow(request, with(steps, step));
    }
    var all = new ArrayList<>(grants);
    all.add(new Grant(workload.id(), At.of(probers, workload.origin())));
    return granted(all, seen, steps);
  }

  private boolean isProbe(Request seen) {
    return seen.isHttp()
        && seen.method().equals("GET")
        && workload.probes().stream()
            .filter(it -> it.port() == seen.workloadPort() && !it.path().isEmpty())
            .anyMatch(it -> Request.withoutQuery(it.path()).equals(seen.path()));
  }

  /// Whether any grant lets the client in. Whoever stands in the same Pod is let in always.
  private Inbound.Answer granted(List<Grant> grants, Request seen, List<Step> before) {
    var steps = new ArrayList<>(before);
    Truth result = new Attribute.Loopback().covers(seen);
    for (Grant it : grants) {
      if (result.isYes()) {
        break;
      }
      Truth truth = it.clients().value().covers(seen);
      String because =
          switch (truth) {
            case Truth.Yes _ -> "lets the client in";
            case Truth.No _ ->
                Mismatch.of(it.clients().value(), seen).orElse("does not let the client in");
            case Truth.Unknown(var cause) -> "may let the client in: " + cause;
          };
      steps.add(
          step(
              "authorization",
              Optional.of(it.by()),
              it.clients().origin(),
              truth.isYes(),
              because));
      result = truth.isYes() || !(result instanceof Truth.Unknown) ? truth : result;
    }
    return switch (result) {
      case Truth.Yes _ -> Inbound.Answer.allow(request, steps);
      case Truth.Unknown(var cause) -> Inbound.Answer.unknown(cause, steps);
      case Truth.No _ -> {
        if (grants.isEmpty()) {
          steps.add(
              step(
                  "authorization",
                  Optional.empty(),
                  workload.origin(),
                  false,
                  "no policy lets anybody in here"));
        }
        OptionalInt status = seen.isHttp() ? OptionalInt.of(403) : OptionalInt.empty();
        yield Inbound.Answer.deny(status, "rbac", steps);
      }
    };
  }

  private static List<Step> with(List<Step> steps, Step step) {
    var all = new ArrayList<>(steps);
    all.add(step);
    return all;
  }

  private static Step step(
      String point, Optional<ResourceId> resource, Origin origin, boolean matched, String because) {
    return new Step(point, resource, origin, matched, because);
  }
}
