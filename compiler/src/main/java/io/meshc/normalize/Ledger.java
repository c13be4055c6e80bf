package io.meshc.normalize;

import io.meshc.model.Authorization;
import io.meshc.model.BackendPolicy;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Extension;
import io.meshc.model.PeerTls;
import io.meshc.model.Plane;
import io.meshc.model.Route;
import io.meshc.model.ServiceName;
import io.meshc.model.cluster.Beyond;
import io.meshc.model.cluster.Mirror;
import io.meshc.model.cluster.Mirroring;
import io.meshc.model.cluster.SharedHost;
import io.meshc.model.cluster.Topology;
import io.meshc.model.proxy.Border;
import io.meshc.model.proxy.Gateway;
import io.meshc.model.proxy.Imports;
import io.meshc.model.proxy.Proxies;
import io.meshc.model.proxy.TokenPolicy;
import io.meshc.model.proxy.Waypoint;
import io.meshc.model.server.Servers;
import io.meshc.model.traffic.Load;
import io.meshc.model.traffic.RateLimit;
import io.meshc.normalize.Declarations.DeclaredAudience;
import io.meshc.normalize.Declarations.DeclaredNamespace;
import io.meshc.normalize.Declarations.DeclaredReference;
import io.meshc.normalize.Declarations.DeclaredService;
import io.meshc.normalize.Declarations.DeclaredWorkload;
import io.meshc.normalize.Declarations.Enrolment;
import io.meshc.normalize.Declarations.ImpliedAccount;
import io.meshc.normalize.Declarations.Shift;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a front end writes down as it goes through its resources. Local to a front end; [#close] is what leaves it.
public final class Ledger {
  private final List<Plane> planes = new ArrayList<>();
  private final List<DeclaredNamespace> namespaces = new ArrayList<>();
  private final List<DeclaredWorkload> workloads = new ArrayList<>();
  private final List<DeclaredService> services = new ArrayList<>();
  private final List<Enrolment> enrolments = new ArrayList<>();
  private final List<ImpliedAccount> implied = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final List<BackendPolicy> backendPolicies = new ArrayList<>();
  private final List<Authorization> authorizations = new ArrayList<>();
  private final List<PeerTls> peerTls = new ArrayList<>();
  private final List<EgressPolicy> egress = new ArrayList<>();
  private final List<Extension> extensions = new ArrayList<>();
  private final List<DeclaredReference> references = new ArrayList<>();
  private final List<ResourceId> objects = new ArrayList<>();
  private final List<Shift> shifts = new ArrayList<>();
  private final List<DeclaredAudience> audiences = new ArrayList<>();
  private final List<Gateway> gateways = new ArrayList<>();
  private final List<Imports> imports = new ArrayList<>();
  private final List<TokenPolicy> tokens = new ArrayList<>();
  private final List<Waypoint> waypoints = new ArrayList<>();
  private final List<Waypoint.Use> uses = new ArrayList<>();
  private final List<Border.Entrance> entrances = new ArrayList<>();
  private final List<Border.Outlet> outlets = new ArrayList<>();
  private final List<Border.Bypass> bypasses = new ArrayList<>();
  private final List<Topology> topologies = new ArrayList<>();
  private final List<Mirroring> mirrorings = new ArrayList<>();
  private final List<Mirror> mirrors = new ArrayList<>();
  private final List<SharedHost> hosts = new ArrayList<>();
  private final Set<ServiceName> standIns = new HashSet<>();
  private final List<RateLimit> limits = new ArrayList<>();
  private final List<Load> loads = new ArrayList<>();
  private Servers servers = Servers.NONE;

  public Declarations close() {
    return new Declarations(
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
        shifts,
        audiences,
        new Proxies(
            gateways,
            imports,
            tokens,
            waypoints,
            uses,
            new Border(entrances, outlets, bypasses),
            servers,
            limits,
            loads),
        new Beyond(topologies, mirrorings, mirrors, hosts, standIns));
  }

  public void add(Plane it) {
    planes.add(it);
  }

  public void add(DeclaredNamespace it) {
    namespaces.add(it);
  }

  public void add(DeclaredWorkload it) {
    workloads.add(it);
  }

  public void add(DeclaredService it) {
    services.add(it);
  }

  public void add(Enrolment it) {
    enrolments.add(it);
  }

  public void add(ImpliedAccount it) {
    implied.add(it);
  }

  public void add(Route it) {
    routes.add(it);
  }

  public void add(BackendPolicy it) {
    backendPolicies.add(it);
  }

  public void add(Authorization it) {
    authorizations.add(it);
  }

  public void add(PeerTls it) {
    peerTls.add(it);
  }

  public void add(EgressPolicy it) {
    egress.add(it);
  }

  public void add(Extension it) {
    extensions.add(it);
  }

  public void add(DeclaredReference it) {
    references.add(it);
  }

  public void add(Shift it) {
    shifts.add(it);
  }

  public void add(DeclaredAudience it) {
    audiences.add(it);
  }

  public void add(Gateway it) {
    gateways.add(it);
  }

  public void add(Imports it) {
    imports.add(it);
  }

  public void add(Waypoint it) {
    waypoints.add(it);
  }

  public void add(Waypoint.Use it) {
    uses.add(it);
  }

  public void add(Topology it) {
    topologies.add(it);
  }

  public void add(Mirroring it) {
    mirrorings.add(it);
  }

  public void add(Mirror it) {
    mirrors.add(it);
  }

  public void add(SharedHost it) {
    hosts.add(it);
  }

  /// It stands in other clusters alone.
  public void standsIn(ServiceName it) {
    standIns.add(it);
  }

  public void add(TokenPolicy it) {
    tokens.add(it);
  }

  public void add(Border.Entrance it) {
    entrances.add(it);
  }

  public void add(Border.Outlet it) {
    outlets.add(it);
  }

  public void add(Border.Bypass it) {
    bypasses.add(it);
  }

  public void add(Load it) {
    loads.add(it);
  }

  public void add(RateLimit it) {
    limits.add(it);
  }

  /// What guards ports and routes by tables; what was said before stays.
  public void add(Servers it) {
    servers = Servers.join(List.of(servers, it));
  }

  /// Something that a reference may name.
  public void exists(ResourceId it) {
    objects.add(it);
  }
}
