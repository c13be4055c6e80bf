package io.meshc.normalize.smi;

import io.meshc.model.ServiceName;
import java.util.List;
import java.util.Optional;

/// How SMI names a Service: by its name, or by any longer part of its host name, `name.ns.svc.cluster.local`.
final class ServiceNames {
  private ServiceNames() {}

  /// Empty where the text is no such name, or names a Service of another namespace.
  static Optional<ServiceName> read(String text, String namespace, String clusterDomain) {
    List<String> parts = List.of(text.split("\\.", -1));
    List<String> domain = List.of(("svc." + clusterDomain).split("\\.", -1));
    if (parts.contains("") || parts.size() > domain.size() + 2) {
      return Optional.empty();
    }
    List<String> rest = parts.size() > 2 ? parts.subList(2, parts.size()) : List.of();
    boolean shaped = rest.equals(domain.subList(0, rest.size()));
    boolean here = parts.size() == 1 || parts.get(1).equals(namespace);
    return shaped && here
        ? Optional.of(new ServiceName(namespace, parts.getFirst()))
        : Optional.empty();
  }
}
