package io.meshc.model.server;

import static java.util.stream.Collectors.groupingBy;

import io.meshc.model.PlaneId;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort.Target;
import io.meshc.model.Workload;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The indexes of [Servers], built once.
public final class ServerLookup {
  private final Map<String, List<Server>> servers;
  private final Map<Place, List<Server>> byPlace = new HashMap<>();
  private final Map<ServiceName, List<RouteTable>> tables;
  private final Map<ServiceName, List<Profile>> profiles;
  private final Map<ServiceName, List<ServiceReading>> readings;
  private final Map<ResourceId, ProxySettings> byWorkload = new HashMap<>();
  private final Map<String, ProxySettings> byNamespace = new HashMap<>();
  private final Map<PlaneId, ProxySettings> byPlane = new HashMap<>();
  private final List<Egress> egress;

  public ServerLookup(Servers all) {
    servers = all.servers().stream().collect(groupingBy(it -> it.workloads().namespace()));
    for (Server it : all.servers()) {
      var place = new Place(it.workloads().namespace(), port(it), label(it.workloads()));
      byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(it);
    }
    tables = all.tables().stream().collect(groupingBy(RouteTable::parent));
    profiles = all.profiles().stream().collect(groupingBy(Profile::service));
    readings = all.readings().stream().collect(groupingBy(ServiceReading::service));
    egress = all.egress();
    for (ProxySettings it : all.settings()) {
      if (it.workload().isPresent()) {
        byWorkload.put(it.workload().get(), it);
      } else if (it.namespace().isPresent()) {
        byNamespace.put(it.namespace().get(), it);
      } else {
        byPlane.put(it.plane(), it);
      }
    }
  }

  /// Those that guard ports of workloads of a namespace.
  public List<Server> in(String namespace) {
    return servers.getOrDefault(namespace, List.of());
  }

  /// Where to look for a Server.
  ///
  /// @param port its number or its name
  /// @param label one that its workloads have to have, `KEY=VALUE`; `""` where none is named
  private record Place(String namespace, String port, String label) {}

  private static String port(Server server) {
    return switch (server.port()) {
      case Target.Number(int number) -> String.valueOf(number);
      case Target.Named(String name) -> "#" + name;
    };
  }

  private static String label(Selection selection) {
    for (Selection.Test it : selection.tests()) {
      if (it instanceof Selection.Test.In(String key, List<String> values) && values.size() == 1) {
        return key + "=" + values.getFirst();
      }
    }
    return "";
  }

  /// Those that guard a port of a workload, by name. One there should be at most.
  public List<Server> at(Workload workload, int port) {
    if (in(workload.namespace()).isEmpty()) {
      return List.of();
    }
    var ports = new LinkedHashSet<String>();
    ports.add(String.valueOf(port));
    workload.ports().stream()
        .filter(it -> it.number() == port)
        .forEach(it -> ports.add("#" + it.name()));
    var labels = new ArrayList<String>();
    labels.add("");
    workload.podLabels().forEach((key, value) -> labels.add(key + "=" + value));
    return ports.stream()
        .flatMap(it -> labels.stream().map(label -> new Place(workload.namespace(), it, label)))
        .flatMap(it -> byPlace.getOrDefault(it, List.of()).stream())
        .filter(it -> it.guards(workload, port))
        .sorted((a, b) -> a.resource().compareTo(b.resource()))
        .toList();
  }

  /// How the proxy beside a workload is set.
  public Optional<ProxySettings> of(Workload workload, PlaneId plane) {
    return Optional.ofNullable(byWorkload.get(workload.id()))
        .or(() -> of(workload.namespace(), plane));
  }

  /// How a proxy in a namespace is set that says nothing itself.
  public Optional<ProxySettings> of(String namespace, PlaneId plane) {
    return Optional.ofNullable(byNamespace.get(namespace))
        .or(() -> Optional.ofNullable(byPlane.get(plane)));
  }

  /// What is said of requests to a Service, or to what stands outside.
  public List<RouteTable> tables(ServiceName parent) {
    return tables.getOrDefault(parent, List.of());
  }

  /// What holds for the clients of a namespace: of their own before that of the Service's.
  public Optional<Profile> profile(ServiceName service, String clientNamespace) {
    List<Profile> all = profiles.getOrDefault(service, List.of());
    return in(all, clientNamespace).or(() -> in(all, service.namespace()));
  }

  private static Optional<Profile> in(List<Profile> all, String namespace) {
    return all.stream().filter(it -> it.resource().namespace().equals(namespace)).findFirst();
  }

  public Optional<ServiceReading> reading(ServiceName service, int port) {
    return readings.getOrDefault(service, List.of()).stream()
        .filter(it -> it.port() == port)
        .findFirst();
  }

  /// What the clients of a namespace may call outside: by their own, and by what is meant for all where they have none.
  public List<Egress> egress(String namespace, PlaneId plane) {
    List<Egress> own =
        egress.stream()
            .filter(it -> it.plane().equals(plane) && it.resource().namespace().equals(namespace))
            .toList();
    return own.isEmpty()
        ? egress.stream().filter(it -> it.plane().equals(plane) && it.global()).toList()
        : own;
  }
}
