package io.meshc.normalize.smi;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.dialect.osm.config.MeshConfig;
import io.meshc.dialect.osm.config.MeshConfig.Traffic;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Extension;
import io.meshc.model.Extension.Touches;
import io.meshc.model.Plane;
import io.meshc.model.Scope;
import io.meshc.model.proxy.Border.Bypass;
import io.meshc.model.proxy.Border.Bypass.Way;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What goes past the proxies, for all Pods by the MeshConfig and for some by their annotations. Ports are known; of addresses and
/// interfaces nobody knows which Services they are.
///
/// What comes in past the proxy meets no check at all; what goes out past it arrives without an identity.
final class Exclusions {
  private static final String INBOUND_PORTS = Control.MARK + "inbound-port-exclusion-list";
  private static final String OUTBOUND_PORTS = Control.MARK + "outbound-port-exclusion-list";

  private final Ledger ledger;
  private final List<Problem> problems;

  private Exclusions(Ledger ledger, List<Problem> problems) {
    this.ledger = ledger;
    this.problems = problems;
  }

  static void of(Resources resources, Ledger ledger, List<Problem> problems) {
    var exclusions = new Exclusions(ledger, problems);
    for (MeshConfig config : resources.of(MeshConfig.class)) {
      config
          .traffic()
          .filter(_ -> config.isRead())
          .ifPresent(it -> exclusions.ofMesh(config.meta(), it));
    }
    resources.of(WorkloadObject.class).forEach(exclusions::ofPods);
  }

  private void ofMesh(Meta meta, Traffic traffic) {
    var everywhere = new Scope.Everywhere();
    ports(meta, everywhere, Way.IN, traffic.inboundPorts());
    ports(meta, everywhere, Way.OUT, traffic.outboundPorts());
    traffic.interfaces().stream()
        .findFirst()
        .ifPresent(it ->
            unclear(
                meta,
                everywhere,
                it.origin(),
                "`networkInterfaceExclusionList`",
                Touches.ANYTHING));
    for (At<String> it : first(traffic.outboundRangesOut())) {
      outbound(meta, everywhere, it.origin(), "`outboundIPRangeExclusionList`");
    }
    for (At<String> it : first(traffic.outboundRangesIn())) {
      outbound(meta, everywhere, it.origin(), "`outboundIPRangeInclusionList`");
    }
  }

  private static List<At<String>> first(List<At<String>> values) {
    return values.stream().limit(1).toList();
  }

  private void ports(Meta meta, Scope scope, Way way, List<At<Integer>> ports) {
    if (!ports.isEmpty()) {
      var numbers = new TreeSet<Integer>();
      ports.forEach(it -> numbers.add(it.value()));
      ledger.add(
          new Bypass(meta.id(), Control.PLANE, scope, way, numbers, ports.getFirst().origin()));
    }
  }

  private void ofPods(WorkloadObject workload) {
    workload
        .pod()
        .ifPresent(pod ->
            new TreeMap<>(pod.annotations())
                .forEach((key, value) -> {
                  if (key.startsWith(Control.MARK) && key.contains("clusion-list")) {
                    ofPods(workload.meta(), scope(workload, pod), key, value);
                  }
                }));
  }

  private static Scope scope(WorkloadObject workload, PodTemplate pod) {
    var labels = new TreeMap<String, String>();
    pod.labels().forEach((label, text) -> labels.put(label, text.value()));
    String namespace = workload.meta().namespace();
    return labels.isEmpty()
        ? new Scope.InNamespace(namespace)
        : new Scope.Selected(namespace, labels);
  }

  private void ofPods(Meta meta, Scope scope, String key, At<String> list) {
    Optional<List<At<Integer>>> ports = numbers(list);
    if (key.equals(INBOUND_PORTS) && ports.isPresent()) {
      ports(meta, scope, Way.IN, ports.get());
    } else if (key.equals(OUTBOUND_PORTS) && ports.isPresent()) {
      ports(meta, scope, Way.OUT, ports.get());
    } else if (key.contains("/outbound")) {
      outbound(meta, scope, list.origin(), "`" + key + "`");
    } else {
      unclear(meta, scope, list.origin(), "`" + key + "`", Touches.ANYTHING);
    }
  }

  /// Empty where one of them is no port.
  private static Optional<List<At<Integer>>> numbers(At<String> list) {
    List<String> parts = List.of(list.value().split(",", -1)).stream().map(String::strip).toList();
    return parts.stream().allMatch(it -> it.matches("[0-9]{1,5}"))
        ? Optional.of(parts.stream().map(it -> list.with(Integer.parseInt(it))).toList())
        : Optional.empty();
  }

  private void outbound(Meta meta, Scope scope, Origin origin, String what) {
    unclear(meta, scope, origin, what, Touches.MAY_DENY);
    ledger.add(new EgressPolicy(meta.id(), Control.PLANE, scope, Plane.Egress.UNKNOWN, origin));
  }

  private void unclear(Meta meta, Scope scope, Origin origin, String what, Touches touches) {
    ledger.add(new Extension(meta.id(), Control.PLANE, scope, what, touches, origin));
    problems.add(
        new Problem(
                Problem.Kind.NOT_MODELLED,
                origin,
                what + " is not looked into: decisions that it may touch are unknown",
                "")
            .in(meta.id()));
  }
}
