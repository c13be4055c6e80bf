package io.meshc.cli.report;

import io.meshc.diag.Severity;
import io.meshc.source.Origin;
import io.meshc.source.Span;
import java.util.List;
import java.util.Optional;

/// The line of a finding, with marks below what it is about.
final class Excerpt {
  /// Wider lines, such as those of a JSON file in one line, are cut around the place.
  private static final int WIDTH = 140;

  private Excerpt() {}

  /// The lines to print, gutter and all. None where the text is not at hand.
  static List<String> of(Origin origin, Severity severity, Texts texts, Paint paint) {
    Span span = origin.span();
    Optional<Texts.Stretch> found =
        texts.around(origin.file(), span.startLine(), span.startColumn(), WIDTH, 3 * WIDTH);
    if (found.isEmpty()) {
      return List.of();
    }
    int skipped = found.get().skipped();
    int[] line = Paint.harmless(found.get().text()).codePoints().toArray();
    int start = Math.min(span.startColumn() - 1 - skipped, line.length);
    int end =
        span.endLine() == span.startLine()
            ? Math.min(span.endColumn() - 1 - skipped, line.length)
            : line.length;
    int from = line.length <= WIDTH ? 0 : Math.max(0, Math.min(start - 20, line.length - WIDTH));
    int to = Math.min(line.length, from + WIDTH);
    String shown =
        (skipped + from > 0 ? "…" : "")
            + new String(line, from, to - from)
            + (to < line.length || !found.get().whole() ? "…" : "");
    String marks = "^".repeat(Math.max(1, Math.min(end, to) - start));
    String number = String.valueOf(span.startLine());
    String gutter = " ".repeat(number.length());
    return List.of(
        paint.faint(gutter + " |"),
        paint.faint(number + " |") + " " + shown.stripTrailing(),
        paint.faint(gutter + " |")
            + " "
            + (skipped + from > 0 ? " " : "")
            + blanks(line, from, start)
            + paint.severity(severity, marks));
  }

  /// As wide as the text before the place: a tab stays a tab.
  private static String blanks(int[] line, int from, int to) {
    var blanks = new StringBuilder();
    for (int i = from; i < to; i++) {
      blanks.append(line[i] == '\t' ? '\t' : ' ');
    }
    return blanks.toString();
  }
}
