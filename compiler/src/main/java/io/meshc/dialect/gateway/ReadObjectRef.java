package io.meshc.dialect.gateway;

import io.meshc.source.At;
import io.meshc.yaml.Fields;
import java.util.Optional;

/// Names of objects → records. Kinds differ in which parts of a name they take.
public final class ReadObjectRef {
  private ReadObjectRef() {}

  /// With a namespace.
  public static ObjectRef anywhere(Fields fields) {
    return read(fields, fields.string("namespace"), Optional.empty());
  }

  /// Of the referrer's own namespace.
  public static ObjectRef local(Fields fields) {
    return read(fields, Optional.empty(), Optional.empty());
  }

  /// Of the referrer's own namespace, or a part of it.
  public static ObjectRef section(Fields fields) {
    return read(fields, Optional.empty(), fields.string("sectionName"));
  }

  private static ObjectRef read(
      Fields fields, Optional<At<String>> namespace, Optional<At<String>> section) {
    var result =
        new ObjectRef(
            fields.string("group"),
            fields.string("kind"),
            fields.required("name", fields::string),
            namespace,
            section,
            fields.origin());
    fields.done();
    return result;
  }
}
