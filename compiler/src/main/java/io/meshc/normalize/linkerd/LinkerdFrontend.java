package io.meshc.normalize.linkerd;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.gateway.route.Grammar;
import io.meshc.dialect.gateway.route.ParseHttpRoute;
import io.meshc.dialect.kubernetes.ParseOther;
import io.meshc.dialect.linkerd.control.ControlPlaneConfig;
import io.meshc.dialect.linkerd.control.ControlPlaneConfig.Values;
import io.meshc.dialect.linkerd.control.ParseControlPlaneConfig;
import io.meshc.dialect.linkerd.policy.ParseAuthorizationPolicy;
import io.meshc.dialect.linkerd.policy.ParseMeshTlsAuthentication;
import io.meshc.dialect.linkerd.policy.ParseNetworkAuthentication;
import io.meshc.dialect.linkerd.policy.ParseRateLimitPolicy;
import io.meshc.dialect.linkerd.policy.ParseServer;
import io.meshc.dialect.linkerd.policy.ParseServerAuthorization;
import io.meshc.dialect.linkerd.traffic.ExternalWorkload;
import io.meshc.dialect.linkerd.traffic.ParseEgressNetwork;
import io.meshc.dialect.linkerd.traffic.ParseExternalWorkload;
import io.meshc.dialect.linkerd.traffic.ParseServiceProfile;
import io.meshc.dialect.linkerd.traffic.ServiceProfile;
import io.meshc.model.server.Egress;
import io.meshc.model.server.Profile;
import io.meshc.model.server.Servers;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Frontend;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Settings;
import io.meshc.normalize.Settings.GatewayProfile;
import io.meshc.source.At;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Linkerd as an input.
public final class LinkerdFrontend implements Frontend {
  private static final Set<String> ALPHA = Set.of("v1alpha1");

  /// A kind, the versions in which Linkerd serves it, and its reader.
  private record Kind(Set<String> versions, Reader reader) {}

  @FunctionalInterface
  private interface Reader {
    Resource read(Fields top, Meta meta, List<Problem> problems);
  }

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry(
              "policy.linkerd.io/Server",
              new Kind(Set.of("v1alpha1", "v1beta1", "v1beta2", "v1beta3"), ParseServer::parse)),
          Map.entry(
              "policy.linkerd.io/ServerAuthorization",
              new Kind(Set.of("v1alpha1", "v1beta1"), ParseServerAuthorization::parse)),
          Map.entry(
              "policy.linkerd.io/AuthorizationPolicy",
              new Kind(ALPHA, ParseAuthorizationPolicy::parse)),
          Map.entry(
              "policy.linkerd.io/MeshTLSAuthentication",
              new Kind(ALPHA, ParseMeshTlsAuthentication::parse)),
          Map.entry(
              "policy.linkerd.io/NetworkAuthentication",
              new Kind(ALPHA, ParseNetworkAuthentication::parse)),
          Map.entry(
              "policy.linkerd.io/HTTPRoute",
              new Kind(
                  Set.of("v1alpha1", "v1beta1", "v1beta2", "v1beta3"), LinkerdFrontend::route)),
          Map.entry("policy.linkerd.io/EgressNetwork", new Kind(ALPHA, ParseEgressNetwork::parse)),
          Map.entry(
              "policy.linkerd.io/HTTPLocalRateLimitPolicy",
              new Kind(ALPHA, ParseRateLimitPolicy::parse)),
          Map.entry(
              "linkerd.io/ServiceProfile",
              new Kind(Set.of("v1alpha1", "v1alpha2"), ParseServiceProfile::parse)),
          Map.entry(
              "workload.linkerd.io/ExternalWorkload",
              new Kind(Set.of("v1alpha1", "v1beta1"), ParseExternalWorkload::parse)));

  /// What a route of Linkerd's own has, by version: backends had no weight at first, and rules no timeouts.
  private static Resource route(Fields top, Meta meta, List<Problem> problems) {
    EnumSet<Grammar.Part> parts = EnumSet.of(Grammar.Part.REDIRECT);
    if (!meta.version().equals("v1alpha1") && !meta.version().equals("v1beta1")) {
      parts.add(Grammar.Part.BACKEND_KIND);
    }
    if (meta.version().equals("v1beta3")) {
      parts.add(Grammar.Part.TIMEOUTS);
    }
    return ParseHttpRoute.parse(top, meta, new Grammar(parts), problems);
  }

  @Override
  public boolean reads(Header header) {
    return isConfigMap(header) || KINDS.containsKey(header.group() + "/" + header.kind());
  }

  private static boolean isConfigMap(Header header) {
    return header.group().isEmpty() && header.kind().equals("ConfigMap");
  }

  /// The settings of the control plane; any other is left to others.
  private static Outcome<Optional<Resource>> configMap(
      Document document, Header header, Settings settings) {
    Meta meta = ParseOther.parse(document, header, settings.defaultNamespace()).meta();
    if (!meta.name().equals(ControlPlaneConfig.NAME)) {
      return Outcome.of(Optional.empty());
    }
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    Resource config = ParseControlPlaneConfig.parse(top, meta, problems);
    return new Outcome<>(
        Optional.of(config), problems.stream().map(it -> it.in(meta.id())).toList());
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
      List<String> known = kind.versions().stream().sorted().toList();
      return new Outcome<>(Optional.empty(), List.of(header.unknownVersion(known).in(meta.id())));
    }
    Resource resource = kind.reader().read(top, meta, problems);
    top.done();
    return new Outcome<>(
        Optional.of(resource), problems.stream().map(it -> it.in(meta.id())).toList());
  }

  @Override
  public Outcome<Declarations> normalize(Resources resources, Settings settings) {
    boolean said = settings.gateways().filter(it -> it == GatewayProfile.LINKERD).isPresent();
    if (!said && resources.all().stream().noneMatch(LinkerdFrontend::isOfLinkerd)) {
      return Outcome.of(Declarations.NONE);
    }
    var problems = new ArrayList<Problem>();
    var ledger = new Ledger();
    var plane = LinkerdPlane.of(resources, settings.assumptions().trustDomain());
    unread(resources, plane, problems);
    var clients = new Clients(plane);
    ledger.add(plane.plane());
    new NormalizeInjection(plane).normalize(resources, ledger);
    for (ExternalWorkload it : resources.of(ExternalWorkload.class)) {
      NormalizeExternalWorkload.normalize(it, clients, ledger);
    }
    Grants grants = Grants.of(resources, clients, settings.assumptions().closed());
    var outside = new NormalizeEgressNetwork(plane);
    List<Egress> egress = outside.all(resources, ledger);
    var proxies = new NormalizeSettings(clients);
    ledger.add(
        new Servers(
            NormalizeServer.all(resources, clients, grants, ledger),
            proxies.of(resources),
            NormalizeTables.all(
                resources,
                names(egress, outside),
                settings.gateways().filter(it -> it == GatewayProfile.SPEC).isPresent()
                    ? NormalizeTables.Reader.THE_TEXT
                    : NormalizeTables.Reader.LINKERD),
            profiles(resources, settings.assumptions().clusterDomain()),
            NormalizeReadings.all(resources, proxies.opaque()),
            egress));
    References.all(resources, clients, ledger);
    Uncarried.in(resources, ledger, problems);
    return new Outcome<>(ledger.close(), problems);
  }

  private static void unread(Resources resources, LinkerdPlane plane, List<Problem> problems) {
    for (ControlPlaneConfig it : resources.of(ControlPlaneConfig.class)) {
      plane
          .config()
          .unclear()
          .ifPresent(because ->
              problems.add(
                  new Problem(
                          Problem.Kind.NOT_MODELLED,
                          it.meta().origin(),
                          because + ": what holds by default is unknown",
                          "the chart writes its values as YAML into `data.values`, and"
                              + " `proxy.defaultInboundPolicy` is one of all-unauthenticated,"
                              + " all-authenticated, cluster-authenticated,"
                              + " cluster-unauthenticated, deny and audit")
                      .in(it.meta().id())));
    }
  }

  @Override
  public Settings settle(Resources resources, Settings settings) {
    Settings settled = settings;
    for (ControlPlaneConfig it : resources.of(ControlPlaneConfig.class)) {
      Values values = it.values().orElse(Values.DEFAULT);
      settled = values.trustDomain().map(At::value).map(settled::trusting).orElse(settled);
      settled = values.clusterDomain().map(At::value).map(settled::within).orElse(settled);
    }
    return settled;
  }

  /// Those that routes can be attached to, `namespace/name`.
  private static Set<String> names(List<Egress> egress, NormalizeEgressNetwork outside) {
    return egress.stream()
        .filter(outside::isAccepted)
        .map(it -> it.resource().namespace() + "/" + it.resource().name())
        .collect(Collectors.toSet());
  }

  private static List<Profile> profiles(Resources resources, String clusterDomain) {
    var normalize = new NormalizeServiceProfile(clusterDomain);
    return resources.of(ServiceProfile.class).stream()
        .flatMap(it -> normalize.normalize(it).stream())
        .toList();
  }

  static boolean isOfLinkerd(Resource resource) {
    String group = resource.meta().id().group();
    return group.equals("linkerd.io")
        || group.endsWith(".linkerd.io")
        || NormalizeInjection.asksForLinkerd(resource);
  }
}
