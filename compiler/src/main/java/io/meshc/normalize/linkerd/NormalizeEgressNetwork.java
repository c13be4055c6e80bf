package io.meshc.normalize.linkerd;

import io.meshc.dialect.Resources;
import io.meshc.dialect.linkerd.Network;
import io.meshc.dialect.linkerd.traffic.EgressNetwork;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.server.Egress;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// EgressNetwork → what clients may call outside of the cluster. Routes are attached to none whose networks meet those of the cluster.
///
/// Source: linkerd.io, "EgressNetwork"; linkerd/linkerd2, policy-controller/k8s/index/src/outbound/index/egress_network.rs.
final class NormalizeEgressNetwork {
  private final LinkerdPlane plane;

  /// Where those stand that hold for every namespace without one of its own.
  private final String global;

  NormalizeEgressNetwork(LinkerdPlane plane) {
    this.plane = plane;
    this.global = plane.config().values().globalEgress().map(At::value).orElse("linkerd-egress");
  }

  List<Egress> all(Resources resources, Ledger ledger) {
    var all = new ArrayList<Egress>();
    for (EgressNetwork it : resources.of(EgressNetwork.class)) {
      Optional<At<Boolean>> allows = it.trafficPolicy().flatMap(NormalizeEgressNetwork::allows);
      if (!it.legible() || allows.isEmpty()) {
        String what = "`" + it.meta().id().label() + "`, which is refused as it stands,";
        Optional<String> where =
            it.meta().namespace().equals(global)
                ? Optional.empty()
                : Optional.of(it.meta().namespace());
        ledger.add(LinkerdPlane.unknown(it.meta(), where, what, it.origin()));
        continue;
      }
      all.add(
          new Egress(
              it.meta().id(),
              LinkerdPlane.ID,
              it.meta().namespace().equals(global),
              it.networks().map(NormalizeEgressNetwork::networks).orElseGet(this::everywhereElse),
              allows.get(),
              it.meta().origin()));
    }
    return all;
  }

  /// Every address outside of the cluster.
  private List<Egress.Network> everywhereElse() {
    return Stream.of("0.0.0.0/0", "::/0")
        .flatMap(it -> AddressBlock.of(it).stream())
        .map(it -> new Egress.Network(it, plane.clusterNetworks()))
        .toList();
  }

  private static Optional<At<Boolean>> allows(At<String> policy) {
    return switch (policy.value()) {
      case "Allow" -> Optional.of(policy.with(true));
      case "Deny" -> Optional.of(policy.with(false));
      default -> Optional.empty();
    };
  }

  private static List<Egress.Network> networks(List<Network> networks) {
    return networks.stream()
        .flatMap(it ->
            it.cidr().map(At::value).flatMap(AddressBlock::of).stream()
                .map(block ->
                    new Egress.Network(
                        block,
                        it.except().stream()
                            .flatMap(except -> AddressBlock.of(except.value()).stream())
                            .toList())))
        .toList();
  }

  boolean isAccepted(Egress egress) {
    return egress.networks().stream().noneMatch(this::meetsCluster);
  }

  /// Whether any address of the cluster is in it.
  private boolean meetsCluster(Egress.Network network) {
    return plane.clusterNetworks().stream()
        .anyMatch(it ->
            it.meets(network.block()) && network.except().stream().noneMatch(ex -> ex.covers(it)));
  }
}
