package io.meshc.dialect.envoy.tls;

import io.meshc.dialect.envoy.StringMatch;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;

/// What is asked of a peer's certificate.
///
/// @param names any of which it has to have; none where only its authority counts
public record Validation(List<Name> names) {
  public static final Validation NONE = new Validation(List.of());

  public Validation {
    names = List.copyOf(names);
  }

  public enum Kind {
    URI,
    DNS
  }

  public record Name(Kind kind, StringMatch match) {
    Node.Mapping node() {
      return Nodes.map().put("san_type", kind.name()).put("matcher", match.node()).build();
    }
  }

  /// Where the authorities are known by a file.
  Node.Mapping with(String roots) {
    return Nodes.map()
        .put("trusted_ca", Credentials.file(roots))
        .putList("match_typed_subject_alt_names", names, Name::node)
        .build();
  }

  /// Where they come from elsewhere.
  Node.Mapping without() {
    return Nodes.map().putList("match_typed_subject_alt_names", names, Name::node).build();
  }
}
