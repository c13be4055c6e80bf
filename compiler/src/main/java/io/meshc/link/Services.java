package io.meshc.link;

import io.meshc.model.Membership;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.PortReading;
import io.meshc.model.Protocol;
import io.meshc.model.Service;
import io.meshc.model.Service.Address;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.model.proxy.Audience;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Declarations.DeclaredEndpoint;
import io.meshc.normalize.Declarations.DeclaredPort;
import io.meshc.normalize.Declarations.DeclaredService;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Declared Services with what stands behind them and how their ports are read, and the ones that policies imply.
final class Services {
  /// For Services that no mesh guards: what most meshes agree on. A port that says nothing is looked into.
  private static final PortReading NEUTRAL =
      new PortReading(
          Map.of(
              "http", Protocol.HTTP,
              "http2", Protocol.HTTP,
              "grpc", Protocol.HTTP,
              "kubernetes.io/h2c", Protocol.HTTP,
              "kubernetes.io/ws", Protocol.HTTP,
              "tcp", Protocol.TCP,
              "tls", Protocol.TCP,
              "https", Protocol.TCP),
          Map.of(
              "http-", Protocol.HTTP,
              "http2-", Protocol.HTTP,
              "grpc-", Protocol.HTTP,
              "grpc-web-", Protocol.HTTP,
              "tcp-", Protocol.TCP,
              "tls-", Protocol.TCP,
              "https-", Protocol.TCP),
          Map.of(
              "http", Protocol.HTTP,
              "http2", Protocol.HTTP,
              "grpc", Protocol.HTTP,
              "grpc-web", Protocol.HTTP,
              "tcp", Protocol.TCP,
              "tls", Protocol.TCP,
              "https", Protocol.TCP),
          Protocol.SNIFFED);

  /// Below this many, starting threads costs more than they save.
  private static final int WORTH_THREADS = 500;

  private final Map<PlaneId, Plane> planes;
  private final Memberships memberships;
  private final LabelIndex index;
  private final List<Workload> written;
  private final Map<ServiceName, Audience> audiences = new HashMap<>();

  Services(Map<PlaneId, Plane> planes, Memberships memberships, List<Workload> written) {
    this.planes = planes;
    this.memberships = memberships;
    this.index = new LabelIndex(written);
    this.written = written;
  }

  /// Each name once, sorted. An implied workload gets a Service of its account's name, if there is none.
  List<Service> link(Declarations declared, List<Workload> implied) {
    declared.audiences().forEach(it -> audiences.putIfAbsent(it.service(), it.audience()));
    var services = new TreeMap<ServiceName, Service>();
    var each =
        declared.services().size() < WORTH_THREADS
            ? declared.services().stream()
            : declared.services().parallelStream();
    each.sorted((a, b) -> a.origin().compareTo(b.origin()))
        .map(this::written)
        .toList()
        .forEach(it -> services.putIfAbsent(it.name(), it));
    for (Workload workload : implied) {
      var name = new ServiceName(workload.namespace(), workload.identity().account());
      services.putIfAbsent(name, implied(name, workload));
    }
    return List.copyOf(services.values());
  }

  private Service written(DeclaredService declared) {
    List<Workload> selected = index.select(declared.name().namespace(), declared.selector());
    var endpoints = new ArrayList<>(selected);
    var addresses = new ArrayList<Address>();
    for (DeclaredEndpoint it : declared.endpoints()) {
      Optional<Workload> pod = it.pod().flatMap(this::workload);
      pod.ifPresentOrElse(
          workload -> {
            if (!endpoints.contains(workload)) {
              endpoints.add(workload);
            }
          },
          () -> addresses.add(address(it)));
    }
    PortReading reading =
        declared
            .plane()
            .flatMap(it -> Optional.ofNullable(planes.get(it)))
            .map(Plane::ports)
            .orElseGet(() -> reading(declared.name().namespace(), endpoints));
    return new Service(
        declared.name(),
        declared.selector(),
        declared.ports().stream().map(it -> port(it, reading)).toList(),
        declared.reach(),
        endpoints,
        addresses,
        false,
        audiences.getOrDefault(declared.name(), Audience.MESH),
        declared.origin());
  }

  /// Few endpoints name a Pod: an index would cost every run more than they do.
  private Optional<Workload> workload(ResourceId pod) {
    return written.stream().filter(it -> it.id().equals(pod)).findFirst();
  }

  private static Address address(DeclaredEndpoint declared) {
    return new Address(
        declared.address(),
        declared.pod().map(it -> it.namespace() + "/" + it.name()),
        declared.ports(),
        declared.origin());
  }

  /// It has no ports of its own: nobody knows them, so every port is taken to be one.
  private static Service implied(ServiceName name, Workload workload) {
    return new Service(
        name, Map.of(), List.of(), false, List.of(workload), true, workload.origin());
  }

  private static ServicePort port(DeclaredPort port, PortReading reading) {
    return new ServicePort(
        port.number(),
        port.name(),
        port.appProtocol(),
        port.target(),
        reading.of(port.name(), port.appProtocol()),
        port.origin());
  }

  /// As the plane of the endpoints reads ports, else that of the namespace.
  private PortReading reading(String namespace, List<Workload> endpoints) {
    return Stream.concat(
            endpoints.stream().map(Workload::membership),
            Stream.of(memberships.ofNamespace(namespace)))
        .map(Membership::planeId)
        .flatMap(Optional::stream)
        .flatMap(it -> Optional.ofNullable(planes.get(it)).stream())
        .map(Plane::ports)
        .findFirst()
        .orElse(NEUTRAL);
  }
}
