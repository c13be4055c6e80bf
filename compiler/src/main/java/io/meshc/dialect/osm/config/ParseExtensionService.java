package io.meshc.dialect.osm.config;

import io.meshc.dialect.Meta;
import io.meshc.yaml.Fields;

/// `spec` of an ExtensionService → record.
public final class ParseExtensionService {
  private ParseExtensionService() {}

  public static ExtensionService parse(Fields top, Meta meta) {
    Fields spec = top.object("spec").orElseGet(() -> top.nothing("spec"));
    var result =
        new ExtensionService(
            meta,
            spec.string("host"),
            spec.integer("port"),
            spec.string("protocol"),
            spec.string("connectTimeout"));
    spec.done();
    return result;
  }
}
