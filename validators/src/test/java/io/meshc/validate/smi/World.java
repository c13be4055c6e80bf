package io.meshc.validate.smi;

import static io.meshc.validate.smi.Yaml.list;
import static io.meshc.validate.smi.Yaml.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Kubernetes objects of a repo, as they stand in its documents.
final class World {
  final List<Map<String, Object>> documents;

  World(List<Map<String, Object>> documents) {
    this.documents = documents;
  }

  record Workload(String namespace, String name, String account, int replicas, Map<?, ?> labels) {
    static Workload of(Map<String, Object> deployment) {
      return new Workload(
          text(deployment, "metadata", "namespace"),
          text(deployment, "metadata", "name"),
          text(deployment, "spec", "template", "spec", "serviceAccountName"),
          Integer.parseInt(text(deployment, "spec", "replicas")),
          World.labels(deployment, "spec", "template", "metadata", "labels"));
    }

    boolean has(Map<?, ?> wanted) {
      return labels.entrySet().containsAll(wanted.entrySet());
    }
  }

  static Map<?, ?> labels(Object from, String... path) {
    return Yaml.at(from, path).map(it -> (Map<?, ?>) it).orElse(Map.of());
  }

  List<Map<String, Object>> all(String kind) {
    return documents.stream().filter(it -> text(it, "kind").equals(kind)).toList();
  }

  Optional<Map<String, Object>> find(String kind, String namespace, String name) {
    return all(kind).stream()
        .filter(it -> text(it, "metadata", "namespace").equals(namespace))
        .filter(it -> text(it, "metadata", "name").equals(name))
        .findFirst();
  }

  static String version(Object document) {
    return text(document, "apiVersion").replaceFirst(".*/", "");
  }

  List<Workload> workloads() {
    return all("Deployment").stream().map(Workload::of).toList();
  }

  boolean takes(String namespace, String service, int port) {
    return find("Service", namespace, service).stream()
        .flatMap(it -> list(it, "spec", "ports").stream())
        .anyMatch(it -> text(it, "port").equals(String.valueOf(port)));
  }

  List<Workload> endpoints(String namespace, String service) {
    Map<?, ?> selector =
        labels(find("Service", namespace, service).orElseThrow(), "spec", "selector");
    return workloads().stream()
        .filter(it -> it.namespace().equals(namespace) && it.has(selector))
        .toList();
  }
}
