package io.meshc.normalize.flagger;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.flagger.Canary;
import io.meshc.dialect.flagger.Canary.Marks;
import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.PodTemplate.Container;
import io.meshc.dialect.kubernetes.PortName;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.model.Scope;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What Flagger makes of one Canary: the Services NAME, NAME-primary and NAME-canary, and the workload TARGET-primary, a copy of
/// the target under other labels. NAME and NAME-primary choose the copy, NAME-canary the target itself.
///
/// Source: fluxcd/flagger, pkg/router/kubernetes_default.go, pkg/canary/deployment_controller.go, pkg/canary/util.go.
final class Generated {
  /// The labels by which Flagger tells the two apart, the first that the target's selector has: its flag `-selector-labels`.
  private static final List<String> SELECTOR_LABELS =
      List.of("app", "name", "app.kubernetes.io/name");

  private static final Set<String> PROXIES = Set.of("istio-proxy", "envoy");

  private final Canary canary;
  private final Canary.Service service;
  private final Names names;
  private final Optional<WorkloadObject> target;

  Generated(Canary canary, Canary.Service service, Names names, Optional<WorkloadObject> target) {
    this.canary = canary;
    this.service = service;
    this.names = names;
    this.target = target;
  }

  List<Resource> all() {
    var all = new ArrayList<Resource>();
    Optional<At<String>> label = target.flatMap(Generated::label);
    Optional<String> key = target.flatMap(Generated::key);
    Map<String, At<String>> ofCanary = selector(key, label);
    Map<String, At<String>> ofPrimary =
        selector(key, label.map(it -> it.map(value -> value + "-primary")));
    all.add(service(names.apex(), ofPrimary, service.apex(), service.headless()));
    all.add(service(names.primary(), ofPrimary, service.primary(), service.headless()));
    all.add(service(names.canary(), ofCanary, service.canary(), service.headless()));
    target
        .filter(_ -> key.isPresent())
        .flatMap(it -> it.pod().map(pod -> primary(it, pod, ofPrimary)))
        .ifPresent(all::add);
    return all;
  }

  /// The Pods of the new version and of the copy, by the label that tells them apart; none where the repo does not show it.
  static List<Scope> pods(Canary canary, Optional<WorkloadObject> target) {
    String namespace = canary.meta().namespace();
    return target.flatMap(Generated::label).stream()
        .flatMap(it -> Stream.of(it.value(), it.value() + "-primary"))
        .<Scope>map(it ->
            new Scope.Selected(namespace, Map.of(target.flatMap(Generated::key).orElseThrow(), it)))
        .toList();
  }

  /// Empty where the repo does not hold the target or Flagger refuses it: then nobody knows what the Services choose.
  private static Map<String, At<String>> selector(
      Optional<String> key, Optional<At<String>> value) {
    return key.isPresent() && value.isPresent() ? Map.of(key.get(), value.get()) : Map.of();
  }

  private static Optional<String> key(WorkloadObject target) {
    return SELECTOR_LABELS.stream().filter(target.selector()::containsKey).findFirst();
  }

  private static Optional<At<String>> label(WorkloadObject target) {
    return key(target).flatMap(it -> Optional.ofNullable(target.selector().get(it)));
  }

  private WorkloadObject primary(
      WorkloadObject of, PodTemplate pod, Map<String, At<String>> selector) {
    var id = of.meta().id();
    var primary = new ResourceId(id.group(), id.kind(), id.namespace(), id.name() + "-primary");
    var labels = new HashMap<>(pod.labels());
    labels.putAll(selector);
    Origin origin = canary.target().orElseThrow().name().origin();
    return new WorkloadObject(
        new Meta(primary, of.meta().version(), of.meta().labels(), of.meta().annotations(), origin),
        of.replicas().filter(it -> it.value() > 0),
        selector,
        Optional.of(
            new PodTemplate(
                labels,
                pod.annotations(),
                pod.serviceAccount(),
                pod.hostNetwork(),
                pod.mountsToken(),
                pod.containers(),
                pod.origin())));
  }

  private ServiceObject service(
      String name, Map<String, At<String>> selector, Marks marks, boolean headless) {
    Origin origin = service.port().origin();
    var id = new ResourceId("", "Service", canary.meta().namespace(), name);
    return new ServiceObject(
        new Meta(id, "v1", marks.labels(), marks.annotations(), origin),
        Optional.empty(),
        headless ? Optional.of(At.of("None", origin)) : Optional.empty(),
        Optional.empty(),
        false,
        selector,
        ports());
  }

  private List<ServiceObject.Port> ports() {
    var ports = new ArrayList<ServiceObject.Port>();
    Origin origin = service.port().origin();
    ports.add(
        new ServiceObject.Port(
            service.port(),
            service.portName().or(() -> Optional.of(At.of("http", origin))),
            Optional.empty(),
            service.appProtocol(),
            service.target(),
            origin));
    if (service.discoversPorts()) {
      target.flatMap(WorkloadObject::pod).stream()
          .flatMap(it -> it.containers().stream())
          .filter(it -> it.runs() && !PROXIES.contains(it.name()))
          .forEach(it -> discover(it, ports));
    }
    return ports;
  }

  /// Every port of a container but the one that the Service has already.
  private void discover(Container container, List<ServiceObject.Port> into) {
    for (int i = 0; i < container.ports().size(); i++) {
      PodTemplate.Port port = container.ports().get(i);
      if (!isMain(port)) {
        String name = port.name().isEmpty() ? "tcp-" + container.name() + "-" + i : port.name();
        into.add(
            new ServiceObject.Port(
                port.number(),
                Optional.of(port.number().with(name)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                port.number().origin()));
      }
    }
  }

  private boolean isMain(PodTemplate.Port port) {
    if (service.target().isEmpty()) {
      return port.number().value().equals(service.port().value());
    }
    return service.target().get().value() instanceof PortName.Number(int number)
        ? port.number().value() == number
        : service.target().get().value() instanceof PortName.Named(String name)
            && port.name().equals(name);
  }
}
