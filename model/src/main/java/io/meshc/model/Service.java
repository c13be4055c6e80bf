package io.meshc.model;

import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A name that clients call, and the workloads behind it.
///
/// @param selector empty where the Service has none: then it has no endpoints that the repo shows
/// @param endpoints the workloads that it selects, in order; filled by link
/// @param implied nobody wrote it, see [Workload#implied]
public record Service(
    ServiceName name,
    Map<String, String> selector,
    List<ServicePort> ports,
    boolean headless,
    List<Workload> endpoints,
    boolean implied,
    Origin origin) {
  public Service {
    selector = Map.copyOf(selector);
    ports = List.copyOf(ports);
    endpoints = List.copyOf(endpoints);
  }

  public Optional<ServicePort> port(int number) {
    return ports.stream().filter(it -> it.number() == number).findFirst();
  }
}
