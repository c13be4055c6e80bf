package io.meshc.normalize.kubernetes;

import io.meshc.dialect.kubernetes.HiddenObject;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.normalize.Declarations.DeclaredEndpoint;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Workloads that the repo does not show and that a Service may select: each an endpoint without an address, at any port.
final class HiddenEndpoints {
  private HiddenEndpoints() {}

  static List<DeclaredEndpoint> of(ServiceObject service, List<HiddenObject> hidden) {
    if (hidden.isEmpty() || service.isExternalName()) {
      return List.of();
    }
    Map<String, String> selector = Labels.of(service.selector());
    Map<String, Integer> ports =
        service.ports().stream()
            .map(it -> it.name().map(At::value).orElse(""))
            .collect(Collectors.toMap(it -> it, _ -> 0, (a, _) -> a));
    return hidden.stream()
        .filter(it -> it.mayBeIn(service.meta().namespace()) && it.mayBeSelected(selector))
        .map(it -> {
          ResourceId pod = pod(it, service.meta().namespace());
          return new DeclaredEndpoint("", Optional.of(pod), ports, it.meta().origin());
        })
        .toList();
  }

  private static ResourceId pod(HiddenObject hidden, String namespace) {
    ResourceId id = hidden.meta().id();
    String name = id.name().isEmpty() ? "?" : id.name();
    return new ResourceId(id.group(), id.kind(), namespace, name);
  }
}
