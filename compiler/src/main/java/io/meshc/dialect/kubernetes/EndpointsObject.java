package io.meshc.dialect.kubernetes;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `v1` Endpoints or `discovery.k8s.io` EndpointSlice: addresses behind a Service, written down one by one.
///
/// @param service the name of the Service in the same namespace: of Endpoints the object's own name, of an EndpointSlice its
///     label `kubernetes.io/service-name`; absent without that label
public record EndpointsObject(Meta meta, Optional<At<String>> service, List<Endpoint> endpoints)
    implements Resource {
  private static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";
  private static final String WRITTEN_AT = "endpoints.kubernetes.io/last-change-trigger-time";

  public EndpointsObject {
    endpoints = List.copyOf(endpoints);
  }

  /// @param ready whether it takes requests now
  /// @param pod the Pod that `targetRef` names
  /// @param ports the numbers by the names of the Service's ports; 0 stands for any number
  public record Endpoint(
      At<String> address, boolean ready, Optional<ResourceId> pod, Map<String, Integer> ports) {
    public Endpoint {
      ports = Map.copyOf(ports);
    }
  }

  public boolean isSlice() {
    return meta.id().kind().equals("EndpointSlice");
  }

  /// Kubernetes wrote it, from what the selector of the Service finds or from Endpoints: a copy of a cluster's state.
  public boolean isGenerated() {
    At<String> by = meta.labels().get(MANAGED_BY);
    return by != null && by.value().endsWith(".k8s.io")
        || meta.annotations().containsKey(WRITTEN_AT);
  }
}
