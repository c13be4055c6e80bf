package io.meshc.model;

import io.meshc.model.proxy.Audience;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A name that clients call, and what stands behind it.
///
/// @param selector empty where the Service has none: then others write its endpoints
/// @param reach what a call to the name reaches
/// @param endpoints the workloads that it selects or that its endpoints name, in order; filled by link
/// @param addresses endpoints that are no workloads of the repo
/// @param audience the clients whose proxies know it
/// @param implied nobody wrote it, see [Workload#implied]
public record Service(
    ServiceName name,
    Map<String, String> selector,
    List<ServicePort> ports,
    Reach reach,
    List<Workload> endpoints,
    List<Address> addresses,
    boolean implied,
    Audience audience,
    Origin origin) {
  public Service {
    selector = Map.copyOf(selector);
    ports = List.copyOf(ports);
    endpoints = List.copyOf(endpoints);
    addresses = List.copyOf(addresses);
  }

  /// One whose endpoints are all workloads.
  public Service(
      ServiceName name,
      Map<String, String> selector,
      List<ServicePort> ports,
      boolean headless,
      List<Workload> endpoints,
      boolean implied,
      Origin origin) {
    this(
        name,
        selector,
        ports,
        headless ? new Reach.Each() : new Reach.Any(),
        endpoints,
        List.of(),
        implied,
        Audience.MESH,
        origin);
  }

  /// One that every client knows.
  public Service(
      ServiceName name,
      Map<String, String> selector,
      List<ServicePort> ports,
      Reach reach,
      List<Workload> endpoints,
      List<Address> addresses,
      boolean implied,
      Origin origin) {
    this(name, selector, ports, reach, endpoints, addresses, implied, Audience.MESH, origin);
  }

  /// The port that a client means who names none: the only one, else 80.
  public int usualPort() {
    return ports.size() == 1 ? ports.getFirst().number() : 80;
  }

  /// What the cluster's DNS answers for the name.
  public sealed interface Reach {
    /// An address of its own, which leads to any of the endpoints.
    record Any() implements Reach {}

    /// The addresses of the Pods themselves: a headless Service. The port that the client calls is that of the Pod.
    record Each() implements Reach {}

    /// Another name, in or outside of the cluster: an ExternalName Service has no endpoints of its own.
    record Alias(String host) implements Reach {}
  }

  /// An endpoint by its address: nothing that the repo runs, and no proxy of the mesh beside it.
  ///
  /// @param address `""` where the repo hides a workload that may stand here
  /// @param pod the Pod that it is said to be, `namespace/name`: then the repo does not show what stands beside it
  /// @param ports the numbers by the names of the Service's ports; 0 stands for any number
  public record Address(
      String address, Optional<String> pod, Map<String, Integer> ports, Origin origin) {
    public Address {
      ports = Map.copyOf(ports);
    }

    /// Whether all that is known is that something may stand here.
    public boolean isHidden() {
      return address.isEmpty();
    }

    /// Whether it takes what is sent to a port of the Service.
    public boolean takes(ServicePort port) {
      return ports.containsKey(port.name());
    }
  }

  public boolean headless() {
    return reach instanceof Reach.Each;
  }

  /// Whether the repo shows what stands behind the name: a Service without a selector has the endpoints that somebody writes.
  public boolean showsEndpoints() {
    return implied || !selector.isEmpty() || !endpoints.isEmpty() || !addresses.isEmpty();
  }

  public Optional<ServicePort> port(int number) {
    return ports.stream().filter(it -> it.number() == number).findFirst();
  }
}
