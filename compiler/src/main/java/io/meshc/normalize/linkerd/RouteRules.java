package io.meshc.normalize.linkerd;

import io.meshc.dialect.gateway.route.Filter;
import io.meshc.dialect.gateway.route.Filter.HeaderModifier;
import io.meshc.dialect.gateway.route.GrpcRoute;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.dialect.gateway.route.StreamRoute;
import io.meshc.model.Route.Answer;
import io.meshc.model.Route.Backend;
import io.meshc.model.Route.Edit;
import io.meshc.model.match.Match;
import io.meshc.model.server.Grant;
import io.meshc.model.server.Rank;
import io.meshc.model.server.RankedRule;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A route → all the ways to come by its rules. A route with anything in it that Linkerd does not read counts for nothing, whole as it
/// is: the controller logs it.
///
/// Source: linkerd/linkerd2, policy-controller/k8s/index/src/inbound/http.rs and src/outbound/index/http.rs.
final class RouteRules {
  /// @param grants who may go these ways, where they stand before a server
  /// @param backends of the rules; nobody asks those that stand before a server
  private record Reading(ResourceId resource, List<Grant> grants, Optional<Backends> backends) {
    List<Backend> of(List<io.meshc.dialect.gateway.route.BackendRef> refs) {
      return backends.map(it -> it.of(refs)).orElse(List.of());
    }
  }

  /// @param unusable why the route counts for nothing; empty where it counts
  record Read(List<RankedRule> rules, Optional<At<String>> unusable) {
    static Read nothing(At<String> because) {
      return new Read(List.of(), Optional.of(because));
    }
  }

  private final Reading reading;
  private final List<RankedRule> rules = new ArrayList<>();
  private Optional<At<String>> unusable = Optional.empty();

  private RouteRules(Reading reading) {
    this.reading = reading;
  }

  /// The ways into a server.
  static Read before(Route route, List<Grant> grants) {
    return of(route, new Reading(route.meta().id(), grants, Optional.empty()));
  }

  /// The ways to a backend.
  static Read to(Route route, Backends backends) {
    return of(route, new Reading(route.meta().id(), List.of(), Optional.of(backends)));
  }

  private static Read of(Route route, Reading reading) {
    var read = new RouteRules(reading);
    route
        .useDefaultGateways()
        .ifPresent(it -> read.give(it.with("field `useDefaultGateways` is not read by Linkerd")));
    switch (route) {
      case HttpRoute http -> read.http(http);
      case GrpcRoute grpc -> read.grpc(grpc);
      case StreamRoute stream -> read.stream(stream);
    }
    return read.unusable.isPresent()
        ? Read.nothing(read.unusable.get())
        : new Read(read.rules, Optional.empty());
  }

  private void give(At<String> because) {
    unusable = unusable.isPresent() ? unusable : Optional.of(because);
  }

  /// A route without rules has one that covers everything, by the default of its CRD.
  private void http(HttpRoute route) {
    if (route.rules().isEmpty()) {
      add(route.hostnames(), RequestRanks.everything(), bare(route));
    }
    for (HttpRoute.Rule it : route.rules()) {
      var rule = rule(it.origin(), it.filters(), it.backendRefs());
      if (it.matches().isEmpty()) {
        add(route.hostnames(), RequestRanks.everything(), rule);
      }
      for (HttpRoute.Match match : it.matches()) {
        add(route.hostnames(), RequestRanks.of(match), rule, match.origin());
      }
    }
  }

  private void grpc(GrpcRoute route) {
    if (route.rules().isEmpty()) {
      add(route.hostnames(), RequestRanks.anyCall(), bare(route));
    }
    for (GrpcRoute.Rule it : route.rules()) {
      var rule = rule(it.origin(), it.filters(), it.backendRefs());
      if (it.matches().isEmpty()) {
        add(route.hostnames(), RequestRanks.anyCall(), rule);
      }
      for (GrpcRoute.Match match : it.matches()) {
        add(route.hostnames(), RequestRanks.of(match), rule, match.origin());
      }
    }
  }

  private io.meshc.model.Route.Rule bare(Route route) {
    return rule(route.meta().origin(), List.of(), List.of());
  }

  /// @param ranks empty for a match that Linkerd cannot read
  private void add(
      List<At<String>> hostnames,
      Optional<List<RequestRanks>> ranks,
      io.meshc.model.Route.Rule rule,
      Origin origin) {
    ranks.ifPresentOrElse(
        it -> add(hostnames, it, placed(rule, origin)),
        () -> give(At.of("the match is none that Linkerd can read", origin)));
  }

  private static io.meshc.model.Route.Rule placed(io.meshc.model.Route.Rule rule, Origin origin) {
    return matching(rule, At.of(rule.match().value(), origin));
  }

  private static io.meshc.model.Route.Rule matching(
      io.meshc.model.Route.Rule rule, At<Match> match) {
    return new io.meshc.model.Route.Rule(
        match, rule.backends(), rule.edits(), rule.answer(), Optional.empty(), Optional.empty());
  }

  /// Server names take the place of Host headers.
  private void stream(StreamRoute route) {
    for (StreamRoute.Rule rule : route.rules()) {
      for (HostRanks host : HostRanks.ofServerNames(route.hostnames())) {
        var match = At.of(host.match(), rule.origin());
        var to = new io.meshc.model.Route.Rule(match, reading.of(rule.backendRefs()));
        rules.add(new RankedRule(reading.resource(), new Rank(host.weights()), to, List.of()));
      }
    }
  }

  private void add(
      List<At<String>> hostnames, List<RequestRanks> ranks, io.meshc.model.Route.Rule rule) {
    for (HostRanks host : HostRanks.of(hostnames)) {
      for (RequestRanks request : ranks) {
        var weights = new ArrayList<>(host.weights());
        weights.addAll(request.weights());
        Match match = Match.all(host.match(), request.match());
        rules.add(
            new RankedRule(
                reading.resource(),
                new Rank(weights),
                matching(rule, rule.match().with(match)),
                reading.grants()));
      }
    }
  }

  private io.meshc.model.Route.Rule rule(
      Origin origin,
      List<Filter> filters,
      List<io.meshc.dialect.gateway.route.BackendRef> backends) {
    var edits = new ArrayList<Edit>();
    Optional<At<Answer>> answer = Optional.empty();
    for (Filter it : filters) {
      unknown(it).ifPresent(this::give);
      it.requestHeaderModifier().ifPresent(header -> edits.addAll(edits(header)));
      Optional<At<Answer>> redirect = it.requestRedirect().map(RouteRules::redirect);
      answer = answer.isPresent() ? answer : redirect;
    }
    return new io.meshc.model.Route.Rule(
        At.of(Match.ANY, origin),
        reading.of(backends),
        edits,
        answer,
        Optional.empty(),
        Optional.empty());
  }

  /// What Linkerd has no filter for.
  static Optional<At<String>> unknown(Filter filter) {
    boolean known =
        filter
            .type()
            .filter(it ->
                switch (it.value()) {
                  case REQUEST_HEADER_MODIFIER, RESPONSE_HEADER_MODIFIER, REQUEST_REDIRECT -> true;
                  case REQUEST_MIRROR, URL_REWRITE, CORS, EXTERNAL_AUTH, EXTENSION_REF -> false;
                })
            .isPresent();
    String word = filter.type().map(it -> it.value().toString()).orElse("");
    return known
        ? Optional.empty()
        : Optional.of(At.of("filter `" + word + "` is none of Linkerd's", filter.origin()));
  }

  static List<Edit> edits(HeaderModifier headers) {
    var edits = new ArrayList<Edit>();
    headers.set().forEach(it -> edits.add(new Edit.SetHeader(name(it), value(it))));
    headers.add().forEach(it -> edits.add(new Edit.AddHeader(name(it), value(it))));
    headers
        .remove()
        .forEach(it -> edits.add(new Edit.RemoveHeader(it.value().toLowerCase(Locale.ROOT))));
    return edits;
  }

  private static String name(Filter.Header header) {
    return header.name().map(At::value).orElse("").toLowerCase(Locale.ROOT);
  }

  private static String value(Filter.Header header) {
    return header.value().map(At::value).orElse("");
  }

  private static At<Answer> redirect(Filter.Redirect redirect) {
    long status = redirect.statusCode().map(At::value).orElse(302L);
    return At.of(new Answer.Redirect((int) status), redirect.origin());
  }
}
