package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Request.Context;
import io.meshc.model.Route;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.server.Profile;
import io.meshc.model.server.ProxySettings;
import io.meshc.model.server.RankedRule;
import io.meshc.model.server.RouteTable;
import io.meshc.model.server.RouteTable.Kind;
import io.meshc.model.server.ServiceReading;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.validate.analysis.party.Requests;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.analysis.party.Target;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Question;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What a client's proxy does that goes by the address and the port that are called: by the profile of the Service, if that says
/// anything of requests, else by the most specific rule of all tables of the port, of the first kind that there is; else it goes to
/// the Service itself.
///
/// Source: linkerd/linkerd2-proxy, linkerd/app/outbound; linkerd/linkerd2, policy-controller/k8s/index/src/outbound.
final class TableRouting {
  private final Lookup lookup;
  private final Question question;
  private final Sender sender;
  private final Destination destination;
  private final Plane plane;
  private final List<Step> steps;

  TableRouting(Lookup lookup, Question question, Sender sender, Destination destination) {
    this.lookup = lookup;
    this.question = question;
    this.sender = sender;
    this.destination = destination;
    this.plane = sender.plane().orElseThrow();
    this.steps = new ArrayList<>(destination.steps());
  }

  Decision answer() {
    Optional<Decision> tampered = UnknownHost.tampered(sender, lookup, steps);
    if (tampered.isPresent()) {
      return tampered.get();
    }
    Optional<String> named = named();
    if (named.isPresent()) {
      return elsewhere(named.get());
    }
    if (destination.loops()
        || (destination.service().isEmpty() && destination.name().isPresent())) {
      return new UnknownHost(lookup).answer(question, sender, destination);
    }
    if (destination.service().isEmpty()) {
      return new OutsideRouting(lookup, question, sender, destination).answer();
    }
    Service service = destination.service().get();
    int port = question.port().orElseGet(service::usualPort);
    Optional<Target> target = Target.called(service, port, plane.egress());
    if (target.isEmpty()) {
      String because = "Service `" + service.name().label() + "` has no port " + port;
      steps.add(new Step("destination", Optional.empty(), service.origin(), false, because));
      return Decision.deny(OptionalInt.empty(), "no-port", steps);
    }
    steps.add(ServiceRouting.found(target.get()));
    AmbientRouting.passedBy(service, lookup, steps);
    return to(target.get());
  }

  /// What the client names by a header, where its proxy goes by that.
  private Optional<String> named() {
    boolean byHeader = settings(sender, lookup).filter(ProxySettings::byHeader).isPresent();
    return !byHeader || !question.http()
        ? Optional.empty()
        : question.headers().entrySet().stream()
            .filter(it -> it.getKey().equalsIgnoreCase(ProxySettings.OVERRIDE))
            .flatMap(it -> it.getValue().stream())
            .findFirst();
  }

  /// The header does not go on.
  private Decision elsewhere(String named) {
    int colon = named.lastIndexOf(':');
    String host = colon < 0 ? named : named.substring(0, colon);
    String port = colon < 0 ? "" : named.substring(colon + 1);
    var headers = new HashMap<>(question.headers());
    headers.keySet().removeIf(it -> it.equalsIgnoreCase(ProxySettings.OVERRIDE));
    Question other =
        question
            .to(host, port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 80)
            .headers(headers);
    return new TableRouting(lookup, other, sender, Destination.of(host, sender, lookup)).answer();
  }

  private Decision to(Target target) {
    Request request = request(question, sender, target.port(), plane);
    Optional<ProxySettings> settings = settings(sender, lookup);
    var spread = new Spread(lookup, sender, target, steps);
    if (settings.filter(it -> it.skippedOutbound().holds(target.port())).isPresent()) {
      step(settings.get().origin(), "port " + target.port() + " is called past the client's proxy");
      var past = new Spread(lookup, sender.bare(), target, steps);
      return past.direct(request.from(Optional.empty()));
    }
    if (target.service().headless()) {
      return spread.direct(request);
    }
    ServiceName name = target.service().name();
    Optional<Profile> profile = lookup.servers().profile(name, sender.namespace());
    Decision decision = shown(spread, target, profile, request);
    return new UnseenSplits(lookup).after(decision, spread, name, profile, request, steps);
  }

  /// By what the repo shows to be followed.
  private Decision shown(Spread spread, Target target, Optional<Profile> profile, Request request) {
    if (profile.filter(Profile::routes).isPresent()) {
      step(
          profile.get().resource(),
          profile.get().origin(),
          "says how the Service is called, and no route counts");
      return profile.get().overrides().isEmpty()
          ? spread.direct(request)
          : spread.instead().by(profile.get().overrides(), List.of(), request);
    }
    Optional<Decision> made = toTheText(target, request).or(() -> made(spread, target, request));
    if (made.isPresent()) {
      return made.get();
    }
    boolean opaque = profile.filter(it -> it.opaque().holds(target.port())).isPresent();
    return routed(spread, target, request, opaque);
  }

  /// By routes of the Gateway API, where somebody says that its text counts. Which goes first of these and Linkerd's own nobody says.
  private Optional<Decision> toTheText(Target target, Request request) {
    boolean opaque =
        lookup
            .servers()
            .reading(target.service().name(), target.port())
            .filter(it -> it.kind() == ServiceReading.Kind.OPAQUE)
            .isPresent();
    Request seen = opaque ? request.readAs(Protocol.TCP) : request;
    Optional<Decision> decision = Delivery.merged(lookup, sender, target, seen, steps);
    return decision.map(it ->
        lookup.servers().tables(target.service().name()).stream()
            .filter(table -> table.plane().equals(plane.id()) && table.inert().isEmpty())
            .filter(table -> table.isFor(target.port(), sender.namespace()))
            .findFirst()
            .map(table ->
                Decision.unknown(
                    "`"
                        + table.resource().label()
                        + "` routes the Service too, and which goes first of Linkerd's routes and"
                        + " those of the Gateway API, read to its text, is not defined",
                    steps))
            .orElse(it));
  }

  /// By what controllers say that shift traffic: they make a profile of it.
  private Optional<Decision> made(Spread spread, Target target, Request request) {
    Route.Layer layer = request.isHttp() ? Route.Layer.HTTP : Route.Layer.TCP;
    return lookup.routesOf(target.service().name()).stream()
        .filter(it -> it.plane().equals(plane.id()) && it.audience().isAt(Context.MESH))
        .filter(it -> it.layer() == layer || it.layer() == Route.Layer.BOTH)
        .findFirst()
        .map(route -> Follow.first(Follow.left(route, request), request, steps))
        .flatMap(Follow.Found::rule)
        .map(it -> spread.instead().by(it.rule().backends(), it.rule().edits(), request));
  }

  /// The request as it is sent, whatever the port is said to be.
  static Request request(Question question, Sender sender, int port, Plane plane) {
    boolean tls = question.more().scheme().filter("https"::equals).isPresent();
    Protocol sent = question.http() && !tls ? Protocol.HTTP : Protocol.TCP;
    return Requests.of(question, port, sent, Optional.of(plane), sender);
  }

  static Optional<ProxySettings> settings(Sender sender, Lookup lookup) {
    Plane plane = sender.plane().orElseThrow();
    return sender.workloads().isEmpty()
        ? lookup.servers().of(sender.namespace(), plane.id())
        : lookup.servers().of(sender.workloads().getFirst(), plane.id());
  }

  private Decision routed(Spread spread, Target target, Request request, boolean profiled) {
    Optional<ServiceReading> reading =
        lookup.servers().reading(target.service().name(), target.port());
    Set<Kind> kinds = kinds(reading, profiled);
    List<RouteTable> tables = new ArrayList<>();
    for (RouteTable it : lookup.servers().tables(target.service().name())) {
      if (!it.plane().equals(plane.id()) || !it.isFor(target.port(), sender.namespace())) {
        continue;
      }
      if (it.inert().isPresent()) {
        step(it.resource(), it.origin(), "counts for nothing: " + it.inert().get());
      } else if (!kinds.contains(it.kind())) {
        String because =
            reading.map(ServiceReading::because).orElse("the profile says the port is opaque");
        step(it.resource(), it.origin(), "does not count: " + because);
      } else {
        tables.add(it);
      }
    }
    boolean opaque =
        profiled || reading.filter(it -> it.kind() == ServiceReading.Kind.OPAQUE).isPresent();
    Request seen = opaque ? request.readAs(Protocol.TCP) : request;
    return by(spread, tables, seen, request);
  }

  private static Set<Kind> kinds(Optional<ServiceReading> reading, boolean profiled) {
    if (profiled) {
      return EnumSet.of(Kind.TCP);
    }
    return reading
        .map(it ->
            switch (it.kind()) {
              case HTTP -> EnumSet.of(Kind.HTTP);
              case HTTP2 -> EnumSet.of(Kind.GRPC, Kind.HTTP);
              case OPAQUE -> EnumSet.of(Kind.TCP);
            })
        .orElseGet(() -> EnumSet.allOf(Kind.class));
  }

  /// By the tables of the first kind that there is. Routes of HTTP say nothing of connections that are not HTTP.
  ///
  /// @param seen as the client's proxy reads it
  /// @param sent as it goes on
  private Decision by(Spread spread, List<RouteTable> tables, Request seen, Request sent) {
    Optional<Kind> kind = tables.stream().map(RouteTable::kind).min(Kind::compareTo);
    boolean ofHttp = kind.filter(it -> it == Kind.GRPC || it == Kind.HTTP).isPresent();
    if (kind.isEmpty() || (ofHttp && !seen.isHttp())) {
      return spread.direct(sent);
    }
    List<RankedRule> rules =
        tables.stream()
            .filter(it -> it.kind() == kind.get())
            .flatMap(it -> it.rules().stream())
            .toList();
    RankedRule.Found found = RankedRule.find(rules, seen);
    if (found.unknown().isPresent()) {
      return Decision.unknown(found.unknown().get(), steps);
    }
    if (found.best().isEmpty()) {
      step(tables.getFirst().resource(), tables.getFirst().origin(), "no route covers the request");
      OptionalInt status = seen.isHttp() ? OptionalInt.of(404) : OptionalInt.empty();
      return Decision.deny(status, "no-route", steps);
    }
    return best(spread, found.best(), sent);
  }

  private Decision best(Spread spread, List<RankedRule> best, Request sent) {
    RankedRule first = best.getFirst();
    Decision decision = spread.by(first, sent);
    for (RankedRule other : best.subList(1, best.size())) {
      Decision next = spread.silently().by(other, sent);
      if (!Spread.isSame(decision, next)) {
        String because = Guarding.equallySpecific(first, other);
        step(other.resource(), other.rule().match().origin(), because);
        return Decision.unknown(because, steps);
      }
    }
    return decision;
  }

  private void step(ResourceId resource, Origin origin, String because) {
    steps.add(new Step("routing", Optional.of(resource), origin, true, because));
  }

  private void step(Origin origin, String because) {
    steps.add(new Step("routing", Optional.empty(), origin, true, because));
  }
}
