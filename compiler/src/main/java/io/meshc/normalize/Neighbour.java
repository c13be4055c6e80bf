package io.meshc.normalize;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A cluster of a mesh, for front ends that say what others put into it.
///
/// @param name as the mesh calls it
public record Neighbour(String name, Resources resources) {

  /// A Service of this cluster for one of another: with its ports, and with nothing behind it.
  ///
  /// @param labels in the place of those of the source
  /// @param annotations beside those of the source
  public static ServiceObject standIn(
      ServiceObject source,
      String name,
      Map<String, At<String>> labels,
      Map<String, String> annotations) {
    Meta meta = source.meta();
    var notes = new HashMap<>(meta.annotations());
    annotations.forEach((key, value) -> notes.put(key, At.of(value, meta.origin())));
    return new ServiceObject(
        new Meta(
            new ResourceId("", "Service", meta.namespace(), name),
            meta.version(),
            labels,
            notes,
            meta.origin()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Map.of(),
        source.ports());
  }
}
