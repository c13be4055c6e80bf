package io.meshc.rules.gateway.status;

import java.util.Set;

/// What requests can be sent to.
public final class Backends {
  private static final Set<String> KNOWN =
      Set.of(
          "/Service",
          "multicluster.x-k8s.io/ServiceImport",
          "inference.networking.k8s.io/InferencePool",
          "inference.networking.x-k8s.io/InferencePool",
          "networking.istio.io/Hostname",
          "networking.istio.io/ServiceEntry",
          "policy.linkerd.io/EgressNetwork",
          "gateway.networking.x-k8s.io/XBackend",
          // not of the specification, but Linkerd reads it
          "core/Service");

  private Backends() {}

  static boolean isKnown(String group, String kind) {
    return KNOWN.contains(group + "/" + kind);
  }

  /// A group of which all kinds are known.
  public static boolean isOfKubernetes(String group) {
    return group.isEmpty()
        || group.indexOf('.') < 0
        || group.endsWith(".k8s.io") && !group.contains("x-k8s.io");
  }
}
