package io.meshc.normalize.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.gateway.Gateway;
import io.meshc.dialect.gateway.Listener;
import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.PodTemplate.Container;
import io.meshc.dialect.kubernetes.PodTemplate.Port;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a controller makes for a Gateway where nobody placed proxies for it: Pods with the label that names the Gateway, which run
/// as an account of the workload's name, and a Service before them.
///
/// Source: GEP-1762, "In Cluster Gateway Deployments".
public final class MadeProxies {
  /// By which proxies are marked that were made for a Gateway.
  public static final String LABEL = "gateway.networking.k8s.io/gateway-name";

  private static final String CLASS_LABEL = "gateway.networking.k8s.io/gateway-class-name";

  private MadeProxies() {}

  /// Empty where the repo holds such Pods, or a workload of that name.
  ///
  /// @param name of the workload and the Service
  public static List<Resource> of(Gateway gateway, String name, Resources resources) {
    String namespace = gateway.meta().namespace();
    boolean there =
        resources.of(WorkloadObject.class).stream()
            .filter(it -> it.meta().namespace().equals(namespace))
            .anyMatch(it -> it.meta().name().equals(name) || isFor(it, gateway));
    if (there) {
      return List.of();
    }
    Origin origin = gateway.meta().origin();
    Map<String, At<String>> labels = new HashMap<>();
    labels.put(LABEL, At.of(gateway.meta().name(), origin));
    gateway.gatewayClassName().ifPresent(it -> labels.put(CLASS_LABEL, it));
    gateway.infrastructure().ifPresent(it -> labels.putAll(it.labels()));
    var made = new ArrayList<Resource>();
    made.add(workload(gateway, name, labels, origin));
    boolean taken =
        resources.of(ServiceObject.class).stream()
            .anyMatch(
                it -> it.meta().namespace().equals(namespace) && it.meta().name().equals(name));
    if (!taken) {
      made.add(service(gateway, name, origin));
    }
    return made;
  }

  private static boolean isFor(WorkloadObject workload, Gateway gateway) {
    return workload
        .pod()
        .flatMap(it -> Optional.ofNullable(it.labels().get(LABEL)))
        .filter(it -> it.value().equals(gateway.meta().name()))
        .isPresent();
  }

  private static WorkloadObject workload(
      Gateway gateway, String name, Map<String, At<String>> labels, Origin origin) {
    var id = new ResourceId("apps", "Deployment", gateway.meta().namespace(), name);
    List<Port> ports =
        numbers(gateway).stream().map(it -> new Port("", it, Optional.empty())).toList();
    var pod =
        new PodTemplate(
            labels,
            gateway.infrastructure().map(it -> it.annotations()).orElse(Map.of()),
            Optional.of(At.of(name, origin)),
            Optional.empty(),
            Optional.empty(),
            List.of(new Container("proxy", true, ports, List.of(), origin)),
            origin);
    return new WorkloadObject(
        new Meta(id, "v1", Map.of(), Map.of(), origin),
        Optional.empty(),
        Map.of(LABEL, At.of(gateway.meta().name(), origin)),
        Optional.of(pod));
  }

  private static ServiceObject service(Gateway gateway, String name, Origin origin) {
    var id = new ResourceId("", "Service", gateway.meta().namespace(), name);
    List<ServiceObject.Port> ports =
        numbers(gateway).stream()
            .map(it ->
                new ServiceObject.Port(
                    it,
                    Optional.of(it.with("tcp-" + it.value())),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    it.origin()))
            .toList();
    return new ServiceObject(
        new Meta(id, "v1", Map.of(), Map.of(), origin),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Map.of(LABEL, At.of(gateway.meta().name(), origin)),
        ports);
  }

  /// Each port once.
  private static List<At<Integer>> numbers(Gateway gateway) {
    return gateway.listeners().stream()
        .map(Listener::port)
        .flatMap(Optional::stream)
        .filter(it -> it.value() > 0 && it.value() < 65_536)
        .map(it -> it.map(Long::intValue))
        .collect(Collectors.toMap(At::value, it -> it, (a, _) -> a, TreeMap::new))
        .values()
        .stream()
        .toList();
  }
}
