package io.meshc.dialect.kubernetes;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import java.util.Map;
import java.util.Optional;

/// Whatever runs Pods: Deployment, StatefulSet, DaemonSet, ReplicaSet, ReplicationController, Job, CronJob, Pod, and the
/// Rollout of Argo.
///
/// @param selector the labels by which it knows its Pods; empty where it has none
/// @param pod absent where the template stands elsewhere: a Rollout with `workloadRef`
/// @param rollout only of a Rollout
public record WorkloadObject(
    Meta meta,
    Optional<At<Integer>> replicas,
    Map<String, At<String>> selector,
    Optional<PodTemplate> pod,
    Optional<Rollout> rollout)
    implements Resource {
  public WorkloadObject {
    selector = Map.copyOf(selector);
  }

  /// Of any kind but a Rollout.
  public WorkloadObject(
      Meta meta,
      Optional<At<Integer>> replicas,
      Map<String, At<String>> selector,
      Optional<PodTemplate> pod) {
    this(meta, replicas, selector, pod, Optional.empty());
  }
}
