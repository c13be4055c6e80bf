package io.meshc.normalize.istio;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.dialect.istio.proxy.ParseEnvoyFilter;
import io.meshc.dialect.istio.registry.ParseSidecar;
import io.meshc.dialect.istio.registry.Sidecar;
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
          EnvoyFilter.class);

  private static final Set<String> SECURITY = Set.of("v1", "v1beta1");
  private static final Set<String> NETWORKING = Set.of("v1", "v1beta1", "v1alpha3");

  /// A kind, the versions in which Istio serves it, and its reader.
  private record Kind(Set<String> versions, Reader reader) {}

  @FunctionalInterface
  private interface Reader {
    Resource read(Fields top, Meta meta, List<Problem> problems);
  }

  private static final Map<String, Kind> KINDS =
      Map.of(
          "security.istio.io/AuthorizationPolicy",
          new Kind(SECURITY, ParseAuthorizationPolicy::parse),
          "security.istio.io/PeerAuthentication",
          new Kind(SECURITY, ParsePeerAuthentication::parse),
          "security.istio.io/RequestAuthentication",
          new Kind(SECURITY, ParseRequestAuthentication::parse),
          "networking.istio.io/Gateway",
          new Kind(NETWORKING, ParseGateway::parse),
          "networking.istio.io/VirtualService",
          new Kind(NETWORKING, ParseVirtualService::parse),
          "networking.istio.io/DestinationRule",
          new Kind(NETWORKING, ParseDestinationRule::parse),
          "networking.istio.io/Sidecar",
          new Kind(NETWORKING, ParseSidecar::parse),
          "networking.istio.io/EnvoyFilter",
          new Kind(Set.of("v1alpha3"), ParseEnvoyFilter::parse));

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
    resources.of(Sidecar.class).forEach(it -> parts.add(NormalizeSidecar.normalize(it)));
    resources
        .of(RequestAuthentication.class)
        .forEach(it -> parts.add(NormalizeRequestAuthentication.normalize(it)));
    resources.of(EnvoyFilter.class).forEach(it -> parts.add(NormalizeEnvoyFilter.normalize(it)));
    return new Outcome<>(Declarations.join(parts), problems);
  }

  private static boolean isUsed(Resources resources) {
    return resources.all().stream().anyMatch(IstioFrontend::isOfIstio);
  }

  static boolean isOfIstio(Resource resource) {
    return OWN.contains(resource.getClass()) || NormalizeInjection.asksForIstio(resource);
  }
}
