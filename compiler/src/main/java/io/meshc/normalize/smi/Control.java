package io.meshc.normalize.smi;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.HiddenObject;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.dialect.osm.OsmGroups;
import io.meshc.dialect.osm.config.MeshConfig;
import io.meshc.dialect.osm.config.MeshRootCertificate;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.model.Plane.Egress;
import io.meshc.model.Plane.Posture;
import io.meshc.model.PlaneId;
import io.meshc.normalize.Settings;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who reads the SMI objects of this environment: Open Service Mesh where the repo shows it, else whoever follows the
/// specification to the letter.
///
/// @param osm the repo shows Open Service Mesh
/// @param posture what happens to what no TrafficTarget mentions
/// @param egress what happens to hosts that the mesh does not know
/// @param config the MeshConfig that Open Service Mesh reads, if the repo holds it
/// @param domains the trust domains that principals may have, at least one
/// @param origin what says so
record Control(
    boolean osm,
    Posture posture,
    Egress egress,
    Optional<MeshConfig> config,
    List<String> domains,
    Origin origin) {
  static final PlaneId PLANE = new PlaneId("smi");
  static final String MARK = "openservicemesh.io/";
  static final String MONITORED_BY = MARK + "monitored-by";

  /// What the definitions of Open Service Mesh serve, by `group/kind`. They have no conversion, so that an object in another version
  /// is refused by the API server.
  private static final Map<String, String> SERVED =
      Map.of(
          SmiGroups.ACCESS + "/TrafficTarget", "v1alpha3",
          SmiGroups.SPECS + "/HTTPRouteGroup", "v1alpha4",
          SmiGroups.SPECS + "/TCPRoute", "v1alpha4",
          SmiGroups.SPLIT + "/TrafficSplit", "v1alpha2");

  /// Whether an object of SMI is there for whoever reads it.
  boolean serves(Meta meta) {
    String kind = meta.id().group() + "/" + meta.id().kind();
    return !osm || meta.version().equals(SERVED.get(kind));
  }

  /// Empty where the repo shows neither SMI nor Open Service Mesh.
  static Optional<Control> of(Resources resources, Settings settings) {
    boolean smi =
        resources.all().stream().anyMatch(it -> SmiGroups.ALL.contains(it.meta().id().group()));
    boolean osm =
        resources.all().stream().anyMatch(it -> OsmGroups.ALL.contains(it.meta().id().group()))
            || resources.of(NamespaceObject.class).stream().anyMatch(it -> isMarked(it.meta()))
            || resources.of(HiddenObject.class).stream().anyMatch(it -> isMarked(it.meta()))
            || resources.of(WorkloadObject.class).stream().anyMatch(Control::isMarked)
            || (smi && settings.osmPermissive().isPresent());
    if (osm) {
      return Optional.of(underOsm(resources, settings));
    }
    return smi ? Optional.of(bySpecification(resources, settings)) : Optional.empty();
  }

  /// SMI is several APIs, and a mesh may have one without the others: access is denied by default where the repo uses Traffic
  /// Access; a repo with a TrafficSplit alone does not show whether anything is denied at all. Of hosts outside of the mesh SMI says
  /// nothing, so nothing keeps clients from them.
  private static Control bySpecification(Resources resources, Settings settings) {
    boolean access =
        resources.all().stream().anyMatch(it -> it.meta().id().group().equals(SmiGroups.ACCESS));
    Posture posture = access ? Posture.CLOSED : Posture.UNKNOWN;
    return new Control(
        false,
        posture,
        Egress.OPEN,
        Optional.empty(),
        List.of(settings.assumptions().trustDomain()),
        Origin.none());
  }

  /// Whether clients have to prove who they are.
  boolean isMutual() {
    return osm || posture == Posture.CLOSED;
  }

  /// Permissive mode lets everything pass, whatever the TrafficTargets say.
  boolean isPermissive() {
    return posture == Posture.OPEN;
  }

  /// Of a MeshConfig that the API server refuses nobody knows what it replaces. Without one nobody knows either: the chart of Open Service Mesh installs one with permissive mode on, the zero value
  /// of its Go type is off.
  private static Control underOsm(Resources resources, Settings settings) {
    List<String> stated = trustDomains(resources);
    List<String> domains =
        stated.isEmpty() ? List.of(settings.assumptions().trustDomain()) : stated;
    List<MeshConfig> read =
        resources.of(MeshConfig.class).stream().filter(MeshConfig::isRead).toList();
    Optional<MeshConfig> config = read.stream().findFirst();
    if (config.isEmpty() || !read.stream().allMatch(MeshConfig::legible)) {
      Posture posture =
          settings
              .osmPermissive()
              .map(it -> it ? Posture.OPEN : Posture.CLOSED)
              .orElse(Posture.UNKNOWN);
      return new Control(true, posture, Egress.UNKNOWN, config, domains, Origin.none());
    }
    // Of several nobody knows which one stands beside the control plane: they decide where they
    // agree.
    Set<Boolean> permissive = all(read, MeshConfig::permissive);
    Set<Boolean> egress = all(read, MeshConfig::egress);
    Posture posture =
        permissive.size() > 1
            ? Posture.UNKNOWN
            : permissive.contains(true) ? Posture.OPEN : Posture.CLOSED;
    Egress outside =
        egress.size() > 1 ? Egress.UNKNOWN : egress.contains(true) ? Egress.OPEN : Egress.CLOSED;
    Origin origin = config.get().permissive().map(At::origin).orElse(config.get().meta().origin());
    return new Control(true, posture, outside, config, domains, origin);
  }

  /// The trust domains that principals may have, that of new certificates first: those of MeshRootCertificates in use, where
  /// Open Service Mesh reads any. During a rotation there are two.
  static List<String> trustDomains(Resources resources) {
    boolean read =
        resources.of(MeshConfig.class).stream()
            .anyMatch(it -> it.isRead() && it.isOn("enableMeshRootCertificate"));
    return !read
        ? List.of()
        : Stream.of("active", "passive")
            .flatMap(
                role -> resources.of(MeshRootCertificate.class).stream().filter(it -> it.is(role)))
            .map(it ->
                it.trustDomain().map(At::value).orElse(MeshRootCertificate.DEFAULT_TRUST_DOMAIN))
            .distinct()
            .toList();
  }

  private static Set<Boolean> all(
      List<MeshConfig> configs, Function<MeshConfig, Optional<At<Boolean>>> field) {
    return configs.stream()
        .map(it -> field.apply(it).map(At::value).orElse(false))
        .collect(Collectors.toSet());
  }

  private static boolean isMarked(Meta meta) {
    return Stream.concat(meta.labels().keySet().stream(), meta.annotations().keySet().stream())
        .anyMatch(it -> it.startsWith(MARK));
  }

  private static boolean isMarked(WorkloadObject workload) {
    return workload.pod().stream()
        .flatMap(it -> it.annotations().keySet().stream())
        .anyMatch(it -> it.startsWith(MARK));
  }
}
