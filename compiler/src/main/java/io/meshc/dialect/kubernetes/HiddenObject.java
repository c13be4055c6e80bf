package io.meshc.dialect.kubernetes;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An object whose values the repo does not show: a template, encrypted, or a text that nobody can read. Its kind is known, and
/// that is enough to know what it may touch.
///
/// @param meta with an empty name or namespace where those are not shown either
/// @param why for messages, such as `a template`
/// @param podLabels of the Pods that it runs, where the repo shows all of them
public record HiddenObject(Meta meta, String why, Optional<Map<String, String>> podLabels)
    implements Resource {
  private static final Set<String> WORKLOADS =
      Set.of(
          "Pod",
          "ReplicationController",
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "ReplicaSet",
          "Job",
          "CronJob",
          "Rollout");

  public HiddenObject {
    podLabels = podLabels.map(Map::copyOf);
  }

  public HiddenObject(Meta meta, String why) {
    this(meta, why, Optional.empty());
  }

  public boolean isWorkload() {
    return WORKLOADS.contains(meta.id().kind());
  }

  public boolean isNamespace() {
    return meta.id().group().isEmpty() && meta.id().kind().equals("Namespace");
  }

  /// Whether it may be that namespace, or stand in it.
  public boolean mayBeIn(String namespace) {
    String shown = isNamespace() ? meta.name() : meta.namespace();
    return shown.isEmpty() || shown.equals(namespace);
  }

  /// Whether a Service may choose the Pods that it runs.
  public boolean mayBeSelected(Map<String, String> selector) {
    return !selector.isEmpty()
        && podLabels.map(it -> it.entrySet().containsAll(selector.entrySet())).orElse(true);
  }

  /// `Deployment shop/web`, or `a Deployment` without a name.
  public String label() {
    String kind = meta.id().kind();
    String place = isNamespace() || meta.namespace().isEmpty() ? "" : meta.namespace() + "/";
    return meta.name().isEmpty() ? "a " + kind : "`" + kind + " " + place + meta.name() + "`";
  }
}
