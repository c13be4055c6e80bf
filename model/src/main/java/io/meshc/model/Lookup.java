package io.meshc.model;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.meshc.model.cluster.Clusters;
import io.meshc.model.server.ServerLookup;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The indexes of a mesh, built once, so that nobody searches a list for each question.
public final class Lookup {
  private final Mesh mesh;
  private final Clusters clusters;
  private final String cluster;
  private final Map<PlaneId, Plane> planes;
  private final Map<String, Namespace> namespaces;
  private final Map<ServiceName, Service> services;
  private final Map<String, List<Workload>> workloadsByAccount;
  private final Map<String, List<Service>> hosts;
  private final Map<Integer, List<Service>> ports = new HashMap<>();
  private final List<Route> hostRoutes;
  private final List<BackendPolicy> hostPolicies;
  private final Map<ServiceName, List<Route>> routes;
  private final Map<ServiceName, List<BackendPolicy>> backendPolicies;
  private final Set<ServiceName> hidden = new HashSet<>();
  private final Map<ResourceId, List<Authorization>> authorizations = new HashMap<>();
  private final ServerLookup servers;
  private final List<Extension> deciding = new ArrayList<>();

  private Lookup(Mesh mesh, Clusters clusters, String cluster) {
    this.mesh = mesh;
    this.clusters = clusters;
    this.cluster = cluster;
    planes = mesh.planes().stream().collect(toMap(Plane::id, identity()));
    namespaces = mesh.namespaces().stream().collect(toMap(Namespace::name, identity()));
    services = mesh.services().stream().collect(toMap(Service::name, identity()));
    hosts =
        mesh.services().stream()
            .filter(it -> it.name().isHost())
            .collect(groupingBy(it -> it.name().name()));
    workloadsByAccount = mesh.workloads().stream().collect(groupingBy(it -> it.identity().label()));
    routes = mesh.routes().stream().collect(groupingBy(Route::service));
    backendPolicies = mesh.backendPolicies().stream().collect(groupingBy(BackendPolicy::service));
    for (Reference it : mesh.references()) {
      boolean there = it.state() == Reference.State.HIDDEN || it.state() == Reference.State.FOUND;
      // an object that is there and has no Service of the model hides what it is
      if (there && it.to().kind().equals("Service")) {
        hidden.add(new ServiceName(it.to().namespace(), it.to().name()));
      }
    }
    hostRoutes = mesh.routes().stream().filter(it -> it.service().isHost()).toList();
    hostPolicies = mesh.backendPolicies().stream().filter(it -> it.service().isHost()).toList();
    for (Service service : mesh.services()) {
      service.ports().stream()
          .map(ServicePort::number)
          .distinct()
          .forEach(it -> ports.computeIfAbsent(it, _ -> new ArrayList<>()).add(service));
    }
    indexAuthorizations();
    servers = new ServerLookup(mesh.proxies().servers());
    for (Extension it : mesh.extensions()) {
      if (it.decides()) {
        deciding.add(it);
      }
    }
  }

  /// Extensions that some decision may depend on: few, where those that a translation loses may be one for each object.
  public List<Extension> deciding() {
    return Collections.unmodifiableList(deciding);
  }

  /// Each authorization is held only against the workloads that its scope can include: those of its account, or of its
  /// namespace.
  private void indexAuthorizations() {
    Map<String, List<Integer>> byAccount = new HashMap<>();
    Map<String, List<Integer>> byNamespace = new HashMap<>();
    List<Authorization> everywhere = new ArrayList<>();
    for (int i = 0; i < mesh.authorizations().size(); i++) {
      Authorization it = mesh.authorizations().get(i);
      Optional<String> namespace = it.scope().onlyNamespace();
      if (it.scope() instanceof Scope.OfAccount account) {
        byAccount.computeIfAbsent(account.label(), _ -> new ArrayList<>()).add(i);
      } else if (namespace.isPresent()) {
        byNamespace.computeIfAbsent(namespace.get(), _ -> new ArrayList<>()).add(i);
      } else {
        everywhere.add(it);
      }
    }
    for (Workload workload : mesh.workloads()) {
      List<Integer> account = byAccount.getOrDefault(workload.identity().label(), List.of());
      List<Integer> near = byNamespace.getOrDefault(workload.namespace(), List.of());
      Stream<Authorization> both =
          Stream.concat(account.stream(), near.stream()).sorted().map(mesh.authorizations()::get);
      List<Authorization> here =
          Stream.concat(everywhere.stream(), both)
              .filter(it -> it.scope().includes(workload))
              .toList();
      authorizations.put(workload.id(), here);
    }
  }

  public static Lookup of(Mesh mesh) {
    return new Lookup(mesh, Clusters.ALONE, "");
  }

  /// Of one cluster among several.
  public static Lookup of(Mesh mesh, Clusters clusters, String cluster) {
    return new Lookup(mesh, clusters, cluster);
  }

  /// Those that this one shares trust with, itself among them.
  public Clusters clusters() {
    return clusters;
  }

  /// The name of this cluster among them; `""` for one on its own.
  public String cluster() {
    return cluster;
  }

  /// What guards ports and routes by tables.
  public ServerLookup servers() {
    return servers;
  }

  public Mesh mesh() {
    return mesh;
  }

  public Optional<Plane> plane(PlaneId id) {
    return Optional.ofNullable(planes.get(id));
  }

  /// The plane that guards a workload; empty outside the mesh.
  public Optional<Plane> planeOf(Workload workload) {
    return workload.membership().planeId().flatMap(this::plane);
  }

  public Optional<Namespace> namespace(String name) {
    return Optional.ofNullable(namespaces.get(name));
  }

  public Optional<Service> service(ServiceName name) {
    return Optional.ofNullable(services.get(name));
  }

  /// The Services that are known by a whole host, in the order of their namespaces.
  public List<Service> servicesOf(String host) {
    return hosts.getOrDefault(host, List.of());
  }

  /// Whether a Service that is not here may be there all the same: the repo holds nothing of its namespace, and nobody said that it
  /// holds everything; or it hides what may be that Service.
  public boolean mayBeElsewhere(ServiceName service) {
    boolean outside = !namespaces.containsKey(service.namespace()) && !mesh.assumptions().closed();
    return !services.containsKey(service) && (outside || isHidden(service));
  }

  /// Whether the repo hides what may be a Service that is not here.
  public boolean isHidden(ServiceName service) {
    return !services.containsKey(service) && (hidden.contains(service) || mayBeMirrored(service));
  }

  private boolean mayBeMirrored(ServiceName service) {
    return mesh.beyond().mirrorings().stream()
        .anyMatch(it -> !it.shown() && it.target(service).isPresent());
  }

  /// The Services that declare a port.
  public List<Service> servicesAt(int port) {
    return ports.getOrDefault(port, List.of());
  }

  /// The routes of whole hosts.
  public List<Route> hostRoutes() {
    return hostRoutes;
  }

  /// The backend policies for whole hosts.
  public List<BackendPolicy> hostPolicies() {
    return hostPolicies;
  }

  /// The workloads that run as an account.
  public List<Workload> workloadsOf(String namespace, String account) {
    return workloadsByAccount.getOrDefault(namespace + "/" + account, List.of());
  }

  /// The routes of a Service, in the order in which they were declared.
  public List<Route> routesOf(ServiceName service) {
    return routes.getOrDefault(service, List.of());
  }

  /// The authorizations whose scope includes a workload of this mesh, in the order of the mesh.
  public List<Authorization> authorizationsAt(Workload workload) {
    return authorizations.getOrDefault(workload.id(), List.of());
  }

  public List<BackendPolicy> policiesOf(ServiceName service) {
    return backendPolicies.getOrDefault(service, List.of());
  }
}
