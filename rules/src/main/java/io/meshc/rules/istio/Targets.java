package io.meshc.rules.istio;

import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.dialect.istio.proxy.ProxyConfig;
import io.meshc.dialect.istio.proxy.Telemetry;
import io.meshc.dialect.istio.proxy.TrafficExtension;
import io.meshc.dialect.istio.proxy.WasmPlugin;
import io.meshc.dialect.istio.registry.ServiceEntry;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.PeerAuthentication;
import io.meshc.dialect.istio.security.RequestAuthentication;
import io.meshc.dialect.istio.security.TargetRef;
import io.meshc.dialect.istio.security.WorkloadSelector;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an object is about, in whichever way its kind says it.
///
/// @param selector where one stands
/// @param labels of the selector
public record Targets(
    Optional<Origin> selector,
    Optional<Map<String, At<String>>> labels,
    Optional<TargetRef> targetRef,
    List<TargetRef> targetRefs) {
  private static final Targets NONE =
      new Targets(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  /// Of a kind that selects no workloads, none. A chain of tests: see decision 0009.
  public static Targets of(Resource resource) {
    if (resource instanceof AuthorizationPolicy it) {
      return policy(it.selector(), it.targetRef(), it.targetRefs());
    }
    if (resource instanceof RequestAuthentication it) {
      return policy(it.selector(), it.targetRef(), it.targetRefs());
    }
    if (resource instanceof PeerAuthentication it) {
      return policy(it.selector(), Optional.empty(), List.of());
    }
    if (resource instanceof Telemetry it) {
      return policy(it.selector(), it.targetRef(), it.targetRefs());
    }
    if (resource instanceof WasmPlugin it) {
      return policy(it.selector(), it.targetRef(), it.targetRefs());
    }
    if (resource instanceof TrafficExtension it) {
      return policy(it.selector(), Optional.empty(), it.targetRefs());
    }
    if (resource instanceof ProxyConfig it) {
      return policy(it.selector(), Optional.empty(), List.of());
    }
    if (resource instanceof EnvoyFilter it) {
      return networking(it.workloadSelector(), it.targetRefs());
    }
    if (resource instanceof Sidecar it) {
      return networking(it.workloadSelector(), List.of());
    }
    if (resource instanceof ServiceEntry it) {
      return networking(it.workloadSelector(), List.of());
    }
    if (resource instanceof DestinationRule it) {
      return new Targets(
          it.workloadSelector().map(DestinationRule.WorkloadSelector::origin),
          it.workloadSelector().map(DestinationRule.WorkloadSelector::matchLabels),
          Optional.empty(),
          List.of());
    }
    return NONE;
  }

  private static Targets policy(
      Optional<WorkloadSelector> selector,
      Optional<TargetRef> targetRef,
      List<TargetRef> targetRefs) {
    return new Targets(
        selector.map(WorkloadSelector::origin),
        selector.map(WorkloadSelector::matchLabels),
        targetRef,
        targetRefs);
  }

  private static Targets networking(
      Optional<io.meshc.dialect.istio.registry.WorkloadSelector> selector,
      List<TargetRef> targetRefs) {
    return new Targets(
        selector.map(it -> it.origin()),
        selector.map(it -> it.labels()),
        Optional.empty(),
        targetRefs);
  }
}
