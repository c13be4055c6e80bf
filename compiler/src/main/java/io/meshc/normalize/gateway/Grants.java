package io.meshc.normalize.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.gateway.ReferenceGrant;
import io.meshc.dialect.gateway.ReferenceGrant.From;
import io.meshc.dialect.gateway.ReferenceGrant.To;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which objects of other namespaces may be named.
///
/// Source: gateway-api.sigs.k8s.io, "ReferenceGrant": a grant stands beside what is named; one entry of `from` and one of `to` have to fit.
public final class Grants {
  /// What may be named, by the namespace it stands in and by who names it: his group, kind and namespace.
  private final Map<List<String>, List<To>> granted = new HashMap<>();

  public Grants(List<ReferenceGrant> grants) {
    for (ReferenceGrant it : grants) {
      var said = new HashSet<List<String>>();
      for (From from : it.from()) {
        if (from.group().isPresent() && from.kind().isPresent() && from.namespace().isPresent()) {
          List<String> key =
              List.of(
                  it.meta().namespace(),
                  from.group().get().value(),
                  from.kind().get().value(),
                  from.namespace().get().value());
          if (said.add(key)) {
            granted.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(it.to());
          }
        }
      }
    }
  }

  /// @param of who names it
  public boolean allow(Meta of, String group, String kind, String namespace, String name) {
    if (of.namespace().equals(namespace)) {
      return true;
    }
    List<String> key = List.of(namespace, of.id().group(), of.id().kind(), of.namespace());
    return granted.getOrDefault(key, List.of()).stream()
        .anyMatch(to -> fits(to, group, kind, name));
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
