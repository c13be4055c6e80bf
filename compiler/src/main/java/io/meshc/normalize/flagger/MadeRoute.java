package io.meshc.normalize.flagger;

import io.meshc.dialect.Meta;
import io.meshc.dialect.flagger.Canary;
import io.meshc.dialect.flagger.Canary.Analysis;
import io.meshc.dialect.flagger.Canary.Condition;
import io.meshc.dialect.flagger.Canary.Value;
import io.meshc.dialect.gateway.route.BackendRef;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.NameMatch;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The HTTPRoute that Flagger makes of a Canary: attached to what `gatewayRefs` names, for the hosts of the Canary, with the copy
/// and the new version as backends, at rest all for the copy.
///
/// Source: fluxcd/flagger, pkg/router/gateway_api.go.
final class MadeRoute {
  static final String GROUP = "gateway.networking.k8s.io";

  private final Canary canary;
  private final Canary.Service service;
  private final Names names;
  private final Origin origin;

  MadeRoute(Canary canary, Canary.Service service, Names names) {
    this.canary = canary;
    this.service = service;
    this.names = names;
    this.origin = canary.analysis().map(Analysis::origin).orElse(canary.meta().origin());
  }

  static ResourceId id(Canary canary, Names names) {
    return new ResourceId(GROUP, "HTTPRoute", canary.meta().namespace(), names.apex());
  }

  HttpRoute route() {
    BackendRef primary = backend(names.primary(), 100);
    List<BackendRef> both = List.of(primary, backend(names.canary(), 0));
    var rules = new ArrayList<HttpRoute.Rule>();
    Optional<List<HttpRoute.Match>> tested = tested();
    rules.add(rule(tested.orElse(List.of()), both));
    if (tested.isPresent()) {
      rules.add(rule(List.of(), List.of(primary)));
    }
    return new HttpRoute(
        new Meta(id(canary, names), "v1", Map.of(), Map.of(), canary.meta().origin()),
        service.gatewayRefs(),
        service.hosts(),
        rules,
        Optional.empty());
  }

  private HttpRoute.Rule rule(List<HttpRoute.Match> matches, List<BackendRef> backends) {
    return new HttpRoute.Rule(
        Optional.empty(),
        matches,
        List.of(),
        backends,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        origin);
  }

  /// The requests of an A/B test. Where more is asked of them than headers, any request may be one.
  private Optional<List<HttpRoute.Match>> tested() {
    List<Condition> conditions =
        canary.analysis().filter(Analysis::isTest).map(Analysis::matches).orElse(List.of());
    boolean known = !conditions.isEmpty() && conditions.stream().allMatch(Condition::whole);
    return known
        ? Optional.of(conditions.stream().map(MadeRoute::match).toList())
        : Optional.empty();
  }

  private static HttpRoute.Match match(Condition condition) {
    var headers = new ArrayList<NameMatch>();
    new TreeMap<>(condition.headers())
        .forEach((name, value) -> headers.add(header(name, value, condition.origin())));
    return new HttpRoute.Match(
        Optional.empty(), headers, List.of(), Optional.empty(), condition.origin());
  }

  private static NameMatch header(String name, Value value, Origin origin) {
    String text =
        switch (value.kind()) {
          case EXACT, REGEX -> value.text();
          case PREFIX -> "^" + value.text() + ".*";
          case SUFFIX -> ".*" + value.text() + "$";
        };
    var type =
        value.kind() == Value.Kind.EXACT ? NameMatch.TextType.EXACT : NameMatch.TextType.REGEX;
    return new NameMatch(
        Optional.of(At.of(type, origin)),
        Optional.of(At.of(name, origin)),
        Optional.of(At.of(text, origin)),
        origin);
  }

  private BackendRef backend(String name, long weight) {
    return new BackendRef(
        Optional.empty(),
        Optional.empty(),
        Optional.of(At.of(name, origin)),
        Optional.empty(),
        Optional.of(service.port().map(Integer::longValue)),
        Optional.of(At.of(weight, origin)),
        List.of(),
        origin);
  }
}
