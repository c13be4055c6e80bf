package io.meshc.dialect.osm.policy;

import io.meshc.dialect.osm.RenderPart;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.Optional;

/// @param protocol as written: an Egress tells upper and lower case apart, an IngressBackend does not
public record Port(Optional<At<Integer>> number, Optional<At<String>> protocol, Origin origin) {

  static Port read(Fields fields) {
    var result = new Port(fields.integer("number"), fields.string("protocol"), fields.origin());
    fields.done();
    return result;
  }

  Node.Mapping render() {
    return Nodes.map()
        .putIfPresent("number", number, RenderPart::number)
        .putIfPresent("protocol", protocol, RenderPart::text)
        .build();
  }
}
