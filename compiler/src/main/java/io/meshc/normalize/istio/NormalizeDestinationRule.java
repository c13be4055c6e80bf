package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.istio.Gap;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.LoadBalancer;
import io.meshc.dialect.istio.routing.LoadBalancer.Balancing;
import io.meshc.dialect.istio.routing.TrafficPolicy;
import io.meshc.dialect.istio.routing.TrafficPolicy.Mode;
import io.meshc.dialect.istio.routing.TrafficPolicy.Tls;
import io.meshc.model.BackendPolicy;
import io.meshc.model.LoadBalancing;
import io.meshc.model.Scope;
import io.meshc.model.ServiceName;
import io.meshc.normalize.Declarations;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// DestinationRule → how clients talk to a Service. With a gap, what reaches that Service's namespace is unknown.
///
/// Source: istio.io, "DestinationRule".
final class NormalizeDestinationRule {
  private NormalizeDestinationRule() {}

  static Declarations normalize(DestinationRule rule, HostNames hosts, List<Problem> problems) {
    Optional<ServiceName> service =
        rule.host().flatMap(it -> hosts.service(it.value(), rule.meta().namespace()));
    if (rule.host().isPresent() && service.isEmpty()) {
      NormalizeVirtualService.notAService(rule.host().get(), rule.meta(), problems);
    }
    var parts = new ArrayList<Declarations>();
    boolean wild = rule.host().filter(it -> it.value().contains("*")).isPresent();
    List<Gap> gaps = Gaps.of(rule, problems);
    if (!gaps.isEmpty() || wild) {
      Scope scope =
          service
              .<Scope>map(it -> new Scope.InNamespace(it.namespace()))
              .orElse(new Scope.Everywhere());
      String what = "DestinationRule `" + rule.meta().name() + "`";
      parts.add(
          Part.extensions(
              List.of(
                  IstioPlane.unknown(
                      rule.meta(),
                      scope,
                      what,
                      gaps.stream()
                          .map(it -> it.origin())
                          .findFirst()
                          .orElse(rule.meta().origin())))));
    }
    service.ifPresent(it -> parts.add(Part.backendPolicies(List.of(policy(rule, it)))));
    return Declarations.join(parts);
  }

  private static BackendPolicy policy(DestinationRule rule, ServiceName service) {
    Optional<At<Boolean>> mutual =
        rule.trafficPolicy()
            .flatMap(TrafficPolicy::tls)
            .flatMap(Tls::mode)
            .filter(it -> it.value() == Mode.ISTIO_MUTUAL || it.value() == Mode.DISABLE)
            .map(it -> it.map(mode -> mode == Mode.ISTIO_MUTUAL));
    return new BackendPolicy(
        rule.meta().id(),
        IstioPlane.ID,
        service,
        rule.trafficPolicy()
            .flatMap(TrafficPolicy::loadBalancer)
            .flatMap(LoadBalancer::simple)
            .filter(it -> it.value() != Balancing.UNSPECIFIED)
            .map(it -> it.map(NormalizeDestinationRule::balancing)),
        mutual,
        rule.meta().origin());
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
