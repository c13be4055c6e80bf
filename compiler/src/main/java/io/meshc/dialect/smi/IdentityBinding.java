package io.meshc.dialect.smi;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `access.smi-spec.io` IdentityBinding (v1alpha4): who a workload of its namespace is, in one or several ways. Whoever is
/// known by one of them is meant.
///
/// @param podLabels `podLabelSelector.matchLabels`; empty where there is no such scheme
/// @param spiffeIdentities with or without `spiffe://`: the SDK of SMI wants the scheme, the text of SMI leaves it out
/// @param serviceAccount of the binding's own namespace
public record IdentityBinding(
    Meta meta,
    Map<String, At<String>> podLabels,
    List<At<String>> spiffeIdentities,
    Optional<At<String>> serviceAccount)
    implements Resource {
  public IdentityBinding {
    podLabels = Map.copyOf(podLabels);
    spiffeIdentities = List.copyOf(spiffeIdentities);
  }

  /// A SPIFFE id without its scheme.
  public static String withoutScheme(String spiffe) {
    return spiffe.startsWith("spiffe://") ? spiffe.substring("spiffe://".length()) : spiffe;
  }
}
