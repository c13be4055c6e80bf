package io.meshc.normalize.smi;

import io.meshc.model.match.Match;
import io.meshc.model.match.PlainRegex;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.model.match.TextPattern.FullRegex;
import io.meshc.model.match.TextPattern.StartRegex;
import io.meshc.normalize.Settings.PathReading;
import java.util.Optional;

/// `pathRegex` → match. SMI Traffic Specs anchors it at the start alone; Open Service Mesh matches the whole path (Envoy's
/// `safe_regex`). Where the two differ and nobody says which it is, what lies between them is unknown.
final class ReadPath {
  private ReadPath() {}

  /// An empty text is any path, as if nothing were written (Open Service Mesh's route building).
  static Match read(String text, Optional<PathReading> reading) {
    if (text.isEmpty()) {
      return on(TextPattern.ANYTHING);
    }
    Optional<Regex> regex = Regex.of(text);
    if (regex.isEmpty()) {
      return invalid(text);
    }
    var full = new FullRegex(regex.get());
    var start = new StartRegex(regex.get());
    if (reading.isPresent()) {
      return on(
          switch (reading.get()) {
            case FULL -> full;
            case PREFIX -> start;
          });
    }
    if (agree(text, full, start)) {
      return on(full);
    }
    return new Match.Unclear(
        on(full),
        on(start),
        "pathRegex `"
            + text
            + "` is the whole path to Open Service Mesh, and a start of it to the text of SMI:"
            + " `--smi-path-regex` says which");
  }

  /// What an expression that RE2 refuses would match is anybody's guess.
  static Match invalid(String text) {
    return new Match.Unclear(
        Match.NONE, Match.ANY, "`" + text + "` is no regular expression of RE2");
  }

  private static Match on(TextPattern pattern) {
    return new Match.OnPath(pattern);
  }

  private static boolean agree(String text, TextPattern full, TextPattern start) {
    return PlainRegex.simplest(full).equals(PlainRegex.simplest(start)) || isOpenOrClosed(text);
  }

  /// Whether it ends in `.*` or `$` for every alternative: outside of a group there is no `|`.
  private static boolean isOpenOrClosed(String text) {
    int depth = 0;
    boolean inClass = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (inClass) {
        inClass = c != ']';
      } else if (c == '[') {
        inClass = true;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == '|' && depth == 0) {
        return false;
      }
    }
    return endsPlainly(text, ".*") || endsPlainly(text, "$");
  }

  /// Whether it ends so, and the end is not escaped.
  private static boolean endsPlainly(String text, String end) {
    if (!text.endsWith(end)) {
      return false;
    }
    int escapes = 0;
    for (int i = text.length() - end.length() - 1; i >= 0 && text.charAt(i) == '\\'; i--) {
      escapes++;
    }
    return escapes % 2 == 0;
  }
}
