package io.meshc.cli.envoy;

import io.meshc.cli.options.Stop;
import io.meshc.dialect.envoy.Address;
import io.meshc.lower.envoy.placement.Placement;
import io.meshc.model.Mesh;
import io.meshc.model.PlaneId;
import io.meshc.model.Protocol;
import io.meshc.model.Service;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.simulate.run.Simulate;
import io.meshc.simulate.scenario.Scenario;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// A place on the loopback interface for each workload of a mesh, and a stub application for each port that a Service leads to.
///
/// @param proxied the workloads beside which an Envoy runs, by `namespace/name`
/// @param apps the applications that speak for a workload, by their names
record Stage(
    Placement placement,
    List<Scenario.Proxied> proxied,
    List<Scenario.App> bare,
    Map<String, Workload> apps,
    Map<String, String> addresses) {
  static final List<String> BLOCKS = List.of("127.0.1", "127.0.2", "127.0.3");

  /// Of one block of addresses; the last one is taken.
  private static final int MOST = 250;

  static Stage of(Mesh mesh) {
    List<Workload> workloads = mesh.workloads();
    long proxies = workloads.stream().filter(Stage::isProxied).count();
    if (workloads.size() > MOST || proxies > Simulate.MOST_PROXIES) {
      throw Stop.usage(
          "the input has " + workloads.size() + " workloads, " + proxies + " of them with a proxy",
          "a simulation runs up to "
              + Simulate.MOST_PROXIES
              + " proxies: name a part of the input");
    }
    var spots = new ArrayList<Placement.Spot>();
    var proxied = new ArrayList<Scenario.Proxied>();
    var bare = new ArrayList<Scenario.App>();
    var apps = new HashMap<String, Workload>();
    var addresses = new HashMap<String, String>();
    for (int i = 0; i < workloads.size(); i++) {
      Workload it = workloads.get(i);
      boolean hasProxy = isProxied(it);
      var spot = spot(it, i + 1, hasProxy);
      spots.add(spot);
      String application = hasProxy ? spot.application() : spot.addresses().getFirst();
      List<Scenario.App> own = apps(it, application, mesh);
      own.forEach(app -> apps.put(app.name(), it));
      addresses.put(it.label(), spot.addresses().getFirst());
      if (hasProxy) {
        proxied.add(
            new Scenario.Proxied(
                it.label(),
                it.label() + "/bootstrap.yaml",
                "ns/" + it.identity().namespace() + "/sa/" + it.identity().account(),
                spot.outbound(),
                own));
      } else {
        bare.addAll(own);
      }
    }
    var placement = new Placement(Optional.empty(), Optional.empty(), Map.of(), Map.of(), spots);
    return new Stage(placement, proxied, bare, apps, addresses);
  }

  private static boolean isProxied(Workload workload) {
    return workload.membership().planeId().filter(it -> !it.equals(PlaneId.CLUSTER)).isPresent();
  }

  private static Placement.Spot spot(Workload workload, int number, boolean proxied) {
    String outbound = BLOCKS.get(2) + "." + number;
    return new Placement.Spot(
        workload.namespace(),
        workload.id().name(),
        List.of(BLOCKS.get(0) + "." + number),
        BLOCKS.get(1) + "." + number,
        outbound,
        Optional.of(new Address(outbound, 0)),
        proxied,
        Origin.none());
  }

  private static Scenario.Speaks speaks(Protocol protocol) {
    return switch (protocol) {
      case HTTP -> Scenario.Speaks.HTTP;
      case TCP -> Scenario.Speaks.TCP;
      case SNIFFED -> Scenario.Speaks.EITHER;
    };
  }

  private static List<Scenario.App> apps(Workload workload, String address, Mesh mesh) {
    var ports = new TreeMap<Integer, Protocol>();
    for (Service service : mesh.services()) {
      if (service.endpoints().stream().anyMatch(it -> it.id().equals(workload.id()))) {
        for (ServicePort port : service.ports()) {
          OptionalInt at = port.at(workload);
          at.ifPresent(it -> ports.putIfAbsent(it, port.protocol()));
        }
      }
    }
    var apps = new ArrayList<Scenario.App>();
    ports.forEach((port, protocol) ->
        apps.add(
            new Scenario.App(
                apps.isEmpty() ? workload.label() : workload.label() + ":" + port,
                address,
                port,
                speaks(protocol),
                List.of(),
                Optional.empty())));
    return apps;
  }
}
