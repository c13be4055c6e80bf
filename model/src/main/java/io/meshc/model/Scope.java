package io.meshc.model;

import java.util.Map;
import java.util.Optional;

/// Which workloads something is about.
public sealed interface Scope {

  /// Whether a workload is one of them.
  boolean includes(Workload workload);

  /// The one namespace outside of which nothing is included; empty if there is none.
  Optional<String> onlyNamespace();

  /// Every workload of the plane.
  record Everywhere() implements Scope {
    @Override
    public boolean includes(Workload workload) {
      return true;
    }

    @Override
    public Optional<String> onlyNamespace() {
      return Optional.empty();
    }
  }

  record InNamespace(String namespace) implements Scope {
    @Override
    public boolean includes(Workload workload) {
      return workload.namespace().equals(namespace);
    }

    @Override
    public Optional<String> onlyNamespace() {
      return Optional.of(namespace);
    }
  }

  /// Workloads of a namespace by the labels of their Pods. Never empty labels: that is [InNamespace].
  record Selected(String namespace, Map<String, String> labels) implements Scope {
    public Selected {
      labels = Map.copyOf(labels);
    }

    @Override
    public boolean includes(Workload workload) {
      return workload.namespace().equals(namespace) && workload.isSelectedBy(labels);
    }

    @Override
    public Optional<String> onlyNamespace() {
      return Optional.of(namespace);
    }
  }

  /// Workloads of any namespace by the labels of their Pods.
  record SelectedAnywhere(Map<String, String> labels) implements Scope {
    public SelectedAnywhere {
      labels = Map.copyOf(labels);
    }

    @Override
    public boolean includes(Workload workload) {
      return workload.isSelectedBy(labels);
    }

    @Override
    public Optional<String> onlyNamespace() {
      return Optional.empty();
    }
  }

  /// What passes a proxy that stands beside no workload, but before Services: a waypoint.
  ///
  /// @param namespace `""` for a class
  record Attached(To to, String namespace, String name) implements Scope {
    /// What it is said of.
    public enum To {
      SERVICE,
      WAYPOINT,
      CLASS
    }

    @Override
    public boolean includes(Workload workload) {
      return false;
    }

    @Override
    public Optional<String> onlyNamespace() {
      return namespace.isEmpty() ? Optional.empty() : Optional.of(namespace);
    }
  }

  /// Workloads that run as a service account.
  record OfAccount(String namespace, String account) implements Scope {
    /// `namespace/account`, as [Identity#label] says it.
    public String label() {
      return namespace + "/" + account;
    }

    @Override
    public boolean includes(Workload workload) {
      return workload.identity().namespace().equals(namespace)
          && workload.identity().account().equals(account);
    }

    @Override
    public Optional<String> onlyNamespace() {
      return Optional.of(namespace);
    }
  }
}
