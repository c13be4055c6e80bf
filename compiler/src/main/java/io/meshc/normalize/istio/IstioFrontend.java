package io.meshc.normalize.istio;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.istio.mesh.MeshConfig;
import io.meshc.dialect.istio.mesh.MeshConfigMap;
import io.meshc.dialect.istio.mesh.ParseMeshConfig;
import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.dialect.istio.proxy.ParseEnvoyFilter;
import io.meshc.dialect.istio.proxy.ParseProxyConfig;
import io.meshc.dialect.istio.proxy.ParseTelemetry;
import io.meshc.dialect.istio.proxy.ParseTrafficExtension;
import io.meshc.dialect.istio.proxy.ParseWasmPlugin;
import io.meshc.dialect.istio.proxy.ProxyConfig;
import io.meshc.dialect.istio.proxy.Telemetry;
import io.meshc.dialect.istio.proxy.TrafficExtension;
import io.meshc.dialect.istio.proxy.WasmPlugin;
import io.meshc.dialect.istio.registry.ParseServiceEntry;
import io.meshc.dialect.istio.registry.ParseSidecar;
import io.meshc.dialect.istio.registry.ParseWorkloadEntry;
import io.meshc.dialect.istio.registry.ParseWorkloadGroup;
import io.meshc.dialect.istio.registry.ServiceEntry;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.registry.WorkloadEntry;
import io.meshc.dialect.istio.registry.WorkloadGroup;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.dialect.istio.routing.ParseDestinationRule;
import io.meshc.dialect.istio.routing.ParseGateway;
import io.meshc.dialect.istio.routing.ParseVirtualService;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.ParseAuthorizationPolicy;
import io.meshc.dialect.istio.security.ParsePeerAuthentication;
import io.meshc.dialect.istio.security.ParseRequestAuthentication;
import io.meshc.dialect.istio.security.PeerAuthentication;
import io.meshc.dialect.istio.security.RequestAuthentication;
import io.meshc.dialect.kubernetes.OtherObject;
import io.meshc.dialect.kubernetes.ParseOther;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.model.ServiceName;
import io.meshc.model.proxy.Audience;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Declarations.DeclaredAudience;
import io.meshc.normalize.Frontend;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Neighbour;
import io.meshc.normalize.Settings;
import io.meshc.normalize.istio.multicluster.NormalizeTopology;
import io.meshc.normalize.istio.uncarried.Uncarried;
import io.meshc.normalize.istio.uncarried.Unwritten;
import io.meshc.source.At;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Istio as an input.
public final class IstioFrontend implements Frontend {
  private static final Set<Class<? extends Resource>> OWN =
      Set.of(
          AuthorizationPolicy.class,
          PeerAuthentication.class,
          RequestAuthentication.class,
          Gateway.class,
          VirtualService.class,
          DestinationRule.class,
          Sidecar.class,
          EnvoyFilter.class,
          ServiceEntry.class,
          WorkloadEntry.class,
          WorkloadGroup.class,
          ProxyConfig.class,
          Telemetry.class,
          WasmPlugin.class,
          TrafficExtension.class);

  private static final Set<String> SECURITY = Set.of("v1", "v1beta1");
  private static final Set<String> NETWORKING = Set.of("v1", "v1beta1", "v1alpha3");

  /// A kind, the versions in which Istio serves it, and its reader.
  private record Kind(Set<String> versions, Reader reader) {}

  @FunctionalInterface
  private interface Reader {
    Resource read(Fields top, Meta meta, List<Problem> problems);
  }

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry(
              "security.istio.io/AuthorizationPolicy",
              new Kind(SECURITY, ParseAuthorizationPolicy::parse)),
          Map.entry(
              "security.istio.io/PeerAuthentication",
              new Kind(SECURITY, ParsePeerAuthentication::parse)),
          Map.entry(
              "security.istio.io/RequestAuthentication",
              new Kind(SECURITY, ParseRequestAuthentication::parse)),
          Map.entry("networking.istio.io/Gateway", new Kind(NETWORKING, ParseGateway::parse)),
          Map.entry(
              "networking.istio.io/VirtualService",
              new Kind(NETWORKING, ParseVirtualService::parse)),
          Map.entry(
              "networking.istio.io/DestinationRule",
              new Kind(NETWORKING, ParseDestinationRule::parse)),
          Map.entry("networking.istio.io/Sidecar", new Kind(NETWORKING, ParseSidecar::parse)),
          Map.entry(
              "networking.istio.io/EnvoyFilter",
              new Kind(Set.of("v1alpha3"), ParseEnvoyFilter::parse)),
          Map.entry(
              "networking.istio.io/ServiceEntry", new Kind(NETWORKING, ParseServiceEntry::parse)),
          Map.entry(
              "networking.istio.io/WorkloadEntry", new Kind(NETWORKING, ParseWorkloadEntry::parse)),
          Map.entry(
              "networking.istio.io/WorkloadGroup", new Kind(NETWORKING, ParseWorkloadGroup::parse)),
          Map.entry(
              "networking.istio.io/ProxyConfig",
              new Kind(Set.of("v1beta1"), ParseProxyConfig::parse)),
          Map.entry(
              "telemetry.istio.io/Telemetry",
              new Kind(Set.of("v1", "v1alpha1"), ParseTelemetry::parse)),
          Map.entry(
              "extensions.istio.io/WasmPlugin",
              new Kind(Set.of("v1alpha1"), ParseWasmPlugin::parse)),
          Map.entry(
              "extensions.istio.io/TrafficExtension",
              new Kind(Set.of("v1alpha1"), ParseTrafficExtension::parse)));

  @Override
  public boolean reads(Header header) {
    return isConfigMap(header) || KINDS.containsKey(header.group() + "/" + header.kind());
  }

  @Override
  public Outcome<Optional<Resource>> parse(Document document, Header header, Settings settings) {
    if (isConfigMap(header)) {
      return configMap(document, header, settings);
    }
    Kind kind = KINDS.get(header.group() + "/" + header.kind());
    if (kind == null) {
      return Outcome.of(Optional.empty());
    }
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    Meta meta = header.meta(top, settings.defaultNamespace(), problems);
    if (!kind.versions().contains(header.version())) {
      String message =
          "version `"
              + header.version()
              + "` of "
              + header.kind()
              + " in `"
              + header.group()
              + "` is not known";
      String help = "known: " + String.join(", ", kind.versions().stream().sorted().toList());
      return new Outcome<>(
          Optional.empty(),
          List.of(
              new Problem(Problem.Kind.UNKNOWN_KIND, header.kindOrigin(), message, help)
                  .in(meta.id())));
    }
    Resource resource = kind.reader().read(top, meta, problems);
    top.done();
    return new Outcome<>(
        Optional.of(resource), problems.stream().map(it -> it.in(meta.id())).toList());
  }

  private static boolean isConfigMap(Header header) {
    return header.group().isEmpty() && header.kind().equals("ConfigMap");
  }

  /// `istio`, or `istio-REVISION`, with a `mesh` in it; any other is left to others.
  private static Outcome<Optional<Resource>> configMap(
      Document document, Header header, Settings settings) {
    OtherObject other = ParseOther.parse(document, header, settings.defaultNamespace());
    String name = other.meta().name();
    if (!name.equals("istio") && !name.startsWith("istio-")) {
      return Outcome.of(Optional.empty());
    }
    var problems = new ArrayList<Problem>();
    var map = ParseMeshConfig.map(Fields.of(document, problems), other.meta(), problems);
    return new Outcome<>(
        Optional.of(map.<Resource>map(it -> it).orElse(other)),
        problems.stream().map(it -> it.in(other.meta().id())).toList());
  }

  @Override
  public List<Resource> generate(Resources resources) {
    return GatewayApi.generate(resources);
  }

  @Override
  public Outcome<Declarations> normalize(Resources resources, Settings settings) {
    if (!isUsed(resources) && !isSaid(settings)) {
      return Outcome.of(Declarations.NONE);
    }
    var problems = new ArrayList<Problem>();
    var ledger = new Ledger();
    var plane =
        IstioPlane.of(
            config(resources, settings, problems),
            settings.assumptions().trustDomain(),
            settings.sharing().aliases());
    var hosts = new HostNames(settings.assumptions().clusterDomain());
    ledger.add(plane.plane());
    NormalizeInjection.normalize(resources, plane, ledger, problems);
    NormalizeWaypoint.normalize(resources, plane, ledger);
    security(resources, plane, ledger, problems);
    routing(resources, plane, hosts, ledger);
    GatewayApi.normalize(resources, hosts, settings, ledger);
    Uncarried.in(resources, problems);
    Unwritten.in(resources, IstioPlane.ID, ledger);
    for (Sidecar it : resources.of(Sidecar.class)) {
      NormalizeSidecar.normalize(it, plane, ledger, problems);
    }
    for (ServiceEntry it : resources.of(ServiceEntry.class)) {
      NormalizeServiceEntry.normalize(it, resources.of(WorkloadEntry.class), plane, hosts, ledger);
    }
    for (EnvoyFilter it : resources.of(EnvoyFilter.class)) {
      NormalizeEnvoyFilter.normalize(it, plane, ledger, problems);
    }
    Carried.normalize(resources, plane, ledger, problems);
    new NormalizeTopology(resources, plane.config(), settings.assumptions().clusterDomain())
        .normalize(IstioPlane.ID, plane.rootNamespace(), ledger);
    return new Outcome<>(ledger.close(), problems);
  }

  private static void security(
      Resources resources, IstioPlane plane, Ledger ledger, List<Problem> problems) {
    var marks = new Marks(resources.of(EnvoyFilter.class), plane);
    var policies = new NormalizeAuthorizationPolicy(plane, marks, ledger, problems);
    resources.of(AuthorizationPolicy.class).forEach(policies::normalize);
    NormalizePeerAuthentication.all(resources.of(PeerAuthentication.class), plane, ledger);
    for (RequestAuthentication it : resources.of(RequestAuthentication.class)) {
      NormalizeRequestAuthentication.normalize(it, plane, ledger);
    }
  }

  private static void routing(
      Resources resources, IstioPlane plane, HostNames hosts, Ledger ledger) {
    List<VirtualService> services = resources.of(VirtualService.class);
    var delegates = new Delegates(services, plane.config().defaultVirtualServiceExportTo());
    var routes = new NormalizeVirtualService(plane, hosts, delegates, ledger);
    services.forEach(routes::normalize);
    for (DestinationRule it : resources.of(DestinationRule.class)) {
      NormalizeDestinationRule.normalize(it, plane, hosts, ledger);
    }
    for (Gateway it : resources.of(Gateway.class)) {
      NormalizeGateway.normalize(it, ledger);
    }
    for (ServiceObject it : resources.of(ServiceObject.class)) {
      exported(it, plane, ledger);
    }
  }

  /// A Service says by an annotation which namespaces see it. Source: istio.io, "Resource Annotations".
  private static void exported(ServiceObject service, IstioPlane plane, Ledger ledger) {
    At<String> said = service.meta().annotations().get("networking.istio.io/exportTo");
    List<At<String>> exportTo =
        said == null
            ? List.of()
            : Arrays.stream(said.value().split(",")).map(it -> said.with(it.strip())).toList();
    Audience audience =
        IstioPlane.audience(exportTo, plane.config().defaultServiceExportTo(), service.meta());
    if (audience.namespaces().isPresent()) {
      var name = new ServiceName(service.meta().namespace(), service.meta().name());
      ledger.add(new DeclaredAudience(name, audience));
    }
  }

  /// What the user gives goes before what the repo holds.
  private static MeshConfig config(Resources resources, Settings settings, List<Problem> problems) {
    if (settings.meshConfig().isPresent()) {
      return ParseMeshConfig.file(settings.meshConfig().get(), problems);
    }
    return resources.of(MeshConfigMap.class).stream()
        .findFirst()
        .map(MeshConfigMap::config)
        .orElse(MeshConfig.DEFAULT);
  }

  /// A Service is the same in all clusters of the mesh.
  @Override
  public List<Resource> reflect(Neighbour here, List<Neighbour> others, Settings settings) {
    return isUsed(here.resources())
        ? NormalizeTopology.reflect(
            here, others.stream().filter(it -> isUsed(it.resources())).toList())
        : List.of();
  }

  /// The trust domain is one of the identities of all workloads, whoever reads them.
  @Override
  public Settings settle(Resources resources, Settings settings) {
    return config(resources, settings, new ArrayList<>())
        .trustDomain()
        .map(it -> settings.trusting(it.value()))
        .orElse(settings);
  }

  private static boolean isUsed(Resources resources) {
    return resources.all().stream().anyMatch(IstioFrontend::isOfIstio);
  }

  /// Whether somebody says that the Gateway API is Istio's here.
  private static boolean isSaid(Settings settings) {
    return settings.gateways().filter(it -> it == Settings.GatewayProfile.ISTIO).isPresent();
  }

  static boolean isOfIstio(Resource resource) {
    return (resource instanceof io.meshc.dialect.gateway.Gateway gateway
            && GatewayApi.isOfIstio(gateway))
        || OWN.contains(resource.getClass())
        || NormalizeInjection.asksForIstio(resource);
  }
}
