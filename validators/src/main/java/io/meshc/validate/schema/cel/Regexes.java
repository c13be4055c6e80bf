package io.meshc.validate.schema.cel;

import io.meshc.model.match.Regex;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The regular expressions of rules, each compiled once, and none that becomes too large.
final class Regexes {
  /// No verdict on a value: what was to be asked of it cannot be.
  static final class Refused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  /// Expressions may be made of values, so there may be any number.
  private static final int MAX_KNOWN = 10_000;

  private static final Map<String, Optional<Regex>> KNOWN = new ConcurrentHashMap<>();

  private Regexes() {}

  /// @throws Refused for what is no regular expression, or too large
  static Regex of(String text) {
    Optional<Regex> known = KNOWN.get(text);
    if (known == null) {
      known = Regex.of(text);
      if (KNOWN.size() < MAX_KNOWN) {
        KNOWN.put(text, known);
      }
    }
    return known.orElseThrow(() -> new Refused(Regex.fault(text)));
  }
}
