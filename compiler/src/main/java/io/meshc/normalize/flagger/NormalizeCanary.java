package io.meshc.normalize.flagger;

import io.meshc.diag.Problem;
import io.meshc.dialect.flagger.Canary;
import io.meshc.dialect.flagger.Canary.Analysis;
import io.meshc.dialect.flagger.Canary.Condition;
import io.meshc.dialect.flagger.Canary.Value;
import io.meshc.model.Extension;
import io.meshc.model.Extension.Touches;
import io.meshc.model.PlaneId;
import io.meshc.model.Request.Context;
import io.meshc.model.Route;
import io.meshc.model.Route.Backend;
import io.meshc.model.Route.Layer;
import io.meshc.model.Route.Varies;
import io.meshc.model.Scope;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.model.proxy.Audience;
import io.meshc.model.server.Ports;
import io.meshc.model.server.Profile;
import io.meshc.model.server.Servers;
import io.meshc.normalize.Declarations.Shift;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Canary → [Route]: the main Service is shared out among the copy, at rest all of it, and the new version, up to the weight at
/// which it is promoted.
///
/// Source: fluxcd/flagger, pkg/router/smi_v1alpha2.go, pkg/router/istio.go, pkg/controller/scheduler.go (runCanary, runAB,
/// runBlueGreen: a step is added as long as the weight is below the maximum).
final class NormalizeCanary {
  private static final PlaneId ISTIO = new PlaneId("istio");
  private static final PlaneId LINKERD = new PlaneId("linkerd");
  private static final String BY = "Flagger";

  private final Canary canary;
  private final Canary.Service service;
  private final Names names;
  private final List<Scope> pods;
  private final Origin origin;
  private final Ledger ledger;
  private final List<Problem> problems;

  private NormalizeCanary(
      Canary canary,
      Canary.Service service,
      Names names,
      List<Scope> pods,
      Ledger ledger,
      List<Problem> problems) {
    this.canary = canary;
    this.service = service;
    this.names = names;
    this.pods = pods;
    this.origin = canary.analysis().map(Analysis::origin).orElse(canary.meta().origin());
    this.ledger = ledger;
    this.problems = problems;
  }

  /// @param pods those of the new version and of the copy, where the repo shows them
  static void normalize(
      Canary canary,
      Canary.Service service,
      Canary.Target target,
      List<Scope> pods,
      Ledger ledger,
      List<Problem> problems) {
    new NormalizeCanary(canary, service, Names.of(service, target), pods, ledger, problems).run();
  }

  private void run() {
    switch (Provider.of(canary, service)) {
      case GATEWAY_API -> {
        if (most() > 0) {
          ledger.add(new Shift(MadeRoute.id(canary, names), most(), BY));
        }
        // the route itself is made beside the Services
        if (service.gatewayRefs().isEmpty()) {
          say("an HTTPRoute without `gatewayRefs` is attached to nothing", provider());
        }
      }
      case MESH -> Provider.planes(canary).forEach(this::route);
      case INGRESS -> ingress();
      case UNREAD -> unread();
    }
  }

  private Origin provider() {
    return canary.provider().map(At::origin).orElse(canary.meta().origin());
  }

  private String providerName() {
    return "`" + canary.provider().map(At::value).orElse("") + "`";
  }

  /// An ingress shares out what comes in by itself; whoever calls the main Service within the cluster gets the copy.
  private void ingress() {
    if (!canary.provider().map(At::value).orElse("").startsWith("kubernetes")) {
      problems.add(
          new Problem(
                  Problem.Kind.NOT_CARRIED,
                  provider(),
                  "what "
                      + providerName()
                      + " shares out of what comes in from outside is not in the model",
                  "")
              .in(canary.meta().id()));
    }
  }

  /// Nobody knows where its clients end up, nor who may call whom in a mesh that is not read.
  private void unread() {
    say(
        "routes for " + providerName() + " are not understood: what they may touch is unknown",
        provider());
    for (Scope pods : pods) {
      ledger.add(
          new Extension(
              canary.meta().id(),
              PlaneId.CLUSTER,
              pods,
              "what " + providerName() + " makes of Canary `" + canary.meta().name() + "`",
              Touches.ANYTHING,
              provider()));
    }
  }

  private void say(String message, Origin where) {
    problems.add(new Problem(Problem.Kind.NOT_MODELLED, where, message, "").in(canary.meta().id()));
  }

  private void route(PlaneId plane) {
    if (plane.equals(LINKERD)) {
      profile();
      return;
    }
    if (!plane.equals(ISTIO)) {
      add(plane, apex(), Audience.MESH, Layer.BOTH, Route.Unmatched.SERVICE);
      return;
    }
    if (service.delegates()) {
      say(
          "the route of this Canary is a part of another VirtualService, which is not understood:"
              + " its weights are left out",
          canary.meta().origin());
      return;
    }
    var audience = new Audience(Optional.empty(), listeners());
    add(plane, apex(), audience, layer(), Route.Unmatched.SERVICE);
    for (At<String> host : service.hosts()) {
      if (host.value().indexOf('.') >= 0 || host.value().indexOf('*') >= 0) {
        var name = new ServiceName(canary.meta().namespace(), host.value());
        add(plane, name, audience, layer(), Route.Unmatched.NO_ROUTE);
      }
    }
  }

  /// A TrafficSplit, of which Linkerd's extension for SMI makes a profile of the Service.
  private void profile() {
    var profile =
        new Profile(
            canary.meta().id(),
            LINKERD,
            apex(),
            true,
            List.of(
                backend(names.canary(), 0, 0, most()),
                backend(names.primary(), 100, 100 - most(), 100)),
            Ports.NONE,
            canary.meta().origin());
    ledger.add(
        new Servers(List.of(), List.of(), List.of(), List.of(profile), List.of(), List.of()));
  }

  private ServiceName apex() {
    return new ServiceName(canary.meta().namespace(), names.apex());
  }

  /// "Gateways attached to the generated Istio virtual service. Defaults to the internal mesh gateway".
  private Set<String> listeners() {
    var listeners = new HashSet<String>();
    for (At<String> it : service.gateways()) {
      String gateway = it.value();
      boolean whole = gateway.equals(Context.MESH) || gateway.indexOf('/') >= 0;
      listeners.add(whole ? gateway : canary.meta().namespace() + "/" + gateway);
    }
    return listeners.isEmpty() ? Set.of(Context.MESH) : listeners;
  }

  private int most() {
    return canary.analysis().map(Analysis::most).orElse(0);
  }

  private void add(
      PlaneId plane, ServiceName host, Audience audience, Layer layer, Route.Unmatched unmatched) {
    Backend primary = backend(names.primary(), 100, 100 - most(), 100);
    List<Backend> both = List.of(backend(names.canary(), 0, 0, most()), primary);
    var rules = new ArrayList<Route.Rule>();
    Optional<Match> tested = plane.equals(ISTIO) ? tested() : Optional.empty();
    Match any = match(plane);
    if (tested.isPresent()) {
      rules.add(new Route.Rule(At.of(Match.all(any, tested.get()), origin), both));
      Backend alone = backend(names.primary(), 100, 100, 100);
      rules.add(new Route.Rule(At.of(any, origin), List.of(alone)));
    } else {
      rules.add(new Route.Rule(At.of(any, origin), both));
    }
    ledger.add(
        new Route(
            canary.meta().id(),
            plane,
            host,
            audience,
            layer,
            rules,
            unmatched,
            canary.meta().origin()));
  }

  /// The requests of an A/B test. Where more is asked of them than headers, any request may be one.
  private Optional<Match> tested() {
    List<Condition> conditions =
        canary.analysis().filter(Analysis::isTest).map(Analysis::matches).orElse(List.of());
    boolean known = !conditions.isEmpty() && conditions.stream().allMatch(Condition::whole);
    return known
        ? Optional.of(Match.oneOf(conditions.stream().map(NormalizeCanary::match).toList()))
        : Optional.empty();
  }

  private static Match match(Condition condition) {
    return Match.all(
        condition.headers().entrySet().stream().<Match>map(NormalizeCanary::header).toList());
  }

  private static Match header(Map.Entry<String, Value> header) {
    String name = header.getKey().toLowerCase(Locale.ROOT);
    String text = header.getValue().text();
    return switch (header.getValue().kind()) {
      case EXACT -> new Match.OnHeader(name, new TextPattern.Exact(text));
      case PREFIX -> new Match.OnHeader(name, new TextPattern.Prefix(text));
      case SUFFIX -> new Match.OnHeader(name, new TextPattern.Suffix(text));
      case REGEX ->
          Regex.of(text)
              .<Match>map(it -> new Match.OnHeader(name, new TextPattern.FullRegex(it)))
              .orElse(
                  new Match.Unclear(
                      Match.NONE, Match.ANY, "`" + text + "` is no regular expression of RE2"));
    };
  }

  private Layer layer() {
    boolean tcp =
        service
            .appProtocol()
            .filter(it -> it.value().toLowerCase(Locale.ROOT).equals("tcp"))
            .isPresent();
    return tcp ? Layer.TCP : Layer.HTTP;
  }

  private Match match(PlaneId plane) {
    return service.narrows() && plane.equals(ISTIO)
        ? new Match.Unclear(Match.NONE, Match.ANY, "`service.match` of the Canary is not read")
        : Match.ANY;
  }

  private Backend backend(String name, int now, int least, int most) {
    var to = new ServiceName(canary.meta().namespace(), name);
    Optional<Varies> varies =
        least == most ? Optional.empty() : Optional.of(new Varies(least, most, BY));
    return new Backend(At.of(to, origin), OptionalInt.empty(), At.of(now, origin), varies);
  }
}
