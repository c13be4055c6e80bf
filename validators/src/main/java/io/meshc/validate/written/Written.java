package io.meshc.validate.written;

import io.meshc.source.Origin;
import io.meshc.source.ResourceId;

/// One object as it is written.
///
/// @param version the API version without its group
public record Written(ResourceId id, String version, Part root) {

  public Part spec() {
    return root.get("spec");
  }

  public Part annotation(String key) {
    return root.get("metadata", "annotations").get(key);
  }

  /// The place of the name, or of the object where it has none.
  public Origin origin() {
    return root.get("metadata", "name").origin();
  }
}
