package io.meshc.dialect;

import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.Map;

/// What every Kubernetes object has.
///
/// @param id group, kind, namespace (the default namespace filled in for namespaced kinds that state none) and name
/// @param version the API version without its group, such as `v1alpha3`
/// @param labels of the object itself
/// @param origin the place of `metadata.name`, or of `kind` where there is no name
public record Meta(
    ResourceId id,
    String version,
    Map<String, At<String>> labels,
    Map<String, At<String>> annotations,
    Origin origin) {
  public Meta {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  public String namespace() {
    return id.namespace();
  }

  public String name() {
    return id.name();
  }
}
