package io.meshc.model.proxy;

import io.meshc.model.match.TextPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A JSON Web Token whose signature holds.
///
/// @param claims texts, numbers, booleans, lists and mappings of these
public record Token(Map<String, Object> claims) {
  public Token {
    claims = Map.copyOf(claims);
  }

  /// The same with the texts of some claims as lists.
  public Token split(Set<String> names) {
    var split = new HashMap<>(claims);
    for (String name : names) {
      if (split.get(name) instanceof String text) {
        split.put(name, List.of(text.split(" ", -1)));
      }
    }
    return new Token(split);
  }

  public Optional<String> issuer() {
    return claims.get("iss") instanceof String issuer ? Optional.of(issuer) : Optional.empty();
  }

  /// Whom it is for: one name, or a list of them.
  public List<String> audiences() {
    return texts(claims.get("aud"));
  }

  /// Whether a claim, or one element of it, is accepted.
  public boolean has(List<String> path, TextPattern value) {
    Object at = claims;
    for (String step : path) {
      if (!(at instanceof Map<?, ?> map) || !map.containsKey(step)) {
        return false;
      }
      at = map.get(step);
    }
    return texts(at).stream().anyMatch(value::accepts);
  }

  private static List<String> texts(@Nullable Object claim) {
    if (claim instanceof String text) {
      return List.of(text);
    }
    return claim instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
