package io.meshc.model.match;

import io.meshc.model.Request;
import java.util.List;
import java.util.Optional;

/// Why a match does not cover a request: the first predicate that fails.
public final class Mismatch {
  private Mismatch() {}

  /// Empty if the request is covered, or may be.
  public static Optional<String> of(Match match, Request request) {
    if (!match.covers(request).isNo()) {
      return Optional.empty();
    }
    return switch (match) {
      case Match.All(List<Match> parts) ->
          parts.stream().flatMap(it -> of(it, request).stream()).findFirst();
      case Match.OneOf(List<Match> parts) when parts.size() == 1 -> of(parts.getFirst(), request);
      default -> Optional.of("wants " + MatchText.of(match) + actual(match, request));
    };
  }

  private static String actual(Match match, Request request) {
    return switch (match) {
      case Match.OnMethod _ -> said(request.method());
      case Match.OnPath _ -> said(request.path());
      case Match.OnHost _ -> said(request.authority());
      case Match.OnHeader(var name, var _) ->
          request.values(name).isEmpty()
              ? ", which is absent"
              : said(String.join("`, `", request.values(name)));
      case Match.OnIdentity _, Match.OnSourceNamespace _ ->
          request.identity().map(it -> said(it.text())).orElse(", which plaintext does not prove");
      case Match.OnServicePort _ -> said(String.valueOf(request.servicePort()));
      case Match.OnWorkloadPort _ -> said(String.valueOf(request.workloadPort()));
      default -> "";
    };
  }

  private static String said(String value) {
    return ", is `" + value + "`";
  }
}
