package io.meshc.normalize.smi;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.dialect.osm.policy.RateLimit;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting.Connections;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting.HttpRoute;
import io.meshc.model.Extension;
import io.meshc.model.Extension.Touches;
import io.meshc.model.Scope;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.normalize.Declarations.DeclaredReference;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// UpstreamTrafficSetting → what may refuse a request that is allowed: a rate limit service, which nobody sees into, and bounds
/// of none at all. What a proxy counts itself refuses no single request.
///
/// Source: openservicemesh/osm, pkg/envoy, rate limits and thresholds: `host` has to be the whole name of a Service of the
/// setting's own namespace.
final class NormalizeSettings {
  private final Resources resources;
  private final Ledger ledger;
  private final List<Problem> problems;

  NormalizeSettings(Resources resources, Ledger ledger, List<Problem> problems) {
    this.resources = resources;
    this.ledger = ledger;
    this.problems = problems;
  }

  void all() {
    resources.of(UpstreamTrafficSetting.class).forEach(this::setting);
  }

  /// The Service that a setting is about; empty where its host is not the whole name of one in its own namespace. Open Service
  /// Mesh knows no other domain of a cluster than this.
  static Optional<ServiceName> service(UpstreamTrafficSetting setting) {
    String ending = "." + setting.meta().namespace() + ".svc.cluster.local";
    return setting
        .host()
        .map(At::value)
        .filter(it -> it.endsWith(ending) && it.indexOf('.') == it.length() - ending.length())
        .map(it ->
            new ServiceName(
                setting.meta().namespace(), it.substring(0, it.length() - ending.length())));
  }

  private void setting(UpstreamTrafficSetting setting) {
    Optional<ServiceName> name = service(setting);
    if (name.isEmpty()) {
      return;
    }
    Origin host = setting.host().orElseThrow().origin();
    var id = new ResourceId("", "Service", name.get().namespace(), name.get().name());
    ledger.add(new DeclaredReference(setting.meta().id(), id, "service", host));
    setting
        .rateLimit()
        .flatMap(RateLimit::global)
        .ifPresent(it -> global(setting, scope(name.get()), it));
    limits(setting, name.get());
    setting.connections().ifPresent(it -> nothing(setting.meta(), scope(name.get()), it));
  }

  /// What the proxies of the Service count themselves.
  private void limits(UpstreamTrafficSetting setting, ServiceName service) {
    Optional<RateLimit.Local> local = setting.rateLimit().flatMap(RateLimit::local);
    local
        .flatMap(RateLimit.Local::http)
        .ifPresent(it -> ledger.add(LocalLimits.http(setting, service, Optional.empty(), it)));
    local
        .flatMap(RateLimit.Local::tcp)
        .ifPresent(it -> ledger.add(LocalLimits.tcp(setting, service, it)));
    for (UpstreamTrafficSetting.HttpRoute route : setting.httpRoutes()) {
      route
          .rateLimit()
          .flatMap(RateLimit.OfRoute::local)
          .ifPresent(it -> ledger.add(LocalLimits.http(setting, service, route.path(), it)));
    }
  }

  /// The workloads behind it; all of the namespace where the repo does not show which.
  private Scope scope(ServiceName name) {
    return resources.of(ServiceObject.class).stream()
        .filter(it -> it.meta().namespace().equals(name.namespace()))
        .filter(it -> it.meta().name().equals(name.name()) && !it.selector().isEmpty())
        .findFirst()
        .<Scope>map(it -> {
          var labels = new TreeMap<String, String>();
          it.selector().forEach((label, value) -> labels.put(label, value.value()));
          return new Scope.Selected(name.namespace(), labels);
        })
        .orElseGet(() -> new Scope.InNamespace(name.namespace()));
  }

  private void global(UpstreamTrafficSetting setting, Scope scope, RateLimit.Global global) {
    global
        .tcp()
        .ifPresent(it -> service(setting, scope, it.origin(), new Match.Not(new Match.OnHttp())));
    global.http().ifPresent(it -> service(setting, scope, it.origin(), requests(setting, it)));
  }

  /// Where the host has no descriptors of its own, the routes that have some.
  private static Match requests(UpstreamTrafficSetting setting, RateLimit.GlobalHttp http) {
    if (!http.descriptors().isEmpty()) {
      return new Match.OnHttp();
    }
    var routes = new ArrayList<Match>();
    for (HttpRoute it : setting.httpRoutes()) {
      if (it.rateLimit().flatMap(RateLimit.OfRoute::descriptors).isPresent()) {
        it.path()
            .flatMap(path -> Regex.of(path.value()))
            .ifPresent(path ->
                routes.add(
                    Match.all(
                        new Match.OnHttp(), new Match.OnPath(new TextPattern.FullRegex(path)))));
      }
    }
    return Match.oneOf(routes);
  }

  private void service(UpstreamTrafficSetting setting, Scope scope, Origin origin, Match requests) {
    String what = "the rate limit service of `" + setting.meta().id().label() + "`";
    touch(setting.meta(), scope, origin, what, requests);
  }

  /// A bound of 0 leaves a client nothing, but for what its proxy does all the same.
  private void nothing(Meta meta, Scope scope, Connections connections) {
    Stream.concat(
            connections.tcp().stream().flatMap(it -> it.maxConnections().stream()),
            connections.http().stream()
                .flatMap(it ->
                    Stream.of(it.maxRequests(), it.maxPendingRequests()).flatMap(Optional::stream)))
        .filter(it -> it.value() == 0)
        .forEach(it -> touch(meta, scope, it.origin(), "a bound of 0", Match.ANY));
  }

  private void touch(Meta meta, Scope scope, Origin origin, String what, Match requests) {
    ledger.add(
        new Extension(meta.id(), Control.PLANE, scope, what, Touches.MAY_DENY, requests, origin));
    problems.add(
        new Problem(
                Problem.Kind.NOT_MODELLED,
                origin,
                what + " is not looked into: decisions that it may touch are unknown",
                "")
            .in(meta.id()));
  }
}
