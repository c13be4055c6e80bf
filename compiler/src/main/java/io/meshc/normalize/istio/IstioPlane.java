package io.meshc.normalize.istio;

import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.PortNames;
import io.meshc.model.Extension;
import io.meshc.model.LoadBalancing;
import io.meshc.model.PeerTls;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.model.match.PathNormalization;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.Map;

/// What Istio does where no resource says anything: the defaults of MeshConfig.
///
/// Source: istio.io, "Global Mesh Options", "Authorization Policy" (implicit enablement), "Authorization Policy
/// Normalization", "PeerAuthentication" and "DestinationRule".
final class IstioPlane {
  static final PlaneId ID = new PlaneId("istio");

  /// The label by which meshc's own policies choose the Pods of an account that the repo does not hold.
  static final String ACCOUNT_LABEL = "meshc.io/service-account";

  /// MeshConfig's `rootNamespace`: policies in it hold in every namespace.
  private static final String ROOT_NAMESPACE = "istio-system";

  static final Plane PLANE =
      new Plane(
          ID,
          Plane.Posture.OPEN_UNTIL_ALLOWED,
          Plane.Denial.FORBIDDEN,
          Plane.Endpoints.ALL,
          PathNormalization.BASE,
          Plane.Egress.OPEN,
          LoadBalancing.LEAST_REQUEST,
          PortNames.READING,
          Origin.none());

  static final PeerTls PERMISSIVE =
      new PeerTls(
          new ResourceId("", "MeshConfig", ROOT_NAMESPACE, "istio"),
          ID,
          new Scope.Everywhere(),
          At.of(PeerTls.Mode.PERMISSIVE, Origin.none()),
          Map.of(),
          Origin.none());

  private IstioPlane() {}

  static boolean isRoot(Meta meta) {
    return meta.namespace().equals(ROOT_NAMESPACE);
  }

  /// Which workloads a policy with this selector is about.
  static Scope scope(Meta meta, Map<String, String> labels) {
    if (isRoot(meta)) {
      return labels.isEmpty() ? new Scope.Everywhere() : new Scope.SelectedAnywhere(labels);
    }
    return labels.isEmpty()
        ? new Scope.InNamespace(meta.namespace())
        : new Scope.Selected(meta.namespace(), labels);
  }

  static Extension unknown(Meta meta, Scope scope, String what, Origin origin) {
    return new Extension(meta.id(), ID, scope, what, Extension.Touches.ANYTHING, origin);
  }
}
