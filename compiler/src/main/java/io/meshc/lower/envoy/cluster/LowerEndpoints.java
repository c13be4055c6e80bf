package io.meshc.lower.envoy.cluster;

import io.meshc.dialect.envoy.Address;
import io.meshc.dialect.envoy.cluster.Cluster.Discovery;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.lower.envoy.EnvoyOptions;
import io.meshc.lower.envoy.placement.Placement.Spot;
import io.meshc.lower.envoy.proxy.Reach;
import io.meshc.lower.envoy.proxy.View;
import io.meshc.model.PeerTls.Mode;
import io.meshc.model.Plane;
import io.meshc.model.Service;
import io.meshc.model.Workload;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the endpoints of a destination are: as the placement says, where workloads are placed, as an EndpointSlice or a
/// ServiceEntry says, or else behind a name.
final class LowerEndpoints {
  private final Destination destination;
  private final Map<String, String> labels;
  private final View view;

  private LowerEndpoints(Destination destination, Map<String, String> labels, View view) {
    this.destination = destination;
    this.labels = labels;
    this.view = view;
  }

  /// @param workload absent where the repo does not show what stands there
  /// @param encrypts the server takes the mesh's TLS
  record Found(Address address, Optional<Workload> workload, boolean encrypts) {}

  /// @param all none where nothing may be called
  record Endpoints(Discovery discovery, List<Found> all, List<Workload> servers) {
    Endpoints {
      all = List.copyOf(all);
      servers = List.copyOf(servers);
    }
  }

  static Endpoints of(Destination destination, Map<String, String> labels, View view) {
    return new LowerEndpoints(destination, labels, view).find();
  }

  private Endpoints find() {
    List<Workload> servers = servers();
    List<Address> placed =
        view.fleet().options().placement().endpoints().getOrDefault(key(), List.of());
    if (!placed.isEmpty()) {
      boolean encrypts = servers.isEmpty() || servers.stream().allMatch(this::encrypts);
      return endpoints(
          placed.stream()
              .map(it -> new Found(it, Optional.empty(), encrypts && !servers.isEmpty()))
              .toList(),
          servers);
    }
    var found = new ArrayList<Found>();
    var unplaced = new ArrayList<Workload>();
    for (Workload it : servers) {
      List<String> addresses = view.fleet().spot(it).map(Spot::addresses).orElse(List.of());
      int port = destination.at(it).orElseThrow();
      addresses.forEach(
          at -> found.add(new Found(new Address(at, port), Optional.of(it), encrypts(it))));
      if (addresses.isEmpty()) {
        unplaced.add(it);
      }
    }
    if (labels.isEmpty()) {
      found.addAll(written());
    }
    if (!unplaced.isEmpty() || (found.isEmpty() && !isKnownEmpty())) {
      return named(found, servers, unplaced);
    }
    return endpoints(found, servers);
  }

  private String key() {
    return destination.service().name().label() + ":" + destination.port();
  }

  /// Whether all that there is grants this client nothing, or nothing is there at all.
  private boolean isKnownEmpty() {
    return !destination.service().endpoints().isEmpty();
  }

  /// The workloads behind it that this client may know.
  private List<Workload> servers() {
    return destination.service().endpoints().stream()
        .filter(it -> it.replicas() > 0 && destination.at(it).isPresent())
        .filter(it -> it.isSelectedBy(labels))
        .filter(it -> view.fleet().reach().isKnown(it, view.proxy().workload()))
        .toList();
  }

  /// Endpoints that are no workloads of the repo.
  private List<Found> written() {
    var found = new ArrayList<Found>();
    if (!Reach.knowsOutside(view.proxy().plane())) {
      return found;
    }
    for (Service.Address it : destination.service().addresses()) {
      boolean takes = destination.declared().map(it::takes).orElse(true);
      if (!it.isHidden() && takes) {
        int own = destination.declared().map(at -> it.ports().getOrDefault(at.name(), 0)).orElse(0);
        int port = own > 0 ? own : target();
        found.add(new Found(new Address(it.address(), port), Optional.empty(), false));
      }
    }
    return found;
  }

  private int target() {
    return destination
        .declared()
        .map(it ->
            it.target() instanceof io.meshc.model.ServicePort.Target.Number(var number)
                ? number
                : destination.port())
        .orElse(destination.port());
  }

  /// Those whose addresses nobody says stand behind the name of the Service.
  private Endpoints named(List<Found> found, List<Workload> servers, List<Workload> unplaced) {
    if (!found.isEmpty() || !labels.isEmpty()) {
      view.fleet().losses().add(unplaced(!labels.isEmpty()));
    } else if (view.fleet().options().endpoints() == EnvoyOptions.Endpoints.STRICT) {
      view.fleet().losses().add(unplaced(false));
    }
    if (!found.isEmpty()) {
      return endpoints(found, servers);
    }
    String host =
        destination.service().name().host(view.fleet().mesh().assumptions().clusterDomain());
    boolean known = !unplaced.isEmpty();
    boolean encrypts = known ? unplaced.stream().allMatch(this::encrypts) : isMeshed();
    if (host.startsWith("*")) {
      return new Endpoints(Discovery.STATIC, List.of(), List.of());
    }
    var behind = new Found(new Address(host, destination.port()), Optional.empty(), encrypts);
    return endpoints(List.of(behind), servers);
  }

  /// Of a Service whose endpoints the repo does not show, its namespace tells.
  private boolean isMeshed() {
    return !destination.service().name().isHost()
        && view.lookup()
            .namespace(destination.service().name().namespace())
            .flatMap(it -> it.membership().planeId())
            .filter(view.proxy().plane().id()::equals)
            .isPresent();
  }

  private Loss unplaced(boolean part) {
    return new Loss(
        destination.service().origin(),
        Optional.empty(),
        Feature.ENDPOINTS.label(),
        Effect.CHANGES_ROUTING,
        Region.to(destination.service().name(), Match.ANY),
        "`"
            + destination.service().name().label()
            + "` at port "
            + destination.port()
            + (part
                ? " has a part with no name of its own: without addresses, all of it is called"
                : " has workloads whose addresses nobody says"),
        "give their addresses in the placement file");
  }

  private boolean encrypts(Workload server) {
    Plane own = view.proxy().plane();
    int port = destination.at(server).orElse(0);
    return view.fleet().plane(server).filter(it -> it.id().equals(own.id())).isPresent()
        && view.fleet().modes().at(server, own, port) != Mode.DISABLE
        && !view.fleet().past().isKnownPast(server, own, port)
        && !view.fleet().past().callsPast(view.proxy().workload(), own, destination.port());
  }

  private static Endpoints endpoints(List<Found> found, List<Workload> servers) {
    boolean addresses =
        found.stream().allMatch(it -> AddressBlock.of(it.address().host()).isPresent());
    return new Endpoints(addresses ? Discovery.STATIC : Discovery.STRICT_DNS, found, servers);
  }
}
