package io.meshc.normalize.istio;

import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.RequestAuthentication;
import io.meshc.dialect.istio.security.TargetRef;
import io.meshc.dialect.istio.security.WorkloadSelector;
import io.meshc.model.Scope;
import io.meshc.model.Scope.Attached.To;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a policy is about: the workloads that it selects, or what it is attached to. A Gateway stands for its proxies. A
/// Service and a class of Gateways stand for waypoints alone: no sidecar enforces such a policy (measured).
///
/// Source: istio.io, "AuthorizationPolicy", field `targetRefs`.
final class Targets {
  /// By which the controller marks the Pods that it makes for a Gateway.
  private static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";

  private Targets() {}

  static List<Scope> of(AuthorizationPolicy policy, IstioPlane plane) {
    return scopes(policy.meta(), policy.selector(), policy.targetRef(), policy.targetRefs(), plane);
  }

  static List<Scope> of(RequestAuthentication policy, IstioPlane plane) {
    return scopes(policy.meta(), policy.selector(), policy.targetRef(), policy.targetRefs(), plane);
  }

  private static List<Scope> scopes(
      Meta meta,
      Optional<WorkloadSelector> selector,
      Optional<TargetRef> one,
      List<TargetRef> many,
      IstioPlane plane) {
    var references = new ArrayList<>(many);
    one.ifPresent(references::add);
    if (references.isEmpty()) {
      Map<String, String> labels = selector.map(it -> Labels.of(it.matchLabels())).orElse(Map.of());
      return List.of(plane.scope(meta, labels));
    }
    return references.stream().flatMap(it -> scopes(it, meta)).toList();
  }

  private static Stream<Scope> scopes(TargetRef reference, Meta meta) {
    String name = reference.name().map(At::value).orElse("");
    return switch (reference.kind().map(At::value).orElse("")) {
      case "Gateway" ->
          Stream.of(
              new Scope.Selected(meta.namespace(), Map.of(GATEWAY_NAME, name)),
              new Scope.Attached(To.WAYPOINT, meta.namespace(), name));
      case "GatewayClass" -> Stream.of(new Scope.Attached(To.CLASS, "", name));
      default -> Stream.of(new Scope.Attached(To.SERVICE, meta.namespace(), name));
    };
  }
}
