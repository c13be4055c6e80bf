package io.meshc.normalize.istio.uncarried;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.istio.proxy.ProxyConfig;
import io.meshc.dialect.istio.proxy.Telemetry;
import io.meshc.dialect.istio.registry.Endpoint;
import io.meshc.dialect.istio.registry.ServiceEntry;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.registry.WorkloadEntry;
import io.meshc.dialect.istio.registry.WorkloadGroup;
import io.meshc.dialect.istio.routing.ConnectionPool;
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
import io.meshc.dialect.istio.routing.VirtualService.RouteDestination;
import io.meshc.dialect.istio.security.RequestAuthentication;
import io.meshc.dialect.istio.security.RequestAuthentication.JwtRule;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// Fields that no decision depends on, each a problem: some the model has no place for, others it holds for those who write proxies. Of
/// a few a decision does.
public final class Uncarried {
  private final Meta meta;
  private final List<Problem> problems;

  private Uncarried(Meta meta, List<Problem> problems) {
    this.meta = meta;
    this.problems = problems;
  }

  public static void in(Resources resources, List<Problem> problems) {
    resources.of(VirtualService.class).forEach(it -> of(it, problems));
    resources.of(DestinationRule.class).forEach(it -> of(it, problems));
    resources.of(Gateway.class).forEach(it -> of(it, problems));
    resources.of(RequestAuthentication.class).forEach(it -> of(it, problems));
    for (ServiceEntry it : resources.of(ServiceEntry.class)) {
      var found = new Uncarried(it.meta(), problems);
      it.endpoints().forEach(found::endpoint);
      found.values(it.subjectAltNames());
      found.touching(
          it.location()
              .filter(location -> location.value() == ServiceEntry.Location.MESH_INTERNAL)
              .map(At::origin));
    }
    for (WorkloadEntry it : resources.of(WorkloadEntry.class)) {
      new Uncarried(it.meta(), problems).endpoint(it.endpoint());
    }
    for (Sidecar it : resources.of(Sidecar.class)) {
      var pool = it.inboundConnectionPool().map(ConnectionPool::origin);
      new Uncarried(it.meta(), problems).part(pool);
    }
    for (Class<? extends Resource> kind : WHOLE) {
      resources.of(kind).forEach(it -> new Uncarried(it.meta(), problems).whole());
    }
  }

  /// Kinds that say how proxies run and what they tell, or what a machine will be when it registers.
  static final List<Class<? extends Resource>> WHOLE =
      List.of(ProxyConfig.class, Telemetry.class, WorkloadGroup.class);

  private void whole() {
    String message = "`" + meta.id().kind() + "` is not in the model: no decision depends on it";
    add(Problem.Kind.NOT_CARRIED, meta.origin(), message);
  }

  private static void of(VirtualService source, List<Problem> problems) {
    var found = new Uncarried(source.meta(), problems);
    source.http().forEach(found::http);
    source.tls().forEach(it -> found.answers(it.route()));
    source.tcp().forEach(it -> found.answers(it.route()));
  }

  /// What is done to the headers of answers, and to those of a connection that is not HTTP, which has none.
  private void answers(List<RouteDestination> route) {
    for (RouteDestination it : route) {
      part(it.headers().map(headers -> headers.origin()));
    }
  }

  private static void of(DestinationRule rule, List<Problem> problems) {
    var found = new Uncarried(rule.meta(), problems);
    rule.trafficPolicy().ifPresent(found::policy);
    rule.subsets().forEach(it -> it.trafficPolicy().ifPresent(found::policy));
  }

  private static void of(Gateway gateway, List<Problem> problems) {
    var found = new Uncarried(gateway.meta(), problems);
    gateway.servers().forEach(found::server);
  }

  private static void of(RequestAuthentication policy, List<Problem> problems) {
    var found = new Uncarried(policy.meta(), problems);
    for (JwtRule it : policy.jwtRules()) {
      found.value(it.timeout());
      found.value(it.forwardOriginalToken());
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
    route.corsPolicy().ifPresent(this::cors);
    part(route.fault().flatMap(HttpRoute.Fault::delay).map(HttpRoute.Delay::origin));
    part(route.headers().flatMap(it -> it.response()).map(it -> it.origin()));
    route.route().stream()
        .flatMap(it -> it.headers().stream())
        .flatMap(it -> it.response().stream())
        .forEach(it -> part(Optional.of(it.origin())));
  }

  /// What a browser may do with an answer.
  private void cors(HttpRoute.CorsPolicy cors) {
    values(cors.allowHeaders());
    values(cors.exposeHeaders());
    value(cors.allowCredentials());
    value(cors.maxAge());
  }

  private void policy(TrafficPolicy policy) {
    part(policy.connectionPool().map(it -> it.origin()));
    nearness(policy.outlierDetection().map(TrafficPolicy.OutlierDetection::origin));
    part(policy.retryBudget().map(TrafficPolicy.RetryBudget::origin));
    policy.tls().ifPresent(this::client);
    policy.loadBalancer().ifPresent(this::balancer);
    touching(policy.tunnel().map(TrafficPolicy.Tunnel::origin));
    touching(policy.proxyProtocol().map(TrafficPolicy.ProxyProtocol::origin));
    policy.portLevelSettings().forEach(this::port);
  }

  private void port(PortPolicy policy) {
    part(policy.connectionPool().map(it -> it.origin()));
    nearness(policy.outlierDetection().map(TrafficPolicy.OutlierDetection::origin));
    part(policy.loadBalancer().map(LoadBalancer::origin));
    policy.tls().ifPresent(this::client);
  }

  /// Which certificates a client shows and takes, beside the mode.
  private void client(TrafficPolicy.Tls tls) {
    value(tls.clientCertificate());
    value(tls.privateKey());
    value(tls.caCertificates());
    value(tls.caCrl());
    value(tls.credentialName());
    value(tls.sni());
    value(tls.insecureSkipVerify());
    values(tls.subjectAltNames());
  }

  private void endpoint(Endpoint endpoint) {
    endpoint.ports().values().stream().findFirst().ifPresent(it -> value(Optional.of(it)));
    value(endpoint.locality());
    value(endpoint.network());
    value(endpoint.weight());
    value(endpoint.serviceAccount());
  }

  /// Which endpoint gets a request, not which may.
  private void balancer(LoadBalancer balancer) {
    part(balancer.consistentHash().map(LoadBalancer.ConsistentHash::origin));
    nearness(balancer.localityLbSetting().map(LoadBalancer.Locality::origin));
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
    value(tls.caCertificates());
    value(tls.caCrl());
    value(tls.caCertCredentialName());
    value(tls.insecureSkipVerify());
    tls.tlsCertificates().forEach(it -> part(Optional.of(it.origin())));
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
      String message = "no decision depends on field `" + it.path() + "`";
      add(Problem.Kind.NOT_CARRIED, it, message);
    });
  }

  /// What says which endpoints are near, and which take their place.
  private void nearness(Optional<Origin> origin) {
    origin.ifPresent(it -> {
      String message =
          "field `"
              + it.path()
              + "` counts between clusters: within one, no decision depends on it";
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
