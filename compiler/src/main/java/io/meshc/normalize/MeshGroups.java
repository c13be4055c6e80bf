package io.meshc.normalize;

/// The API groups of service meshes and of what moves their traffic, by their ends.
final class MeshGroups {
  private MeshGroups() {}

  static boolean holds(String group) {
    return group.endsWith(".smi-spec.io")
        || group.endsWith(".openservicemesh.io")
        || group.endsWith(".istio.io")
        || group.equals("linkerd.io")
        || group.endsWith(".linkerd.io")
        || group.startsWith("gateway.networking.")
        || group.equals("flagger.app");
  }

  /// Whether labels and annotations with this prefix speak to a mesh: `openservicemesh.io/sidecar-injection`.
  static boolean reads(String prefix) {
    return prefix.equals("openservicemesh.io") || prefix.equals("istio.io") || holds(prefix);
  }
}
