package io.meshc.model;

import io.meshc.model.match.Match;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.OptionalInt;

/// Where requests to a Service go instead of to its own endpoints, as every client of the plane sees it. The first rule
/// that covers a request decides.
///
/// @param layer which requests it is about at all; the others go to the Service itself
/// @param unmatched what happens to requests of the layer that no rule covers
public record Route(
    ResourceId resource,
    PlaneId plane,
    ServiceName service,
    Layer layer,
    List<Rule> rules,
    Unmatched unmatched,
    Origin origin) {
  public Route {
    rules = List.copyOf(rules);
  }

  public enum Layer {
    HTTP,
    TCP,
    BOTH
  }

  public enum Unmatched {
    /// They go to the Service's own endpoints.
    SERVICE,
    /// They get no answer but 404, or a closed connection.
    NO_ROUTE
  }

  public record Rule(At<Match> match, List<Backend> backends) {
    public Rule {
      backends = List.copyOf(backends);
    }

    public long totalWeight() {
      return backends.stream().mapToLong(it -> it.weight().value()).sum();
    }
  }

  /// A share of the requests of a rule.
  ///
  /// @param port the port of the backend Service; absent for the port that the client called
  /// @param weight relative to the sum of the rule
  public record Backend(At<ServiceName> service, OptionalInt port, At<Integer> weight) {}
}
