package io.meshc.dialect.mcs;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import java.util.Map;

/// The Service of the same namespace and name is there for other clusters.
///
/// @param exportedLabels that the imported Service gets
public record ServiceExport(
    Meta meta, Map<String, At<String>> exportedLabels, Map<String, At<String>> exportedAnnotations)
    implements Resource {
  public ServiceExport {
    exportedLabels = Map.copyOf(exportedLabels);
    exportedAnnotations = Map.copyOf(exportedAnnotations);
  }
}
