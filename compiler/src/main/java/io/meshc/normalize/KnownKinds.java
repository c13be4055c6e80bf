package io.meshc.normalize;

import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import java.util.Map;
import java.util.Optional;

/// Kinds that meshc knows by name, for documents that state another group than theirs.
final class KnownKinds {
  /// Nobody else has kinds of these names: any other group is a mistake.
  private static final Map<String, String> DISTINCT =
      Map.ofEntries(
          Map.entry("TrafficTarget", "access.smi-spec.io/v1alpha3"),
          Map.entry("IdentityBinding", "access.smi-spec.io/v1alpha4"),
          Map.entry("HTTPRouteGroup", "specs.smi-spec.io/v1alpha4"),
          Map.entry("TrafficSplit", "split.smi-spec.io/v1alpha2"),
          Map.entry("MeshConfig", "config.openservicemesh.io/v1alpha2"),
          Map.entry("MeshRootCertificate", "config.openservicemesh.io/v1alpha2"),
          Map.entry("ServerAuthorization", "policy.linkerd.io/v1beta1"),
          Map.entry("MeshTLSAuthentication", "policy.linkerd.io/v1alpha1"),
          Map.entry("NetworkAuthentication", "policy.linkerd.io/v1alpha1"),
          Map.entry("EgressNetwork", "policy.linkerd.io/v1alpha1"),
          Map.entry("HTTPLocalRateLimitPolicy", "policy.linkerd.io/v1alpha1"),
          Map.entry("ServiceProfile", "linkerd.io/v1alpha2"),
          Map.entry("ExternalWorkload", "workload.linkerd.io/v1beta1"));

  /// Others have kinds of these names too, such as the Service of Knative, but not Kubernetes itself in another group.
  private static final Map<String, String> COMMON =
      Map.ofEntries(
          Map.entry("Namespace", "v1"),
          Map.entry("Service", "v1"),
          Map.entry("ServiceAccount", "v1"),
          Map.entry("Endpoints", "v1"),
          Map.entry("EndpointSlice", "discovery.k8s.io/v1"),
          Map.entry("NetworkPolicy", "networking.k8s.io/v1"),
          Map.entry("Pod", "v1"),
          Map.entry("ReplicationController", "v1"),
          Map.entry("Deployment", "apps/v1"),
          Map.entry("StatefulSet", "apps/v1"),
          Map.entry("DaemonSet", "apps/v1"),
          Map.entry("ReplicaSet", "apps/v1"),
          Map.entry("Job", "batch/v1"),
          Map.entry("CronJob", "batch/v1"),
          Map.entry("Rollout", "argoproj.io/v1alpha1"),
          Map.entry("TCPRoute", "specs.smi-spec.io/v1alpha4"),
          Map.entry("UDPRoute", "specs.smi-spec.io/v1alpha4"),
          Map.entry("Egress", "policy.openservicemesh.io/v1alpha1"),
          Map.entry("IngressBackend", "policy.openservicemesh.io/v1alpha1"),
          Map.entry("UpstreamTrafficSetting", "policy.openservicemesh.io/v1alpha1"),
          Map.entry("VirtualService", "networking.istio.io/v1"),
          Map.entry("DestinationRule", "networking.istio.io/v1"),
          Map.entry("ServiceEntry", "networking.istio.io/v1"),
          Map.entry("Sidecar", "networking.istio.io/v1"),
          Map.entry("EnvoyFilter", "networking.istio.io/v1alpha3"),
          Map.entry("PeerAuthentication", "security.istio.io/v1"),
          Map.entry("RequestAuthentication", "security.istio.io/v1"),
          Map.entry("AuthorizationPolicy", "security.istio.io/v1"));

  private KnownKinds() {}

  /// A problem for a document that no front end reads, if its kind is one that some front end reads in another group.
  static Optional<Problem> elsewhere(Header header) {
    Optional<String> home = Optional.ofNullable(DISTINCT.get(header.kind()));
    // Groups without a dot are Kubernetes' own.
    if (home.isEmpty() && header.group().indexOf('.') < 0) {
      home = Optional.ofNullable(COMMON.get(header.kind()));
    }
    return home.map(it -> problem(header, it));
  }

  private static Problem problem(Header header, String home) {
    String stated =
        header.group().isEmpty() ? header.version() : header.group() + "/" + header.version();
    return new Problem(
        Problem.Kind.UNKNOWN_KIND,
        header.kindOrigin(),
        "kind `" + header.kind() + "` is not known in `" + stated + "`",
        "did you mean `" + home + "`?");
  }
}
