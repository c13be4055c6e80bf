package io.meshc.normalize;

import io.meshc.model.Authorization;
import io.meshc.model.BackendPolicy;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Extension;
import io.meshc.model.Identity;
import io.meshc.model.Membership;
import io.meshc.model.PeerTls;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Route;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort.Target;
import io.meshc.model.Workload.ContainerPort;
import io.meshc.model.Workload.Probe;
import io.meshc.model.cluster.Beyond;
import io.meshc.model.proxy.Audience;
import io.meshc.model.proxy.Proxies;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What one front end has to say about an environment. Names in it are not resolved yet.
///
/// @param objects what is there to be named: every object of the environment, and the parts that references name, as
///     `name#part`. An empty name, `name#` and an empty namespace stand for what the repo does not show
public record Declarations(
    List<Plane> planes,
    List<DeclaredNamespace> namespaces,
    List<DeclaredWorkload> workloads,
    List<DeclaredService> services,
    List<Enrolment> enrolments,
    List<ImpliedAccount> implied,
    List<Route> routes,
    List<BackendPolicy> backendPolicies,
    List<Authorization> authorizations,
    List<PeerTls> peerTls,
    List<EgressPolicy> egress,
    List<Extension> extensions,
    List<DeclaredReference> references,
    List<ResourceId> objects,
    List<Shift> shifts,
    List<DeclaredAudience> audiences,
    Proxies proxies,
    Beyond beyond) {
  public Declarations {
    planes = List.copyOf(planes);
    namespaces = List.copyOf(namespaces);
    workloads = List.copyOf(workloads);
    services = List.copyOf(services);
    enrolments = List.copyOf(enrolments);
    implied = List.copyOf(implied);
    routes = List.copyOf(routes);
    backendPolicies = List.copyOf(backendPolicies);
    authorizations = List.copyOf(authorizations);
    peerTls = List.copyOf(peerTls);
    egress = List.copyOf(egress);
    extensions = List.copyOf(extensions);
    references = List.copyOf(references);
    objects = List.copyOf(objects);
    shifts = List.copyOf(shifts);
    audiences = List.copyOf(audiences);
  }

  /// Of a front end whose routes stand still.
  public Declarations(
      List<Plane> planes,
      List<DeclaredNamespace> namespaces,
      List<DeclaredWorkload> workloads,
      List<DeclaredService> services,
      List<Enrolment> enrolments,
      List<ImpliedAccount> implied,
      List<Route> routes,
      List<BackendPolicy> backendPolicies,
      List<Authorization> authorizations,
      List<PeerTls> peerTls,
      List<EgressPolicy> egress,
      List<Extension> extensions,
      List<DeclaredReference> references,
      List<ResourceId> objects) {
    this(
        planes,
        namespaces,
        workloads,
        services,
        enrolments,
        implied,
        routes,
        backendPolicies,
        authorizations,
        peerTls,
        egress,
        extensions,
        references,
        objects,
        List.of(),
        List.of(),
        Proxies.NONE,
        Beyond.NOTHING);
  }

  public static final Declarations NONE =
      new Declarations(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /// A Namespace object.
  public record DeclaredNamespace(String name, Origin origin) {}

  /// As [io.meshc.model.Workload], before anybody knows whether it is in a mesh.
  ///
  /// @param identity with the trust domain of the assumptions
  public record DeclaredWorkload(
      ResourceId id,
      Map<String, String> podLabels,
      Map<String, String> selector,
      Identity identity,
      List<ContainerPort> ports,
      List<Probe> probes,
      int replicas,
      Origin origin) {

    /// With labels that it has not by itself.
    DeclaredWorkload with(Map<String, String> labels) {
      var all = new HashMap<>(labels);
      all.putAll(podLabels);
      return new DeclaredWorkload(id, all, selector, identity, ports, probes, replicas, origin);
    }
  }

  /// As [io.meshc.model.Service], before its endpoints and protocols are known.
  ///
  /// @param endpoints those that somebody wrote down, beside those that the selector finds
  /// @param plane whose word it is; empty for one of the cluster
  public record DeclaredService(
      ServiceName name,
      Map<String, String> selector,
      List<DeclaredPort> ports,
      Service.Reach reach,
      List<DeclaredEndpoint> endpoints,
      Optional<PlaneId> plane,
      Origin origin) {

    /// One of the cluster.
    public DeclaredService(
        ServiceName name,
        Map<String, String> selector,
        List<DeclaredPort> ports,
        Service.Reach reach,
        List<DeclaredEndpoint> endpoints,
        Origin origin) {
      this(name, selector, ports, reach, endpoints, Optional.empty(), origin);
    }
  }

  /// Which clients know a Service; where nobody says so, all do.
  public record DeclaredAudience(ServiceName service, Audience audience) {}

  /// An endpoint of a Service by its address; `""` for a workload that the repo does not show and that may be one.
  ///
  /// @param pod the Pod that it is said to be
  /// @param ports the numbers by the names of the Service's ports; 0 stands for any number
  public record DeclaredEndpoint(
      String address, Optional<ResourceId> pod, Map<String, Integer> ports, Origin origin) {}

  public record DeclaredPort(
      int number, String name, String appProtocol, Target target, Origin origin) {}

  /// Whether something is in a mesh. What a workload says goes before what its namespace says; of two that say different
  /// things on the same subject, `Unclear` goes before `Sidecar`, that before `Outside`, and `Outside` before `Assumed`.
  ///
  /// @param namespace whose workloads it is about
  /// @param workload the one workload, or empty for all of the namespace
  public record Enrolment(String namespace, Optional<ResourceId> workload, Membership membership) {}

  /// Policies let somebody call this account. If no workload in the repo runs as it, link implies one, and a Service of the
  /// account's name if there is none; unless the repo is said to hold everything.
  ///
  /// @param podLabels what its Pods are known to carry
  public record ImpliedAccount(
      String namespace,
      String account,
      Map<String, String> podLabels,
      PlaneId plane,
      Origin origin) {}

  /// A [io.meshc.model.Reference] that nobody has followed yet. A part is named as `name#part`.
  public record DeclaredReference(ResourceId from, ResourceId to, String role, Origin origin) {}

  /// A controller moves the weights of a route over time: what gets nothing at rest, up to a bound, and takes that from the others.
  ///
  /// @param route the object that says the route
  /// @param most of a hundred
  /// @param by who moves them, for messages
  public record Shift(ResourceId route, int most, String by) {
    /// One that moves all of it.
    public Shift(ResourceId route, String by) {
      this(route, 100, by);
    }
  }

  /// The same in a cluster that is one of several.
  ///
  /// @param cluster its name
  /// @param others the clusters whose Services are known
  public Declarations among(String cluster, Set<String> others) {
    var labels = new HashMap<String, String>();
    beyond.topologies().forEach(it -> labels.put(it.labels().cluster(), cluster));
    List<DeclaredWorkload> labelled = workloads.stream().map(it -> it.with(labels)).toList();
    var known =
        new Beyond(
            beyond.topologies(),
            beyond.mirrorings().stream()
                .map(it -> it.shown(others.contains(it.cluster())))
                .toList(),
            beyond.mirrors(),
            beyond.hosts(),
            beyond.standIns());
    return new Declarations(
        planes,
        namespaces,
        labelled,
        services,
        enrolments,
        implied,
        routes,
        backendPolicies,
        authorizations,
        peerTls,
        egress,
        extensions,
        references,
        objects,
        shifts,
        audiences,
        proxies,
        known);
  }

  /// All that several front ends say.
  public static Declarations join(List<Declarations> all) {
    return new Declarations(
        each(all, Declarations::planes),
        each(all, Declarations::namespaces),
        each(all, Declarations::workloads),
        each(all, Declarations::services),
        each(all, Declarations::enrolments),
        each(all, Declarations::implied),
        each(all, Declarations::routes),
        each(all, Declarations::backendPolicies),
        each(all, Declarations::authorizations),
        each(all, Declarations::peerTls),
        each(all, Declarations::egress),
        each(all, Declarations::extensions),
        each(all, Declarations::references),
        each(all, Declarations::objects),
        each(all, Declarations::shifts),
        each(all, Declarations::audiences),
        Proxies.join(all.stream().map(Declarations::proxies).toList()),
        Beyond.join(all.stream().map(Declarations::beyond).toList()));
  }

  private static <T> List<T> each(List<Declarations> all, Function<Declarations, List<T>> part) {
    return all.stream().map(part).flatMap(List::stream).toList();
  }
}
