package io.meshc.lower.envoy.proxy;

import io.meshc.dialect.Resources;
import io.meshc.lower.envoy.EnvoyOptions;
import io.meshc.lower.envoy.placement.Placement.Spot;
import io.meshc.model.Lookup;
import io.meshc.model.Mesh;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Protocol;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// All proxies of a mesh that become Envoys of ours, and what all of them are lowered from.
public final class Fleet {
  private final Mesh mesh;
  private final Lookup lookup;
  private final Resources resources;
  private final EnvoyOptions options;
  private final Losses losses = new Losses();
  private final Map<String, Spot> spots = new HashMap<>();
  private final Map<ResourceId, List<Service>> services = new HashMap<>();
  private final Set<ServiceName> guarded = new TreeSet<>();
  private final SortedSet<Integer> httpPorts = new TreeSet<>();
  private final List<Proxy> proxies;
  private final Modes modes;
  private final Past past;
  private final Reach reach;

  private Fleet(Mesh mesh, Resources resources, EnvoyOptions options) {
    this.mesh = mesh;
    this.lookup = Lookup.of(mesh);
    this.resources = resources;
    this.options = options;
    options.placement().workloads().forEach(it -> spots.put(it.namespace() + "/" + it.name(), it));
    for (Service service : mesh.services()) {
      for (Workload it : service.endpoints()) {
        services.computeIfAbsent(it.id(), _ -> new ArrayList<>()).add(service);
      }
    }
    this.modes = new Modes(mesh);
    this.past = new Past(lookup);
    this.proxies =
        mesh.workloads().stream()
            .filter(it -> plane(it).isPresent() && isOurs(it))
            .map(it -> new Proxy(it, plane(it).orElseThrow(), spot(it)))
            .toList();
    this.reach = Reach.of(this);
    mesh.services().stream().filter(this::isGuarded).forEach(this::guard);
  }

  private boolean isGuarded(Service service) {
    return !service.endpoints().isEmpty()
        && service.endpoints().stream().allMatch(it -> plane(it).isPresent() && isOurs(it));
  }

  private void guard(Service service) {
    guarded.add(service.name());
    service.ports().stream()
        .filter(it -> isHttp(service, it))
        .forEach(it -> httpPorts.add(it.number()));
  }

  private boolean isHttp(Service service, ServicePort port) {
    Workload server = service.endpoints().getFirst();
    Plane plane = plane(server).orElseThrow();
    OptionalInt at = service.headless() ? OptionalInt.of(port.number()) : port.at(server);
    Optional<Protocol> guarded =
        at.isPresent()
            ? Sentry.at(server, plane, at.getAsInt(), this).map(Sentry::protocol)
            : Optional.empty();
    return guarded.orElse(port.protocol()) != Protocol.TCP;
  }

  public static Fleet of(Mesh mesh, Resources resources, EnvoyOptions options) {
    return new Fleet(mesh, resources, options);
  }

  public Mesh mesh() {
    return mesh;
  }

  public Lookup lookup() {
    return lookup;
  }

  public Resources resources() {
    return resources;
  }

  public EnvoyOptions options() {
    return options;
  }

  public Losses losses() {
    return losses;
  }

  public Modes modes() {
    return modes;
  }

  /// Ports at which proxies are passed by.
  public Past past() {
    return past;
  }

  public Reach reach() {
    return reach;
  }

  /// Those that are written, by name.
  public List<Proxy> written() {
    return proxies.stream()
        .filter(it -> options.only().isEmpty() || options.only().contains(it.workload().label()))
        .toList();
  }

  /// All, written or not.
  public List<Proxy> all() {
    return proxies;
  }

  /// The plane that guards a workload; empty outside of the mesh.
  public Optional<Plane> plane(Workload workload) {
    return lookup.planeOf(workload).filter(it -> !it.id().equals(PlaneId.CLUSTER));
  }

  public Optional<Spot> spot(Workload workload) {
    return Optional.ofNullable(spots.get(workload.label()));
  }

  /// Whether its proxy is written here: somebody else may see to it.
  public boolean isOurs(Workload workload) {
    return spot(workload).map(Spot::proxied).orElse(true);
  }

  /// Services that a proxy of ours guards, so that who may call them is known.
  public Set<ServiceName> guarded() {
    return guarded;
  }

  /// Ports at which any of these may be called by HTTP.
  public SortedSet<Integer> httpPorts() {
    return httpPorts;
  }

  /// The Services that lead to a workload, by name.
  public List<Service> servicesOf(Workload workload) {
    return services.getOrDefault(workload.id(), List.of());
  }
}
