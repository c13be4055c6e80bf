package io.meshc.lower;

import io.meshc.model.Request;
import io.meshc.model.Scope;
import io.meshc.model.ServiceName;
import io.meshc.model.Workload;
import io.meshc.model.match.Match;
import java.util.List;
import java.util.Optional;

/// The requests that a loss may decide otherwise. Verification leaves them out, and nothing else.
///
/// @param service the Service that was called, or empty for all
/// @param destination the workloads at which they arrive
/// @param match the requests; `None` for a loss that changes no decision
public record Region(Optional<ServiceName> service, Scope destination, Match match) {

  /// No decision changes.
  public static final Region NOTHING =
      new Region(Optional.empty(), new Scope.Everywhere(), Match.NONE);

  public static Region requests(Match match) {
    return new Region(Optional.empty(), new Scope.Everywhere(), match);
  }

  public static Region at(Scope destination, Match match) {
    return new Region(Optional.empty(), destination, match);
  }

  public static Region to(ServiceName service, Match match) {
    return new Region(Optional.of(service), new Scope.Everywhere(), match);
  }

  /// Whether a request is, or may be, in the region.
  ///
  /// @param called the Service that the client named
  /// @param reached the workloads that it may reach by either configuration
  public boolean holds(Optional<ServiceName> called, List<Workload> reached, Request request) {
    boolean service = this.service.isEmpty() || this.service.equals(called);
    boolean there =
        destination instanceof Scope.Everywhere || reached.stream().anyMatch(destination::includes);
    return service && there && !match.covers(request).isNo();
  }
}
