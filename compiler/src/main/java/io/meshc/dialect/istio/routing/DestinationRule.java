package io.meshc.dialect.istio.routing;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.routing.LoadBalancer.Balancing;
import io.meshc.dialect.istio.routing.TrafficPolicy.Mode;
import io.meshc.dialect.istio.routing.TrafficPolicy.Tls;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How clients talk to a host.
///
/// @param host the Service, by its full or its short name; absent where it could not be read
/// @param exportTo the namespaces that see it; empty for the mesh's default
/// @param workloadSelector the clients that it holds for; absent for all
public record DestinationRule(
    Meta meta,
    Optional<At<String>> host,
    Optional<TrafficPolicy> trafficPolicy,
    List<Subset> subsets,
    List<At<String>> exportTo,
    Optional<WorkloadSelector> workloadSelector)
    implements Resource {
  public DestinationRule {
    subsets = List.copyOf(subsets);
    exportTo = List.copyOf(exportTo);
  }

  /// One of a balancing and a TLS mode.
  public static DestinationRule of(
      Meta meta, At<String> host, Optional<At<Balancing>> simple, Optional<At<Mode>> tls) {
    var policy =
        new TrafficPolicy(
            simple.map(LoadBalancer::of),
            Optional.empty(),
            Optional.empty(),
            tls.map(Tls::of),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            meta.origin());
    return new DestinationRule(
        meta, Optional.of(host), Optional.of(policy), List.of(), List.of(), Optional.empty());
  }

  /// @param labels of Pods, beside those of the Service
  public record Subset(
      Optional<At<String>> name,
      Map<String, At<String>> labels,
      Optional<TrafficPolicy> trafficPolicy,
      Origin origin) {
    public Subset {
      labels = Map.copyOf(labels);
    }
  }

  public record WorkloadSelector(Map<String, At<String>> matchLabels, Origin origin) {
    public WorkloadSelector {
      matchLabels = Map.copyOf(matchLabels);
    }
  }
}
