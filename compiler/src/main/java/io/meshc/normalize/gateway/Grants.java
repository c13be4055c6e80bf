package io.meshc.normalize.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.gateway.ReferenceGrant;
import io.meshc.dialect.gateway.ReferenceGrant.From;
import io.meshc.dialect.gateway.ReferenceGrant.To;
import io.meshc.source.At;
import java.util.List;
import java.util.Optional;

/// Which objects of other namespaces may be named.
///
/// Source: gateway-api.sigs.k8s.io, "ReferenceGrant": a grant stands beside what is named; one entry of `from` and one of `to` have to fit.
public record Grants(List<ReferenceGrant> grants) {
  public Grants {
    grants = List.copyOf(grants);
  }

  /// @param of who names it
  public boolean allow(Meta of, String group, String kind, String namespace, String name) {
    return of.namespace().equals(namespace)
        || grants.stream()
            .filter(it -> it.meta().namespace().equals(namespace))
            .filter(it -> it.from().stream().anyMatch(from -> fits(from, of)))
            .anyMatch(it -> it.to().stream().anyMatch(to -> fits(to, group, kind, name)));
  }

  private static boolean fits(From from, Meta of) {
    return is(from.group(), of.id().group())
        && is(from.kind(), of.id().kind())
        && is(from.namespace(), of.namespace());
  }

  private static boolean fits(To to, String group, String kind, String name) {
    return is(to.group(), group)
        && is(to.kind(), kind)
        && (to.name().isEmpty() || is(to.name(), name));
  }

  private static boolean is(Optional<At<String>> said, String value) {
    return said.filter(it -> it.value().equals(value)).isPresent();
  }
}
