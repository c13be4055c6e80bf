package io.meshc.model.traffic;

import io.meshc.model.Route.Edit;
import io.meshc.model.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a rule of a route does to requests, beside sending them on.
///
/// @param timeout of the whole answer; absent for what the mesh does
/// @param retry absent for what the mesh does
/// @param answerEdits what is changed in the answer: headers alone
public record Treatment(
    Optional<Duration> timeout,
    Optional<Retry> retry,
    List<Mirror> mirrors,
    Optional<Delay> delay,
    List<Edit> answerEdits) {
  public static final Treatment NONE =
      new Treatment(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of());

  public Treatment {
    mirrors = List.copyOf(mirrors);
    answerEdits = List.copyOf(answerEdits);
  }

  public boolean isNone() {
    return equals(NONE);
  }

  /// @param attempts beside the first; 0 for none
  /// @param on what is tried again, in the words of Envoy, which all meshes take: `5xx`, `connect-failure`, or a status
  public record Retry(
      int attempts, Optional<Duration> perTry, Optional<Duration> backOff, List<String> on) {
    public Retry {
      on = List.copyOf(on);
    }
  }

  /// A copy of requests, whose answer nobody sees.
  ///
  /// @param share 0 to 1
  public record Mirror(
      ServiceName service, OptionalInt port, Optional<String> subset, double share) {}

  /// @param share of the requests that wait, 0 to 1
  public record Delay(Duration time, double share) {}
}
