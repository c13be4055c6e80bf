package io.meshc.model;

import io.meshc.model.match.Match;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Optional;
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

    public boolean varies() {
      return backends.stream().anyMatch(it -> it.varies().isPresent());
    }

    public long totalWeight() {
      return backends.stream().mapToLong(it -> it.weight().value()).sum();
    }
  }

  /// A share of the requests of a rule.
  ///
  /// @param port the port of the backend Service; absent for the port that the client called
  /// @param weight relative to the sum of the rule; where it varies, what it is as long as nothing is rolled out
  /// @param varies a controller moves the weight over time
  public record Backend(
      At<ServiceName> service, OptionalInt port, At<Integer> weight, Optional<Varies> varies) {

    /// One whose weight is what is written.
    public Backend(At<ServiceName> service, OptionalInt port, At<Integer> weight) {
      this(service, port, weight, Optional.empty());
    }

    public int least() {
      return varies.map(Varies::least).orElse(weight.value());
    }

    public int most() {
      return varies.map(Varies::most).orElse(weight.value());
    }
  }

  /// The bounds of a weight.
  ///
  /// @param by who moves it, for messages
  public record Varies(int least, int most, String by) {}
}
