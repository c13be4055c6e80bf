package io.meshc.normalize.linkerd;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.HiddenObject;
import io.meshc.dialect.linkerd.control.ControlPlaneConfig;
import io.meshc.dialect.linkerd.control.ControlPlaneConfig.Values;
import io.meshc.model.Extension;
import io.meshc.model.LoadBalancing;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.PortReading;
import io.meshc.model.Protocol;
import io.meshc.model.Scope;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.PathNormalization;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What Linkerd does where no resource says anything.
///
/// Source: linkerd/linkerd2, charts/linkerd-control-plane/values.yaml.
///
/// @param namespace of the control plane, which is part of every identity
/// @param trustDomain of the identities in this cluster
/// @param clusterNetworks what is not outside of the cluster
/// @param config what it was installed with
record LinkerdPlane(
    String namespace, String trustDomain, List<AddressBlock> clusterNetworks, Config config) {
  LinkerdPlane {
    clusterNetworks = List.copyOf(clusterNetworks);
  }

  /// @param values those that decide something
  /// @param unclear why nobody knows them; empty where somebody does
  record Config(Values values, Optional<String> unclear, Origin origin) {
    static final Config DEFAULT = new Config(Values.DEFAULT, Optional.empty(), Origin.none());
  }

  /// One with the settings of the chart.
  static LinkerdPlane byDefault(String namespace, String trustDomain) {
    return new LinkerdPlane(namespace, trustDomain, CLUSTER, Config.DEFAULT);
  }

  static final PlaneId ID = new PlaneId("linkerd");

  /// The words for who is let in by default.
  private static final Set<String> POLICIES =
      Set.of(
          "all-unauthenticated",
          "all-authenticated",
          "cluster-authenticated",
          "cluster-unauthenticated",
          "deny",
          "audit");

  private static final String HOME = "linkerd";
  static final String POLICY = "policy.linkerd.io";
  static final String GATEWAY = "gateway.networking.k8s.io";

  private static final List<AddressBlock> CLUSTER =
      networks("10.0.0.0/8,100.64.0.0/10,172.16.0.0/12,192.168.0.0/16,fd00::/8");

  /// The control plane stands where its settings stand. Without any in the repo it has those of the chart; where they are there and
  /// cannot be read, nobody knows what holds by default.
  static LinkerdPlane of(Resources resources, String trustDomain) {
    for (ControlPlaneConfig it : resources.of(ControlPlaneConfig.class)) {
      String namespace = it.meta().namespace();
      if (it.values().isEmpty()) {
        return unread(namespace, trustDomain, it.meta());
      }
      Values values = it.values().get();
      Optional<String> mistake =
          values
              .inboundPolicy()
              .map(At::value)
              .filter(word -> !POLICIES.contains(word))
              .map(word -> "`" + word + "` is no default policy of Linkerd");
      return new LinkerdPlane(
          namespace,
          values.trustDomain().map(At::value).orElse(trustDomain),
          values.clusterNetworks().map(At::value).map(LinkerdPlane::networks).orElse(CLUSTER),
          new Config(values, mistake, it.meta().origin()));
    }
    for (HiddenObject it : resources.of(HiddenObject.class)) {
      if (it.meta().id().kind().equals("ConfigMap")
          && it.meta().name().equals(ControlPlaneConfig.NAME)) {
        String namespace = it.meta().namespace().isEmpty() ? HOME : it.meta().namespace();
        return unread(namespace, trustDomain, it.meta());
      }
    }
    return byDefault(HOME, trustDomain);
  }

  private static LinkerdPlane unread(String namespace, String trustDomain, Meta meta) {
    String because =
        "what Linkerd was installed with stands in `"
            + meta.id().label()
            + "`, which cannot be read";
    return new LinkerdPlane(
        namespace,
        trustDomain,
        CLUSTER,
        new Config(Values.DEFAULT, Optional.of(because), meta.origin()));
  }

  /// What is no block of addresses is left out.
  static List<AddressBlock> networks(String list) {
    return Stream.of(list.split(",", -1))
        .flatMap(it -> AddressBlock.of(it.strip()).stream())
        .toList();
  }

  /// Proxies find out by themselves what they see at a port, and whatever a Service says of its ports is for clients alone.
  private static final PortReading BY_THE_FIRST_BYTES =
      new PortReading(Map.of(), Map.of(), Map.of(), Protocol.SNIFFED);

  Plane plane() {
    return new Plane(
        ID,
        Plane.Posture.OPEN,
        Plane.Denial.FORBIDDEN,
        Plane.Endpoints.ALL,
        PathNormalization.NONE,
        Plane.Egress.OPEN,
        LoadBalancing.UNKNOWN,
        BY_THE_FIRST_BYTES,
        Plane.Overlap.SUM,
        Plane.Addressing.TABLE,
        Set.of(),
        "",
        Plane.Outset.DEFAULT,
        Origin.none());
  }

  /// What follows the account and the namespace in the name of an account.
  String ending() {
    return ".serviceaccount.identity." + namespace + "." + trustDomain;
  }

  static Extension unknown(Meta meta, Optional<String> where, String what, Origin origin) {
    Scope scope = where.<Scope>map(Scope.InNamespace::new).orElseGet(Scope.Everywhere::new);
    return new Extension(meta.id(), ID, scope, what, Extension.Touches.ANYTHING, origin);
  }
}
