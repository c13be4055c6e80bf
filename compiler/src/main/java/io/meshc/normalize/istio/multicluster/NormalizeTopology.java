package io.meshc.normalize.istio.multicluster;

import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.istio.mesh.MeshConfig;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.model.PlaneId;
import io.meshc.model.ServiceName;
import io.meshc.model.cluster.Topology;
import io.meshc.model.cluster.Topology.Local;
import io.meshc.model.cluster.Topology.NetworkGateway;
import io.meshc.model.match.HostPattern;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Neighbour;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Networks, their gateways and the hosts that stay in their cluster.
///
/// Source: istio.io, "Install Multi-Primary on different networks", "Multi-cluster Traffic Management" and "DNS Proxying".
public final class NormalizeTopology {
  private static final Topology.Labels LABELS =
      new Topology.Labels(
          "topology.istio.io/network", "topology.istio.io/cluster", "istio-locality");

  private static final int GATEWAY_PORT = 15443;
  private static final String PORT_LABEL = "networking.istio.io/gatewayPort";

  /// The annotation of a Service that no file of the cluster holds: it stands in the cluster that is named.
  private static final String STANDS_IN = "meshc.io/cluster";

  private final Resources resources;
  private final MeshConfig config;
  private final String clusterDomain;

  public NormalizeTopology(Resources resources, MeshConfig config, String clusterDomain) {
    this.resources = resources;
    this.config = config;
    this.clusterDomain = clusterDomain;
  }

  public void normalize(PlaneId plane, String rootNamespace, Ledger ledger) {
    Optional<At<String>> network =
        resources.of(NamespaceObject.class).stream()
            .filter(it -> it.meta().name().equals(rootNamespace))
            .flatMap(it -> Optional.ofNullable(it.meta().labels().get(LABELS.network())).stream())
            .findFirst();
    List<NetworkGateway> gateways =
        resources.of(ServiceObject.class).stream().flatMap(it -> gateway(it).stream()).toList();
    ledger.add(
        new Topology(
            plane,
            LABELS,
            network,
            gateways,
            locals(rootNamespace),
            config.dnsCapture().map(it -> it.value().equals("true")).orElse(false),
            config.localityLbSetting().map(NormalizeLocality::of)));
    for (ServiceObject it : resources.of(ServiceObject.class)) {
      if (standsIn(it)) {
        ledger.standsIn(new ServiceName(it.meta().namespace(), it.meta().name()));
      }
    }
  }

  private static boolean standsIn(ServiceObject service) {
    return service.meta().annotations().containsKey(STANDS_IN);
  }

  /// The Service of an east-west gateway says by a label which network is behind it.
  private static Optional<NetworkGateway> gateway(ServiceObject service) {
    At<String> network = service.meta().labels().get(LABELS.network());
    if (network == null || standsIn(service)) {
      return Optional.empty();
    }
    At<String> port = service.meta().labels().get(PORT_LABEL);
    return Optional.of(
        new NetworkGateway(
            network.value(),
            new ServiceName(service.meta().namespace(), service.meta().name()),
            port != null && port.value().matches("[0-9]{1,5}")
                ? Integer.parseInt(port.value())
                : GATEWAY_PORT,
            network.origin()));
  }

  /// What the user says, and what Istio keeps in the cluster by itself. Source: istio/istio, pilot/pkg/model, cluster-local hosts.
  private List<Local> locals(String rootNamespace) {
    var locals = new ArrayList<Local>();
    for (MeshConfig.HostSettings it : config.serviceSettings()) {
      boolean stays = it.clusterLocal().map(At::value).orElse(false);
      it.hosts().forEach(host -> locals.add(local(host.value(), stays, host.origin())));
    }
    for (String host :
        List.of(
            "*.kube-system.svc." + clusterDomain,
            "kubernetes.default.svc." + clusterDomain,
            "istiod." + rootNamespace + ".svc." + clusterDomain)) {
      locals.add(local(host, true, Origin.none()));
    }
    return locals;
  }

  private static Local local(String host, boolean stays, Origin origin) {
    return new Local(new HostPattern(host), stays, origin);
  }

  /// The Services of other clusters that this one has none of: proxies know them all the same.
  public static List<Resource> reflect(Neighbour here, List<Neighbour> others) {
    var names = new HashSet<ServiceName>();
    for (ServiceObject it : here.resources().of(ServiceObject.class)) {
      names.add(new ServiceName(it.meta().namespace(), it.meta().name()));
    }
    var made = new ArrayList<Resource>();
    for (Neighbour other : others) {
      for (ServiceObject it : other.resources().of(ServiceObject.class)) {
        // The DNS of a cluster answers a headless Service with its own Pods alone.
        if (!it.isExternalName()
            && !it.isHeadless()
            && names.add(new ServiceName(it.meta().namespace(), it.meta().name()))) {
          made.add(
              Neighbour.standIn(
                  it, it.meta().name(), it.meta().labels(), Map.of(STANDS_IN, other.name())));
        }
      }
    }
    return made;
  }
}
