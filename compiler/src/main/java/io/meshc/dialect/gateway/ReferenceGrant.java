package io.meshc.dialect.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// Objects of other namespaces may name objects of this one.
public record ReferenceGrant(Meta meta, List<From> from, List<To> to) implements Resource {
  public ReferenceGrant {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  public record From(
      Optional<At<String>> group,
      Optional<At<String>> kind,
      Optional<At<String>> namespace,
      Origin origin) {}

  /// @param name absent for every one of the kind
  public record To(
      Optional<At<String>> group,
      Optional<At<String>> kind,
      Optional<At<String>> name,
      Origin origin) {}
}
