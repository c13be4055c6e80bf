package io.meshc.normalize.envoy;

import io.meshc.model.Assumptions;
import io.meshc.model.Authorization;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Extension;
import io.meshc.model.LoadBalancing;
import io.meshc.model.Membership;
import io.meshc.model.PeerTls;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.PortReading;
import io.meshc.model.Protocol;
import io.meshc.model.Route;
import io.meshc.model.Scope;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort;
import io.meshc.model.cluster.Beyond;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.HostPattern;
import io.meshc.model.match.PathNormalization;
import io.meshc.model.proxy.Border;
import io.meshc.model.proxy.Imports;
import io.meshc.model.proxy.Proxies;
import io.meshc.model.proxy.TokenPolicy;
import io.meshc.model.server.Servers;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Declarations.DeclaredEndpoint;
import io.meshc.normalize.Declarations.DeclaredNamespace;
import io.meshc.normalize.Declarations.DeclaredPort;
import io.meshc.normalize.Declarations.DeclaredService;
import io.meshc.normalize.Declarations.DeclaredWorkload;
import io.meshc.normalize.Declarations.Enrolment;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The configurations of all proxies → what they do together.
public final class ReadEnvoy {
  static final PlaneId PLANE = new PlaneId("envoy");

  /// The label that tells a workload from all others.
  private static final String SELF = "envoy/workload";

  private final List<EnvoyProxy> proxies;
  private final Assumptions assumptions;
  private final Hosts hosts;
  private final Runs runs;
  private final ReadClusters clusters;
  private final List<Authorization> authorizations = new ArrayList<>();
  private final List<PeerTls> peerTls = new ArrayList<>();
  private final List<TokenPolicy> tokens = new ArrayList<>();
  private final List<Extension> extensions = new ArrayList<>();
  private final List<EgressPolicy> egress = new ArrayList<>();
  private final List<Imports> imports = new ArrayList<>();
  private final Map<ReadOutbound.Called, List<Route.Rule>> http = new LinkedHashMap<>();
  private final Map<ReadOutbound.Called, List<Route.Rule>> tcp = new LinkedHashMap<>();
  private final List<Tree> managers = new ArrayList<>();
  private final Set<String> trustDomains = new TreeSet<>();

  private ReadEnvoy(List<EnvoyProxy> proxies, Assumptions assumptions) {
    this.proxies = List.copyOf(proxies);
    this.assumptions = assumptions;
    this.hosts = new Hosts(assumptions.clusterDomain());
    this.runs = Runs.of(proxies);
    this.clusters = new ReadClusters(runs);
  }

  /// @param proxies those that stand beside workloads
  public static Declarations read(List<EnvoyProxy> proxies, Assumptions assumptions) {
    var read = new ReadEnvoy(proxies, assumptions);
    read.proxies.forEach(read::proxy);
    return read.declarations();
  }

  private static Map<String, String> labels(ResourceId workload) {
    return Map.of(SELF, workload.namespace() + "." + workload.name());
  }

  private void proxy(EnvoyProxy proxy) {
    var scope = new Scope.Selected(proxy.namespace(), labels(proxy.id()));
    var inbound = new ReadInbound(proxy, scope);
    authorizations.addAll(inbound.authorizations());
    inbound.peerTls().ifPresent(peerTls::add);
    tokens.addAll(inbound.tokens());
    extensions.addAll(inbound.extensions());
    managers.addAll(inbound.managers());
    trustDomains.addAll(inbound.trustDomains());
    var self = new Attribute.ClientLabels(labels(proxy.id()));
    var outbound = new ReadOutbound(proxy, hosts, self, clusters);
    outbound
        .http()
        .forEach(
            (called, rules) -> http.computeIfAbsent(called, _ -> new ArrayList<>()).addAll(rules));
    outbound
        .tcp()
        .forEach(
            (called, rules) -> tcp.computeIfAbsent(called, _ -> new ArrayList<>()).addAll(rules));
    egress.add(new EgressPolicy(proxy.id(), PLANE, scope, outbound.egress(), Origin.none()));
    var known = new ArrayList<Imports.Import>();
    for (ReadOutbound.Called it : outbound.known()) {
      known.add(
          new Imports.Import(
              OptionalInt.of(it.port()), "*", new HostPattern(hosts.host(it.host()))));
    }
    imports.add(new Imports(proxy.id(), PLANE, scope, known, Origin.none()));
  }

  private Declarations declarations() {
    var services = new ArrayList<>(services());
    services.addAll(clusters.services());
    return new Declarations(
        List.of(plane()),
        namespaces(),
        workloads(),
        services,
        enrolments(),
        List.of(),
        routes(),
        clusters.policies(),
        authorizations,
        peerTls,
        egress,
        extensions,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Proxies(
            List.of(),
            imports,
            tokens,
            List.of(),
            List.of(),
            Border.NONE,
            Servers.NONE,
            List.of(),
            List.of()),
        Beyond.NOTHING);
  }

  private List<DeclaredNamespace> namespaces() {
    var names = new TreeSet<String>();
    proxies.forEach(it -> names.add(it.namespace()));
    runs.bare().forEach(it -> names.add(it.namespace()));
    return names.stream().map(it -> new DeclaredNamespace(it, Origin.none())).toList();
  }

  private List<DeclaredWorkload> workloads() {
    var ids = new ArrayList<ResourceId>();
    proxies.forEach(it -> ids.add(it.id()));
    ids.addAll(runs.bare());
    return ids.stream()
        .map(it ->
            new DeclaredWorkload(
                it,
                labels(it),
                labels(it),
                runs.identity(it, assumptions.trustDomain()),
                List.of(),
                List.of(),
                runs.replicas(it),
                Origin.none()))
        .toList();
  }

  private List<Enrolment> enrolments() {
    return proxies.stream()
        .map(it ->
            new Enrolment(
                it.namespace(), Optional.of(it.id()), new Membership.Sidecar(PLANE, Origin.none())))
        .toList();
  }

  private List<Route> routes() {
    var routes = new ArrayList<Route>();
    byHost(http).forEach((host, rules) -> routes.add(route(host, Route.Layer.HTTP, rules)));
    byHost(tcp).forEach((host, rules) -> routes.add(route(host, Route.Layer.TCP, rules)));
    return routes;
  }

  private static Map<ServiceName, List<Route.Rule>> byHost(
      Map<ReadOutbound.Called, List<Route.Rule>> all) {
    var byHost = new TreeMap<ServiceName, List<Route.Rule>>();
    all.forEach((called, rules) ->
        byHost.computeIfAbsent(called.host(), _ -> new ArrayList<>()).addAll(rules));
    return byHost;
  }

  private static Route route(ServiceName host, Route.Layer layer, List<Route.Rule> rules) {
    return new Route(
        new ResourceId("envoy", "VirtualHost", host.namespace(), host.name()),
        PLANE,
        host,
        layer,
        rules,
        Route.Unmatched.NO_ROUTE,
        rules.isEmpty() ? Origin.none() : rules.getFirst().match().origin());
  }

  /// The hosts that clients call, with the endpoints of the clusters that are named for them: whoever is past all routes comes there.
  private List<DeclaredService> services() {
    var ports = new TreeMap<ServiceName, TreeSet<Integer>>();
    http.keySet()
        .forEach(it -> ports.computeIfAbsent(it.host(), _ -> new TreeSet<>()).add(it.port()));
    tcp.keySet()
        .forEach(it -> ports.computeIfAbsent(it.host(), _ -> new TreeSet<>()).add(it.port()));
    var services = new ArrayList<DeclaredService>();
    ports.forEach((host, numbers) -> services.add(service(host, numbers)));
    return services;
  }

  private DeclaredService service(ServiceName host, Set<Integer> numbers) {
    var targets = new TreeMap<Integer, Integer>();
    var endpoints = new LinkedHashMap<String, DeclaredEndpoint>();
    for (EnvoyProxy proxy : proxies) {
      for (String cluster : proxy.clusters().keySet().stream().sorted().toList()) {
        if (Hosts.ofCluster(cluster).filter(it -> hosts.service(it).equals(host)).isPresent()) {
          ReadClusters.Place place = clusters.place(proxy, cluster);
          targets.putIfAbsent(Hosts.portOfCluster(cluster), place.port());
          place.endpoints().forEach(it -> endpoints.putIfAbsent(it.address(), it));
        }
      }
    }
    var declared = new ArrayList<DeclaredPort>();
    var reached = new LinkedHashMap<String, Integer>();
    for (int number : numbers) {
      int target = targets.getOrDefault(number, number);
      reached.put("p" + number, target);
      declared.add(
          new DeclaredPort(
              number,
              "p" + number,
              reading(new ReadOutbound.Called(host, number)),
              new ServicePort.Target.Number(target),
              Origin.none()));
    }
    List<DeclaredEndpoint> all =
        endpoints.values().stream()
            .map(it -> new DeclaredEndpoint(it.address(), it.pod(), reached, it.origin()))
            .toList();
    return new DeclaredService(
        host, Map.of(), declared, new Service.Reach.Any(), all, Optional.of(PLANE), Origin.none());
  }

  private String reading(ReadOutbound.Called called) {
    boolean asHttp = http.containsKey(called);
    return asHttp == tcp.containsKey(called) ? "" : asHttp ? "http" : "tcp";
  }

  private Plane plane() {
    return new Plane(
        PLANE,
        Plane.Posture.OPEN_UNTIL_ALLOWED,
        Plane.Denial.FORBIDDEN,
        Plane.Endpoints.ALL,
        normalization(),
        Plane.Egress.UNKNOWN,
        LoadBalancing.UNKNOWN,
        new PortReading(
            Map.of("http", Protocol.HTTP, "tcp", Protocol.TCP),
            Map.of(),
            Map.of(),
            Protocol.SNIFFED),
        Plane.Overlap.SUM,
        Plane.Addressing.HOST,
        trustDomains,
        "",
        Plane.Outset.DEFAULT,
        Origin.none());
  }

  /// What all do alike; where they differ, what is changed least, and those that do more are said to be unknown.
  private PathNormalization normalization() {
    var all = new HashSet<PathNormalization>();
    managers.forEach(it -> all.add(normalization(it)));
    if (all.size() > 1) {
      extensions.add(
          new Extension(
              proxies.getFirst().id(),
              PLANE,
              new Scope.Everywhere(),
              "proxies that normalize paths in different ways",
              Extension.Touches.ANYTHING,
              Origin.none()));
    }
    return all.stream().min(Enum::compareTo).orElse(PathNormalization.NONE);
  }

  private static PathNormalization normalization(Tree manager) {
    if (!manager.flag("normalize_path")) {
      return PathNormalization.NONE;
    }
    boolean decodes = manager.text("path_with_escaped_slashes_action").startsWith("UNESCAPE");
    boolean merges = manager.flag("merge_slashes");
    return decodes
        ? PathNormalization.DECODE_AND_MERGE_SLASHES
        : merges ? PathNormalization.MERGE_SLASHES : PathNormalization.BASE;
  }
}
