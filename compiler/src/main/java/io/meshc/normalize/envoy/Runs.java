package io.meshc.normalize.envoy;

import io.meshc.model.Identity;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What runs where: workloads by the addresses of their endpoints and of their inbound listeners.
final class Runs {
  private final Map<String, ResourceId> byLabel = new LinkedHashMap<>();
  private final Map<String, ResourceId> byAddress = new HashMap<>();
  private final Map<ResourceId, TreeSet<String>> addresses = new HashMap<>();
  private final Map<ResourceId, Identity> identities = new HashMap<>();
  private final List<ResourceId> bare = new ArrayList<>();

  static Runs of(List<EnvoyProxy> proxies) {
    var runs = new Runs();
    for (EnvoyProxy it : proxies) {
      runs.byLabel.put(it.label(), it.id());
      it.identity().ifPresent(identity -> runs.identities.put(it.id(), identity));
    }
    proxies.forEach(runs::listeners);
    proxies.forEach(runs::endpoints);
    proxies.forEach(runs::identities);
    return runs;
  }

  /// Where a proxy listens for its peers is where its workload is, unless it listens everywhere.
  private void listeners(EnvoyProxy proxy) {
    for (Tree it : proxy.listeners()) {
      String address = it.at("address").at("socket_address").text("address");
      if (it.text("traffic_direction").equals("INBOUND") && !address.startsWith("0.")) {
        byAddress.put(address, proxy.id());
        addresses.computeIfAbsent(proxy.id(), _ -> new TreeSet<>()).add(address);
      }
    }
  }

  private void endpoints(EnvoyProxy proxy) {
    for (Tree cluster : proxy.endpoints().values()) {
      for (Tree group : cluster.each("endpoints")) {
        for (Tree it : group.each("lb_endpoints")) {
          String address = it.at("endpoint").at("address").at("socket_address").text("address");
          pod(it, address)
              .ifPresent(id -> addresses.computeIfAbsent(id, _ -> new TreeSet<>()).add(address));
        }
      }
    }
  }

  /// A cluster whose endpoints are all of one workload says by whose certificates it goes; so does a certificate's own path.
  private void identities(EnvoyProxy proxy) {
    for (Map.Entry<String, Tree> it : proxy.clusters().entrySet()) {
      var peers = new ArrayList<>(peers(it.getValue()));
      Optional<ResourceId> only = only(proxy, it.getKey());
      if (peers.size() == 1 && only.isPresent()) {
        Identity.parse(peers.getFirst())
            .ifPresent(identity -> identities.putIfAbsent(only.get(), identity));
      }
    }
  }

  private static List<String> peers(Tree cluster) {
    var peers = new ArrayList<String>();
    var sockets = new ArrayList<Tree>();
    sockets.add(cluster.at("transport_socket"));
    cluster.each("transport_socket_matches").forEach(it -> sockets.add(it.at("transport_socket")));
    sockets.forEach(
        it -> peers.addAll(ReadClusters.peers(it.at("typed_config").at("common_tls_context"))));
    return peers;
  }

  private Optional<ResourceId> only(EnvoyProxy proxy, String cluster) {
    var found = new TreeSet<ResourceId>();
    for (Tree group : proxy.endpoints().getOrDefault(cluster, Tree.NONE).each("endpoints")) {
      for (Tree it : group.each("lb_endpoints")) {
        String address = it.at("endpoint").at("address").at("socket_address").text("address");
        pod(it, address).ifPresent(found::add);
      }
    }
    return found.size() == 1 ? Optional.of(found.first()) : Optional.empty();
  }

  /// The workload of an endpoint: by its metadata, else by its address.
  Optional<ResourceId> pod(Tree endpoint, String address) {
    Optional<ResourceId> known = Optional.ofNullable(byAddress.get(address));
    boolean isName = address.chars().anyMatch(Character::isLetter) && !address.contains(":");
    if (known.isPresent() || isName) {
      return known;
    }
    String[] said =
        endpoint.at("metadata").at("filter_metadata").at("istio").text("workload").split(";", -1);
    if (said.length < 3) {
      return Optional.empty();
    }
    ResourceId found = controller(said[1], said[0]).orElse(byLabel.get(said[1] + "/" + said[2]));
    if (found == null) {
      found = new ResourceId("envoy", "Workload", said[1], said[2]);
      byLabel.put(said[1] + "/" + said[2], found);
      bare.add(found);
    }
    byAddress.put(address, found);
    return Optional.of(found);
  }

  /// Pods are called by what controls them, and something behind a `-`.
  private Optional<ResourceId> controller(String namespace, String pod) {
    return byLabel.values().stream()
        .filter(it -> it.namespace().equals(namespace))
        .filter(it -> pod.equals(it.name()) || pod.startsWith(it.name() + "-"))
        .max((a, b) -> Integer.compare(a.name().length(), b.name().length()));
  }

  /// Those without a proxy.
  List<ResourceId> bare() {
    return List.copyOf(bare);
  }

  int replicas(ResourceId workload) {
    return Math.max(1, addresses.getOrDefault(workload, new TreeSet<>()).size());
  }

  Identity identity(ResourceId workload, String trustDomain) {
    return identities.getOrDefault(
        workload, new Identity(trustDomain, workload.namespace(), "default"));
  }
}
