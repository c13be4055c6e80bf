package io.meshc.dialect.osm;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The API groups of Open Service Mesh, their kinds, and the versions of each kind that meshc reads.
public final class OsmGroups {
  public static final String CONFIG = "config.openservicemesh.io";
  public static final String POLICY = "policy.openservicemesh.io";

  public static final Set<String> ALL = Set.of(CONFIG, POLICY);

  private static final List<String> FIRST = List.of("v1alpha1");
  private static final List<String> SECOND = List.of("v1alpha2");
  private static final List<String> BOTH = List.of("v1alpha1", "v1alpha2");

  /// By `group/kind`.
  private static final Map<String, List<String>> VERSIONS =
      Map.of(
          CONFIG + "/MeshConfig", BOTH,
          CONFIG + "/MeshRootCertificate", SECOND,
          CONFIG + "/ExtensionService", SECOND,
          CONFIG + "/MultiClusterService", FIRST,
          POLICY + "/Egress", FIRST,
          POLICY + "/IngressBackend", FIRST,
          POLICY + "/Retry", FIRST,
          POLICY + "/UpstreamTrafficSetting", FIRST,
          POLICY + "/Telemetry", FIRST);

  private OsmGroups() {}

  /// The versions of a kind that meshc reads; empty for a kind that the group does not have.
  public static List<String> versions(String group, String kind) {
    return VERSIONS.getOrDefault(group + "/" + kind, List.of());
  }
}
