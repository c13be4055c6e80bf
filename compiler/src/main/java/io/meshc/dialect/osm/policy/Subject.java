package io.meshc.dialect.osm.policy;

import io.meshc.dialect.osm.RenderPart;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.Optional;

/// Somebody or something that a policy names: a ServiceAccount, a Service, a principal, a range of addresses.
public record Subject(
    Optional<At<String>> kind,
    Optional<At<String>> name,
    Optional<At<String>> namespace,
    Origin origin) {

  public boolean is(String asked) {
    return kind.map(At::value).filter(asked::equals).isPresent();
  }

  static Subject read(Fields fields) {
    var result =
        new Subject(
            fields.string("kind"),
            fields.string("name"),
            fields.string("namespace"),
            fields.origin());
    fields.done();
    return result;
  }

  Node.Mapping render() {
    return Nodes.map()
        .putIfPresent("kind", kind, RenderPart::text)
        .putIfPresent("name", name, RenderPart::text)
        .putIfPresent("namespace", namespace, RenderPart::text)
        .build();
  }
}
