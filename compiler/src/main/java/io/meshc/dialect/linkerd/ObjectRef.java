package io.meshc.dialect.linkerd;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Locale;
import java.util.Optional;

/// An object by its group, kind and name; Linkerd compares group and kind without their letter case.
///
/// @param group absent and `core` mean that of Kubernetes' own kinds
/// @param namespace absent for that of the object that names it
public record ObjectRef(
    Optional<At<String>> group,
    Optional<At<String>> kind,
    Optional<At<String>> name,
    Optional<At<String>> namespace,
    Origin origin) {

  public boolean isOf(String wantedGroup, String wantedKind) {
    String given = group.map(At::value).orElse("");
    return (given.equalsIgnoreCase("core") ? "" : given.toLowerCase(Locale.ROOT))
            .equals(wantedGroup)
        && kind.filter(it -> it.value().equalsIgnoreCase(wantedKind)).isPresent();
  }

  public String nameOrNone() {
    return name.map(At::value).orElse("");
  }

  public String namespaceOr(String otherwise) {
    return namespace.map(At::value).orElse(otherwise);
  }
}
