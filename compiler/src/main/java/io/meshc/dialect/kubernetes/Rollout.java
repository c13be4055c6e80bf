package io.meshc.dialect.kubernetes;

import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Optional;

/// What a Rollout of Argo has that a Deployment has not: where its template stands, and whose weights it moves.
///
/// @param templateOf the workload whose Pod template it runs; absent where it has its own
/// @param stableService chooses the Pods of the old version; Argo sees to that
/// @param canaryService chooses the Pods of the new one
/// @param split the TrafficSplit that it makes
/// @param moved VirtualServices and routes of the Gateway API that others write, and whose weights it changes
public record Rollout(
    Optional<At<ResourceId>> templateOf,
    Optional<At<String>> stableService,
    Optional<At<String>> canaryService,
    Optional<Split> split,
    List<At<ResourceId>> moved) {
  public Rollout {
    moved = List.copyOf(moved);
  }

  /// @param root the Service that clients call; absent means the stable one
  public record Split(Optional<At<String>> root) {}
}
