package io.meshc.rules.istio.virtualservice;

import io.meshc.dialect.istio.StringMatch;
import io.meshc.dialect.istio.routing.HttpMatch;
import io.meshc.source.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The matches of path prefixes so far, by what else they ask for: of a later one each start is looked up, so that ten
/// thousand cost no more than their text.
final class Prefixes {
  private final Map<String, Map<String, Origin>> prefixesByRest = new HashMap<>();

  /// Where an earlier prefix stands that takes all requests of this match. Remembers this one.
  Optional<Origin> covering(HttpMatch match) {
    if (!(match.uri().orElse(null) instanceof StringMatch.Prefix uri)) {
      return Optional.empty();
    }
    String prefix = uri.text().value();
    Map<String, Origin> earlier =
        prefixesByRest.computeIfAbsent(MatchKey.besidePath(match), _ -> new HashMap<>());
    Optional<Origin> found = Optional.empty();
    for (int end = 1; end < prefix.length() && found.isEmpty(); end++) {
      found = Optional.ofNullable(earlier.get(prefix.substring(0, end)));
    }
    earlier.putIfAbsent(prefix, match.origin());
    return found;
  }
}
