package io.meshc.normalize.istio;

import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.PortNames;
import io.meshc.dialect.istio.mesh.MeshConfig;
import io.meshc.model.Extension;
import io.meshc.model.LoadBalancing;
import io.meshc.model.PeerTls;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.model.match.PathNormalization;
import io.meshc.model.proxy.Audience;
import io.meshc.normalize.istio.traffic.Treatments;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What Istio does where no resource says anything: MeshConfig and its defaults.
///
/// Source: istio.io, "Global Mesh Options", "Authorization Policy" (implicit enablement), "Authorization Policy
/// Normalization", "PeerAuthentication" and "DestinationRule".
///
/// @param rootNamespace policies in it hold in every namespace
/// @param trustDomain of the identities in this cluster
/// @param aliases other trust domains that the user says count as this one
record IstioPlane(
    MeshConfig config, String rootNamespace, String trustDomain, Set<String> aliases) {
  static final PlaneId ID = new PlaneId("istio");

  /// The label by which meshc's own policies choose the Pods of an account that the repo does not hold.
  static final String ACCOUNT_LABEL = "meshc.io/service-account";

  static IstioPlane of(MeshConfig config, String trustDomain, Set<String> aliases) {
    String root = config.rootNamespace().map(At::value).orElse("istio-system");
    return new IstioPlane(config, root, trustDomain, aliases);
  }

  Plane plane() {
    return new Plane(
        ID,
        Plane.Posture.OPEN_UNTIL_ALLOWED,
        Plane.Denial.FORBIDDEN,
        Plane.Endpoints.ALL,
        normalization(),
        egress(),
        LoadBalancing.LEAST_REQUEST,
        PortNames.READING,
        Plane.Overlap.SUM,
        Plane.Addressing.HOST,
        trustDomains(),
        rootNamespace,
        new Plane.Outset(
            config.autoMtls().map(At::value).orElse(true),
            config.numTrustedProxies().map(Ports::number).orElse(0),
            Optional.of(Treatments.DEFAULT_RETRY)),
        config.origin());
  }

  Plane.Egress egress() {
    return config
        .outboundTrafficPolicy()
        .map(it ->
            switch (it.value()) {
              case REGISTRY_ONLY -> Plane.Egress.CLOSED;
              case ALLOW_ANY, ALLOW_ANY_DYNAMIC_DNS -> Plane.Egress.OPEN;
            })
        .orElse(Plane.Egress.OPEN);
  }

  private PathNormalization normalization() {
    return config
        .pathNormalization()
        .map(it ->
            switch (it.value()) {
              case NONE -> PathNormalization.NONE;
              case DEFAULT, BASE -> PathNormalization.BASE;
              case MERGE_SLASHES -> PathNormalization.MERGE_SLASHES;
              case DECODE_AND_MERGE_SLASHES -> PathNormalization.DECODE_AND_MERGE_SLASHES;
            })
        .orElse(PathNormalization.BASE);
  }

  private Set<String> trustDomains() {
    var domains = new HashSet<>(aliases);
    domains.add(trustDomain);
    config.trustDomainAliases().forEach(it -> domains.add(it.value()));
    return domains;
  }

  PeerTls permissive() {
    return new PeerTls(
        new ResourceId("", "MeshConfig", rootNamespace, "istio"),
        ID,
        new Scope.Everywhere(),
        At.of(PeerTls.Mode.PERMISSIVE, Origin.none()),
        Map.of(),
        Origin.none());
  }

  boolean isRoot(Meta meta) {
    return meta.namespace().equals(rootNamespace);
  }

  /// Which workloads a policy with this selector is about.
  Scope scope(Meta meta, Map<String, String> labels) {
    if (isRoot(meta)) {
      return labels.isEmpty() ? new Scope.Everywhere() : new Scope.SelectedAnywhere(labels);
    }
    return near(meta, labels);
  }

  /// The same of a kind that has no say beyond its own namespace once it selects workloads.
  Scope scopeAtHome(Meta meta, Map<String, String> labels) {
    return labels.isEmpty() ? scope(meta, labels) : near(meta, labels);
  }

  private static Scope near(Meta meta, Map<String, String> labels) {
    return labels.isEmpty()
        ? new Scope.InNamespace(meta.namespace())
        : new Scope.Selected(meta.namespace(), labels);
  }

  /// `exportTo` → who sees it.
  ///
  /// @param otherwise what MeshConfig says of the kind; empty for everybody
  static Audience audience(List<At<String>> exportTo, List<At<String>> otherwise, Meta meta) {
    return Audience.of(namespaces(exportTo.isEmpty() ? otherwise : exportTo, meta));
  }

  static Optional<Set<String>> namespaces(List<At<String>> exportTo, Meta meta) {
    if (exportTo.isEmpty() || exportTo.stream().anyMatch(it -> it.value().equals("*"))) {
      return Optional.empty();
    }
    var namespaces = new HashSet<String>();
    for (At<String> it : exportTo) {
      switch (it.value()) {
        case "." -> namespaces.add(meta.namespace());
        case "~" -> {}
        default -> namespaces.add(it.value());
      }
    }
    return Optional.of(namespaces);
  }

  static Extension unknown(Meta meta, Scope scope, String what, Origin origin) {
    return new Extension(meta.id(), ID, scope, what, Extension.Touches.ANYTHING, origin);
  }
}
