package io.meshc.model;

import io.meshc.model.cluster.Beyond;
import io.meshc.model.proxy.Proxies;
import java.util.List;

/// Everything that meets in one cluster, as one vendor-neutral value. Built by `io.meshc.link` alone.
///
/// INVARIANT: every list is sorted by what it is about, so the order of files never shows.
public record Mesh(
    Assumptions assumptions,
    List<Plane> planes,
    List<Namespace> namespaces,
    List<Workload> workloads,
    List<Service> services,
    List<Route> routes,
    List<BackendPolicy> backendPolicies,
    List<Authorization> authorizations,
    List<PeerTls> peerTls,
    List<EgressPolicy> egress,
    List<Extension> extensions,
    List<Reference> references,
    Proxies proxies,
    Beyond beyond) {
  public Mesh {
    planes = List.copyOf(planes);
    namespaces = List.copyOf(namespaces);
    workloads = List.copyOf(workloads);
    services = List.copyOf(services);
    routes = List.copyOf(routes);
    backendPolicies = List.copyOf(backendPolicies);
    authorizations = List.copyOf(authorizations);
    peerTls = List.copyOf(peerTls);
    egress = List.copyOf(egress);
    extensions = List.copyOf(extensions);
    references = List.copyOf(references);
  }

  /// One whose proxies are told nothing beside routes and policies.
  public Mesh(
      Assumptions assumptions,
      List<Plane> planes,
      List<Namespace> namespaces,
      List<Workload> workloads,
      List<Service> services,
      List<Route> routes,
      List<BackendPolicy> backendPolicies,
      List<Authorization> authorizations,
      List<PeerTls> peerTls,
      List<EgressPolicy> egress,
      List<Extension> extensions,
      List<Reference> references) {
    this(
        assumptions,
        planes,
        namespaces,
        workloads,
        services,
        routes,
        backendPolicies,
        authorizations,
        peerTls,
        egress,
        extensions,
        references,
        Proxies.NONE,
        Beyond.NOTHING);
  }
}
