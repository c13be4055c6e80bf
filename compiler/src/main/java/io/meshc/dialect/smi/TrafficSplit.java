package io.meshc.dialect.smi;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import java.util.List;
import java.util.Optional;

/// `split.smi-spec.io` TrafficSplit: requests to a Service go to other Services by weight.
///
/// @param service absent only where the author left it out, which is a problem
/// @param matches route groups that the split is limited to (v1alpha3 and later); empty means all requests
public record TrafficSplit(
    Meta meta, Optional<At<String>> service, List<At<Backend>> backends, List<At<GroupRef>> matches)
    implements Resource {
  public TrafficSplit {
    backends = List.copyOf(backends);
    matches = List.copyOf(matches);
  }

  /// @param weight never negative; whole from v1alpha2 on
  /// @param written the weight as its author wrote it; `""` where it cannot be read
  public record Backend(At<String> service, At<Weight> weight, String written) {}

  /// A TypedLocalObjectReference. It always means a whole group.
  public record GroupRef(Optional<At<String>> apiGroup, At<String> kind, At<String> name) {
    /// Whether it names an HTTPRouteGroup.
    public boolean isRouteGroup() {
      return kind.value().equals("HTTPRouteGroup")
          && apiGroup.map(it -> it.value().equals(SmiGroups.SPECS)).orElse(true);
    }
  }
}
