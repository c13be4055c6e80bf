package io.meshc.model;

import java.util.Map;
import java.util.Optional;

/// Which workloads something is about.
public sealed interface Scope {
  /// Every workload of the plane.
  record Everywhere() implements Scope {}

  record InNamespace(String namespace) implements Scope {}

  /// Workloads of a namespace by the labels of their Pods. Never empty labels: that is [InNamespace].
  record Selected(String namespace, Map<String, String> labels) implements Scope {
    public Selected {
      labels = Map.copyOf(labels);
    }
  }

  /// Workloads of any namespace by the labels of their Pods.
  record SelectedAnywhere(Map<String, String> labels) implements Scope {
    public SelectedAnywhere {
      labels = Map.copyOf(labels);
    }
  }

  /// Workloads that run as a service account.
  record OfAccount(String namespace, String account) implements Scope {}

  /// The one namespace outside of which nothing is included; empty if there is none.
  default Optional<String> onlyNamespace() {
    return switch (this) {
      case Everywhere _, SelectedAnywhere _ -> Optional.empty();
      case InNamespace(var namespace) -> Optional.of(namespace);
      case Selected(var namespace, var _) -> Optional.of(namespace);
      case OfAccount(var namespace, var _) -> Optional.of(namespace);
    };
  }

  default boolean includes(Workload workload) {
    return switch (this) {
      case Everywhere() -> true;
      case InNamespace(var namespace) -> workload.namespace().equals(namespace);
      case Selected(var namespace, var labels) ->
          workload.namespace().equals(namespace) && workload.isSelectedBy(labels);
      case SelectedAnywhere(var labels) -> workload.isSelectedBy(labels);
      case OfAccount(var namespace, var account) ->
          workload.identity().namespace().equals(namespace)
              && workload.identity().account().equals(account);
    };
  }
}
