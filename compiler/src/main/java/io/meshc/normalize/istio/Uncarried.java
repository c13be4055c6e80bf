package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.dialect.istio.routing.Gateway.Server;
import io.meshc.dialect.istio.routing.Gateway.ServerTls;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.HttpRoute.Retries;
import io.meshc.dialect.istio.routing.LoadBalancer;
import io.meshc.dialect.istio.routing.TrafficPolicy;
import io.meshc.dialect.istio.routing.TrafficPolicy.PortPolicy;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.dialect.istio.security.RequestAuthentication;
import io.meshc.dialect.istio.security.RequestAuthentication.JwtRule;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// Fields that the model has no place for, each a problem: of most of them no decision depends on it, of a few it does.
final class Uncarried {
  private final Meta meta;
  private final List<Problem> problems;

  private Uncarried(Meta meta, List<Problem> problems) {
    this.meta = meta;
    this.problems = problems;
  }

  static void of(VirtualService source, List<Problem> problems) {
    var found = new Uncarried(source.meta(), problems);
    source.http().forEach(found::http);
  }

  static void of(DestinationRule rule, List<Problem> problems) {
    var found = new Uncarried(rule.meta(), problems);
    rule.trafficPolicy().ifPresent(found::policy);
    rule.subsets().forEach(it -> it.trafficPolicy().ifPresent(found::policy));
  }

  static void of(Gateway gateway, List<Problem> problems) {
    var found = new Uncarried(gateway.meta(), problems);
    gateway.servers().forEach(found::server);
  }

  static void of(RequestAuthentication policy, List<Problem> problems) {
    var found = new Uncarried(policy.meta(), problems);
    for (JwtRule it : policy.jwtRules()) {
      found.value(it.timeout());
    }
  }

  private void http(HttpRoute route) {
    value(route.timeout());
    part(route.retries().map(Retries::origin));
    part(route.mirror().map(VirtualService.Destination::origin));
    value(route.mirrorPercent());
    value(route.mirrorPercentOld());
    part(route.mirrorPercentage().map(HttpRoute.Percent::origin));
    route.mirrors().forEach(it -> part(Optional.of(it.origin())));
    part(route.fault().flatMap(HttpRoute.Fault::delay).map(HttpRoute.Delay::origin));
    part(route.headers().flatMap(it -> it.response()).map(it -> it.origin()));
    route.route().stream()
        .flatMap(it -> it.headers().stream())
        .flatMap(it -> it.response().stream())
        .forEach(it -> part(Optional.of(it.origin())));
  }

  private void policy(TrafficPolicy policy) {
    part(policy.connectionPool().map(it -> it.origin()));
    part(policy.outlierDetection().map(TrafficPolicy.OutlierDetection::origin));
    part(policy.retryBudget().map(TrafficPolicy.RetryBudget::origin));
    policy.loadBalancer().ifPresent(this::balancer);
    touching(policy.tunnel().map(TrafficPolicy.Tunnel::origin));
    touching(policy.proxyProtocol().map(TrafficPolicy.ProxyProtocol::origin));
    policy.portLevelSettings().forEach(this::port);
  }

  private void port(PortPolicy policy) {
    part(policy.connectionPool().map(it -> it.origin()));
    part(policy.outlierDetection().map(TrafficPolicy.OutlierDetection::origin));
    part(policy.loadBalancer().map(LoadBalancer::origin));
  }

  /// Which endpoint gets a request, not which may.
  private void balancer(LoadBalancer balancer) {
    part(balancer.consistentHash().map(LoadBalancer.ConsistentHash::origin));
    part(balancer.localityLbSetting().map(LoadBalancer.Locality::origin));
    part(balancer.zoneAwareLbSetting().map(LoadBalancer.ZoneAware::origin));
    part(balancer.warmup().map(LoadBalancer.Warmup::origin));
    value(balancer.warmupDurationSecs());
  }

  private void server(Server server) {
    value(server.bind());
    value(server.defaultEndpoint());
    server.tls().ifPresent(this::tls);
  }

  /// Which certificate a client sees, and how it is encrypted.
  private void tls(ServerTls tls) {
    value(tls.minProtocolVersion());
    value(tls.maxProtocolVersion());
    values(tls.cipherSuites());
    values(tls.subjectAltNames());
    values(tls.verifyCertificateHash());
    values(tls.verifyCertificateSpki());
  }

  private void values(List<At<String>> values) {
    values.stream().findFirst().ifPresent(it -> value(Optional.of(it)));
  }

  private void value(Optional<? extends At<?>> value) {
    part(value.map(At::origin));
  }

  private void part(Optional<Origin> origin) {
    origin.ifPresent(it -> {
      String message = "field `" + it.path() + "` is not in the model: no decision depends on it";
      add(Problem.Kind.NOT_CARRIED, it, message);
    });
  }

  private void touching(Optional<Origin> origin) {
    origin.ifPresent(it -> {
      String message = "field `" + it.path() + "` is not modelled: what it may touch is unknown";
      add(Problem.Kind.NOT_MODELLED, it, message);
    });
  }

  private void add(Problem.Kind kind, Origin origin, String message) {
    problems.add(new Problem(kind, origin, message, "").in(meta.id()));
  }
}
