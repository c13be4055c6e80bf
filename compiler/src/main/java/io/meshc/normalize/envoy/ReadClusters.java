package io.meshc.normalize.envoy;

import io.meshc.model.BackendPolicy;
import io.meshc.model.BackendPolicy.ClientTls;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort;
import io.meshc.model.proxy.Audience;
import io.meshc.normalize.Declarations.DeclaredEndpoint;
import io.meshc.normalize.Declarations.DeclaredPort;
import io.meshc.normalize.Declarations.DeclaredService;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Clusters, each as a Service of its own with one port. Two proxies may be told different things of clusters of one name: then
/// there are two.
final class ReadClusters {
  /// The name of the one port.
  static final String PORT = "port";

  /// A selector for a cluster of which it is said that it has no endpoints, rather than nothing.
  private static final Map<String, String> NOBODY = Map.of("envoy/endpoints", "none");

  private final Runs runs;
  private final Map<String, ServiceName> names = new HashMap<>();
  private final Map<ServiceName, String> taken = new HashMap<>();
  private final List<DeclaredService> services = new ArrayList<>();
  private final List<BackendPolicy> policies = new ArrayList<>();
  private final Map<ServiceName, Integer> ports = new HashMap<>();

  ReadClusters(Runs runs) {
    this.runs = runs;
  }

  List<DeclaredService> services() {
    return services;
  }

  List<BackendPolicy> policies() {
    return policies;
  }

  /// What a cluster is to a proxy. One that nobody tells it of is a Service that is not there.
  ReadRoute.Endpoint of(EnvoyProxy proxy, String cluster) {
    Tree config = proxy.clusters().getOrDefault(cluster, Tree.NONE);
    if (!config.isThere()) {
      return new ReadRoute.Endpoint(new ServiceName("", "no cluster " + cluster), 80);
    }
    Place place = place(proxy, cluster);
    Optional<ClientTls> tls = tls(config);
    String content = cluster + " " + place.key() + " " + tls;
    ServiceName name = names.get(content);
    if (name == null) {
      name = fresh(proxy, cluster);
      names.put(content, name);
      ports.put(name, place.port());
      boolean isEmpty = place.endpoints().isEmpty() && proxy.endpoints().containsKey(cluster);
      declare(name, isEmpty ? NOBODY : Map.of(), place, tls, config.origin());
    }
    return new ReadRoute.Endpoint(name, ports.getOrDefault(name, 80));
  }

  private ServiceName fresh(EnvoyProxy proxy, String cluster) {
    var plain = new ServiceName("", "cluster " + cluster);
    var own = new ServiceName("", "cluster " + cluster + " of " + proxy.label());
    return taken.putIfAbsent(plain, cluster) == null ? plain : own;
  }

  /// @param pods by address and port
  record Place(
      TreeMap<String, Optional<ResourceId>> pods, int port, List<DeclaredEndpoint> endpoints) {
    String key() {
      return pods.keySet() + ":" + port;
    }
  }

  Place place(EnvoyProxy proxy, String cluster) {
    var pods = new TreeMap<String, Optional<ResourceId>>();
    var endpoints = new ArrayList<DeclaredEndpoint>();
    int port = 0;
    for (Tree group : proxy.endpoints().getOrDefault(cluster, Tree.NONE).each("endpoints")) {
      for (Tree it : group.each("lb_endpoints")) {
        Tree address = it.at("endpoint").at("address").at("socket_address");
        int number = address.number("port_value", 0);
        port = port == 0 ? number : port;
        Optional<ResourceId> pod = runs.pod(it, address.text("address"));
        pods.put(address.text("address") + ":" + number, pod);
        endpoints.add(
            new DeclaredEndpoint(address.text("address"), pod, Map.of(PORT, number), it.origin()));
      }
    }
    return new Place(pods, port == 0 ? 80 : port, endpoints);
  }

  private void declare(
      ServiceName name,
      Map<String, String> selector,
      Place place,
      Optional<ClientTls> tls,
      Origin origin) {
    var port =
        new DeclaredPort(
            place.port(), PORT, "", new ServicePort.Target.Number(place.port()), origin);
    services.add(
        new DeclaredService(
            name,
            selector,
            List.of(port),
            new Service.Reach.Any(),
            place.endpoints(),
            Optional.of(ReadEnvoy.PLANE),
            origin));
    tls.ifPresent(it ->
        policies.add(
            new BackendPolicy(
                new ResourceId("envoy", "Cluster", "", name.name()),
                ReadEnvoy.PLANE,
                name,
                Audience.MESH,
                Map.of(),
                Optional.empty(),
                new BackendPolicy.Connection(Optional.of(At.of(it, origin)), Map.of()),
                List.of(),
                BackendPolicy.Spreading.NONE,
                origin)));
  }

  /// How the proxy talks to it; empty where it goes by what each endpoint takes.
  private static Optional<ClientTls> tls(Tree cluster) {
    if (!cluster.each("transport_socket_matches").isEmpty()) {
      return Optional.empty();
    }
    Tree socket = cluster.at("transport_socket").at("typed_config");
    if (!socket.isA("UpstreamTlsContext")) {
      return Optional.of(ClientTls.NONE);
    }
    Tree common = socket.at("common_tls_context");
    boolean proves =
        !common.each("tls_certificates").isEmpty()
            || !common.each("tls_certificate_sds_secret_configs").isEmpty();
    return Optional.of(proves && !peers(common).isEmpty() ? ClientTls.MESH : ClientTls.OWN);
  }

  /// The SPIFFE ids that servers have to prove.
  static List<String> peers(Tree common) {
    var ids = new ArrayList<String>();
    for (Tree context :
        List.of(
            common.at("validation_context"),
            common.at("combined_validation_context").at("default_validation_context"))) {
      for (Tree it : context.each("match_typed_subject_alt_names")) {
        ids.add(it.at("matcher").text("exact") + it.at("matcher").text("prefix"));
      }
      for (Tree it : context.each("match_subject_alt_names")) {
        ids.add(it.text("exact") + it.text("prefix"));
      }
    }
    return ids.stream().filter(it -> it.startsWith("spiffe://")).toList();
  }
}
