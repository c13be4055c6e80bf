package io.meshc.dialect.smi;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The API groups of SMI, their kinds, and the versions of each kind that meshc reads. Source: SMI v0.6.0 and the CRDs of the
/// SMI controller SDK.
public final class SmiGroups {
  public static final String ACCESS = "access.smi-spec.io";
  public static final String SPECS = "specs.smi-spec.io";
  public static final String SPLIT = "split.smi-spec.io";
  public static final String METRICS = "metrics.smi-spec.io";

  public static final Set<String> ALL = Set.of(ACCESS, SPECS, SPLIT, METRICS);

  private static final List<String> FOUR = List.of("v1alpha1", "v1alpha2", "v1alpha3", "v1alpha4");

  /// By `group/kind`.
  private static final Map<String, List<String>> VERSIONS =
      Map.of(
          ACCESS + "/TrafficTarget",
          FOUR,
          ACCESS + "/IdentityBinding",
          List.of("v1alpha4"),
          SPECS + "/HTTPRouteGroup",
          FOUR,
          SPECS + "/TCPRoute",
          FOUR,
          SPECS + "/UDPRoute",
          List.of("v1alpha4"),
          SPLIT + "/TrafficSplit",
          FOUR,
          METRICS + "/TrafficMetrics",
          List.of("v1alpha1", "v1alpha2"),
          METRICS + "/TrafficMetricsList",
          List.of("v1alpha1", "v1alpha2"));

  private SmiGroups() {}

  /// The versions of a kind that meshc reads; empty for a kind that the group does not have.
  public static List<String> versions(String group, String kind) {
    return VERSIONS.getOrDefault(group + "/" + kind, List.of());
  }
}
