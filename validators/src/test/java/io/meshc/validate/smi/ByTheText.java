package io.meshc.validate.smi;

import static io.meshc.validate.smi.Yaml.list;
import static io.meshc.validate.smi.Yaml.text;

import io.meshc.validate.smi.World.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Access as the text of SMI has it (Traffic Access and Traffic Specs, v1alpha1 to v1alpha4).
final class ByTheText extends Reading {
  private final Optional<Boolean> wholePaths;

  ByTheText(List<Map<String, Object>> documents, Optional<Boolean> wholePaths) {
    super(new World(documents));
    this.wholePaths = wholePaths;
  }

  @Override
  Optional<Boolean> wholePaths() {
    return wholePaths;
  }

  @Override
  boolean serves(Object document) {
    return true;
  }

  @Override
  boolean knows(Workload workload, Asked asked) {
    return true;
  }

  /// "Access control is additive, all traffic is denied by default."
  @Override
  boolean letsIn(Workload workload, Asked asked, boolean http, boolean doubts) {
    return world.all("TrafficTarget").stream()
        .anyMatch(it ->
            isDestination(it, workload, doubts)
                && isSource(it, asked, doubts)
                && isGranted(it, asked, http, doubts));
  }

  private boolean isDestination(Object target, Workload workload, boolean doubts) {
    Object subject = Yaml.at(fields(target), "destination").orElseThrow();
    if (text(subject, "kind").equals("ServiceAccount")) {
      return namespace(subject, target).equals(workload.namespace())
          && text(subject, "name").equals(workload.account());
    }
    return binding(subject, target)
        .filter(it -> doubts || !isContested(it))
        .filter(it -> isBound(it, workload))
        .isPresent();
  }

  private Optional<Map<String, Object>> binding(Object subject, Object target) {
    return world.find("IdentityBinding", namespace(subject, target), text(subject, "name"));
  }

  /// "Each scheme is OR'd with the others", and it "makes no declaration for workloads in another namespace".
  private static boolean isBound(Object binding, Workload workload) {
    return text(binding, "metadata", "namespace").equals(workload.namespace())
        && (names(binding, workload.namespace(), workload.account())
            || (!labels(binding).isEmpty() && workload.has(labels(binding))));
  }

  /// The SDK of SMI refuses ids without their scheme, and the text has them so.
  private static boolean isContested(Object binding) {
    return list(binding, "spec", "schemes", "spiffeIdentities").stream()
        .anyMatch(it -> !it.toString().startsWith("spiffe://"));
  }

  private static boolean names(Object binding, String namespace, String account) {
    String id = "cluster.local/ns/" + namespace + "/sa/" + account;
    return text(binding, "metadata", "namespace").equals(namespace)
        && (text(binding, "spec", "schemes", "serviceAccount").equals(account)
            || list(binding, "spec", "schemes", "spiffeIdentities").stream()
                .anyMatch(it -> it.equals(id) || it.equals("spiffe://" + id)));
  }

  private static Map<?, ?> labels(Object binding) {
    return World.labels(binding, "spec", "schemes", "podLabelSelector", "matchLabels");
  }

  private boolean isSource(Object target, Asked asked, boolean doubts) {
    return list(fields(target), "sources").stream()
        .anyMatch(
            it -> (doubts || Yaml.at(it, "port").isEmpty()) && isSource(it, target, asked, doubts));
  }

  private boolean isSource(Object subject, Object target, Asked asked, boolean doubts) {
    if (text(subject, "kind").equals("ServiceAccount")) {
      return namespace(subject, target).equals(asked.fromNamespace())
          && text(subject, "name").equals(asked.fromAccount());
    }
    return binding(subject, target)
        .filter(it -> doubts || !isContested(it))
        .filter(it -> isBound(it, asked, doubts))
        .isPresent();
  }

  /// A client is known by its account, so labels mean it for sure where all Pods of the account have them; and where no Pods
  /// at all have them, somebody may whom the repo does not show.
  private boolean isBound(Object binding, Asked asked, boolean doubts) {
    String namespace = text(binding, "metadata", "namespace");
    if (names(binding, asked.fromNamespace(), asked.fromAccount())) {
      return true;
    }
    if (labels(binding).isEmpty() || !namespace.equals(asked.fromNamespace())) {
      return false;
    }
    List<Workload> here =
        world.workloads().stream().filter(it -> it.namespace().equals(namespace)).toList();
    List<Workload> own =
        here.stream().filter(it -> it.account().equals(asked.fromAccount())).toList();
    if (own.isEmpty()) {
      return doubts && here.stream().noneMatch(it -> it.has(labels(binding)));
    }
    return doubts
        ? own.stream().anyMatch(it -> it.has(labels(binding)))
        : own.stream().allMatch(it -> it.has(labels(binding)));
  }

  /// Routes and ports must both hold; a UDPRoute grants UDP, and beside routes nobody knows what it means.
  private boolean isGranted(Object target, Asked asked, boolean http, boolean doubts) {
    List<?> routes = rules(target, "HTTPRouteGroup");
    List<?> ports = rules(target, "TCPRoute");
    String port = text(fields(target), "destination", "port");
    if (rules(target, "").isEmpty() || !(port.isEmpty() || port.equals(asked.port() + ""))) {
      return false;
    }
    if (ports.isEmpty() && !rules(target, "UDPRoute").isEmpty() && (routes.isEmpty() || !doubts)) {
      return false;
    }
    String namespace = text(target, "metadata", "namespace");
    return (ports.isEmpty() || ports.stream().anyMatch(it -> isPort(it, namespace, asked.port())))
        && (routes.isEmpty()
            || routes.stream().anyMatch(it -> isRoute(it, namespace, asked, http, doubts)));
  }

  private boolean isPort(Object rule, String namespace, int port) {
    return world
        .find("TCPRoute", namespace, text(rule, "name"))
        .map(it -> list(it, "spec", "matches", "ports"))
        .filter(it -> it.isEmpty() || it.contains(port))
        .isPresent();
  }

  /// "The `matches` field is optional and if omitted, a rule is valid for all the matches in a traffic spec."
  private boolean isRoute(
      Object rule, String namespace, Asked asked, boolean http, boolean doubts) {
    List<?> names = list(rule, "matches");
    return matches(namespace, text(rule, "name")).stream()
        .filter(it -> names.isEmpty() || names.contains(text(it, "name")))
        .anyMatch(it -> covers(it, asked, http, doubts));
  }
}
