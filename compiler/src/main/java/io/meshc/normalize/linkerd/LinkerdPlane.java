package io.meshc.normalize.linkerd;

import io.meshc.dialect.Meta;
import io.meshc.model.Extension;
import io.meshc.model.LoadBalancing;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.PortReading;
import io.meshc.model.Protocol;
import io.meshc.model.Scope;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.PathNormalization;
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
record LinkerdPlane(String namespace, String trustDomain) {
  static final PlaneId ID = new PlaneId("linkerd");
  static final String POLICY = "policy.linkerd.io";
  static final String GATEWAY = "gateway.networking.k8s.io";

  /// `clusterNetworks`
  static final List<AddressBlock> CLUSTER =
      Stream.of("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fd00::/8")
          .flatMap(it -> AddressBlock.of(it).stream())
          .toList();

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
