package io.meshc.normalize.istio;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
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
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Frontend;
import io.meshc.normalize.Settings;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
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
    return KINDS.containsKey(header.group() + "/" + header.kind());
  }

  @Override
  public Outcome<Optional<Resource>> parse(Document document, Header header, Settings settings) {
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

  @Override
  public Outcome<Declarations> normalize(Resources resources, Settings settings) {
    if (!isUsed(resources)) {
      return Outcome.of(Declarations.NONE);
    }
    var problems = new ArrayList<Problem>();
    var parts = new ArrayList<Declarations>();
    parts.add(Part.planes(List.of(IstioPlane.PLANE)));
    parts.add(NormalizeInjection.normalize(resources, problems));
    var marks = new Marks(resources.of(EnvoyFilter.class));
    resources
        .of(AuthorizationPolicy.class)
        .forEach(it -> parts.add(NormalizeAuthorizationPolicy.normalize(it, marks, problems)));
    parts.add(NormalizePeerAuthentication.all(resources.of(PeerAuthentication.class)));
    var hosts = new HostNames(settings.assumptions().clusterDomain());
    resources
        .of(VirtualService.class)
        .forEach(it -> parts.add(NormalizeVirtualService.normalize(it, hosts, problems)));
    resources
        .of(DestinationRule.class)
        .forEach(it -> parts.add(NormalizeDestinationRule.normalize(it, hosts, problems)));
    resources.of(Sidecar.class).forEach(it -> parts.add(NormalizeSidecar.normalize(it, problems)));
    resources
        .of(RequestAuthentication.class)
        .forEach(it -> parts.add(NormalizeRequestAuthentication.normalize(it)));
    resources
        .of(EnvoyFilter.class)
        .forEach(it -> parts.add(NormalizeEnvoyFilter.normalize(it, problems)));
    parts.add(Carried.normalize(resources, problems));
    return new Outcome<>(Declarations.join(parts), problems);
  }

  private static boolean isUsed(Resources resources) {
    return resources.all().stream().anyMatch(IstioFrontend::isOfIstio);
  }

  static boolean isOfIstio(Resource resource) {
    return OWN.contains(resource.getClass()) || NormalizeInjection.asksForIstio(resource);
  }
}
