package io.meshc.normalize.istio;

import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.DestinationRule.WorkloadSelector;
import io.meshc.dialect.istio.routing.LoadBalancer;
import io.meshc.dialect.istio.routing.LoadBalancer.Balancing;
import io.meshc.dialect.istio.routing.TrafficPolicy;
import io.meshc.dialect.istio.routing.TrafficPolicy.PortPolicy;
import io.meshc.dialect.istio.routing.TrafficPolicy.Tls;
import io.meshc.model.BackendPolicy;
import io.meshc.model.BackendPolicy.ClientTls;
import io.meshc.model.BackendPolicy.Connection;
import io.meshc.model.BackendPolicy.Subset;
import io.meshc.model.LoadBalancing;
import io.meshc.model.Scope;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.istio.multicluster.NormalizeLocality;
import io.meshc.normalize.istio.traffic.Handlings;
import io.meshc.source.At;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// DestinationRule → how clients talk to a host, and which parts of its endpoints have names.
///
/// What is said of a port takes the place of the whole policy there; what a subset says goes before what the rule says. Source:
/// istio.io, "DestinationRule".
final class NormalizeDestinationRule {
  private NormalizeDestinationRule() {}

  static void normalize(DestinationRule rule, IstioPlane plane, HostNames hosts, Ledger ledger) {
    if (rule.host().isEmpty()) {
      return;
    }
    Optional<TrafficPolicy> policy = rule.trafficPolicy();
    policy
        .filter(it -> it.tunnel().isPresent() || it.proxyProtocol().isPresent())
        .ifPresent(it ->
            ledger.add(
                IstioPlane.unknown(
                    rule.meta(),
                    new Scope.Everywhere(),
                    "DestinationRule `" + rule.meta().name() + "`",
                    it.origin())));
    ledger.add(
        new BackendPolicy(
            rule.meta().id(),
            IstioPlane.ID,
            hosts.of(rule.host().get().value(), rule.meta().namespace()),
            IstioPlane.audience(
                rule.exportTo(), plane.config().defaultDestinationRuleExportTo(), rule.meta()),
            rule.workloadSelector()
                .map(WorkloadSelector::matchLabels)
                .map(Labels::of)
                .orElse(Map.of()),
            policy
                .flatMap(TrafficPolicy::loadBalancer)
                .flatMap(LoadBalancer::simple)
                .filter(it -> it.value() != Balancing.UNSPECIFIED)
                .map(it -> it.map(NormalizeDestinationRule::balancing)),
            connection(policy, Optional.empty()),
            rule.subsets().stream().map(it -> subset(it, policy)).toList(),
            NormalizeLocality.of(policy, Optional.empty()),
            Handlings.of(policy),
            rule.meta().origin()));
  }

  private static Subset subset(DestinationRule.Subset subset, Optional<TrafficPolicy> policy) {
    return new Subset(
        subset.name().map(At::value).orElse(""),
        Labels.of(subset.labels()),
        connection(policy, subset.trafficPolicy()),
        NormalizeLocality.of(policy, subset.trafficPolicy()),
        Handlings.of(subset.trafficPolicy()).or(Handlings.of(policy)),
        subset.origin());
  }

  private static Connection connection(
      Optional<TrafficPolicy> wide, Optional<TrafficPolicy> narrow) {
    Optional<At<ClientTls>> tls =
        tls(narrow.flatMap(TrafficPolicy::tls)).or(() -> tls(wide.flatMap(TrafficPolicy::tls)));
    var ports = new HashMap<Integer, Optional<At<ClientTls>>>();
    settings(wide).forEach(it -> put(it, ports));
    settings(narrow).forEach(it -> put(it, ports));
    return new Connection(tls, ports);
  }

  private static List<PortPolicy> settings(Optional<TrafficPolicy> policy) {
    return policy.map(TrafficPolicy::portLevelSettings).orElse(List.of());
  }

  private static void put(PortPolicy policy, Map<Integer, Optional<At<ClientTls>>> ports) {
    policy
        .port()
        .flatMap(it -> it.number())
        .ifPresent(it -> ports.put(Ports.number(it), tls(policy.tls())));
  }

  /// The API's zero value is DISABLE: that is what TLS settings without a mode say.
  private static Optional<At<ClientTls>> tls(Optional<Tls> tls) {
    return tls.map(it ->
        it.mode()
            .map(at -> at.map(NormalizeDestinationRule::mode))
            .orElseGet(() -> At.of(ClientTls.NONE, it.origin())));
  }

  private static ClientTls mode(TrafficPolicy.Mode mode) {
    return switch (mode) {
      case DISABLE -> ClientTls.NONE;
      case ISTIO_MUTUAL -> ClientTls.MESH;
      case SIMPLE, MUTUAL -> ClientTls.OWN;
    };
  }

  private static LoadBalancing balancing(Balancing balancing) {
    return switch (balancing) {
      case UNSPECIFIED, LEAST_CONN, LEAST_REQUEST -> LoadBalancing.LEAST_REQUEST;
      case RANDOM -> LoadBalancing.RANDOM;
      case PASSTHROUGH -> LoadBalancing.PASSTHROUGH;
      case ROUND_ROBIN -> LoadBalancing.ROUND_ROBIN;
    };
  }
}
