package io.meshc.dialect.osm.config;

import io.meshc.dialect.osm.RenderPart;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.Optional;

/// @param key of the entry, where one entry is named
public record SecretRef(
    Optional<At<String>> name,
    Optional<At<String>> namespace,
    Optional<At<String>> key,
    Origin origin) {

  static SecretRef read(Fields fields) {
    var result =
        new SecretRef(
            fields.string("name"), fields.string("namespace"), Optional.empty(), fields.origin());
    fields.done();
    return result;
  }

  static SecretRef readKey(Fields fields) {
    var result =
        new SecretRef(
            fields.string("name"),
            fields.string("namespace"),
            fields.string("key"),
            fields.origin());
    fields.done();
    return result;
  }

  Node.Mapping render() {
    return Nodes.map()
        .putIfPresent("name", name, RenderPart::text)
        .putIfPresent("namespace", namespace, RenderPart::text)
        .putIfPresent("key", key, RenderPart::text)
        .build();
  }
}
