package io.meshc.simulate.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What is expected of the outcomes of a check. All of it has to hold.
///
/// @param refused whether there is to be no answer at all
/// @param statuses one of which every answer has
/// @param counts of each status, or of `refused`; nothing else may come
/// @param servedBy the application behind every answer
/// @param split the share of each application
/// @param tolerance of the shares
/// @param hits how many requests reach an application meanwhile
/// @param headers of the answer: a regular expression, or empty for absent
/// @param requestHeaders the same, as the application saw them
/// @param requestPath as the application saw it
public record Expect(
    Optional<Boolean> refused,
    List<Integer> statuses,
    Map<String, Bounds> counts,
    Optional<String> servedBy,
    Map<String, Double> split,
    OptionalDouble tolerance,
    Map<String, Bounds> hits,
    Map<String, Optional<String>> headers,
    Map<String, Optional<String>> requestHeaders,
    Optional<String> requestPath,
    Optional<String> bodyContains,
    Optional<Bounds> elapsed) {
  public Expect {
    statuses = List.copyOf(statuses);
  }

  /// That every answer has one of these statuses.
  public static Expect status(Integer... statuses) {
    return new Expect(
        Optional.empty(),
        List.of(statuses),
        Map.of(),
        Optional.empty(),
        Map.of(),
        OptionalDouble.empty(),
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// Whether it asks about more than HTTP/2 is read for here.
  boolean looksInside() {
    return servedBy.isPresent()
        || !split.isEmpty()
        || !headers.isEmpty()
        || !requestHeaders.isEmpty()
        || requestPath.isPresent()
        || bodyContains.isPresent();
  }
}
