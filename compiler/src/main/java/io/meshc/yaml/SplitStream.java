package io.meshc.yaml;

import java.util.ArrayList;
import java.util.List;

/// Text → the stretches that hold one document each.
///
/// A line that starts with `---` or `...` ends a document whatever stands before it, an open quote
/// or block scalar too. So each document can be parsed alone, and a broken one never hides its
/// neighbours.
public final class SplitStream {

  /// One document. Parts without content (blank, comments only) are left out.
  ///
  /// @param content where it starts, after its `---` line; on that line, where something follows
  ///   the marker
  /// @param parseFrom where the parser has to start: at the directives or the marker before it
  /// @param line the line of `parseFrom`, from 1
  /// @param end where the next marker stands, or the length of the text
  public record Part(int content, int parseFrom, int line, int end) {}

  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private int content;
  private int parseFrom;
  private int line = 1;
  private boolean blank = true;
  private boolean directives;
  private int dotsAt = -1;

  private SplitStream(String text) {
    this.text = text;
  }

  public static List<Part> split(String text) {
    var stream = new SplitStream(text);
    stream.run();
    return stream.parts;
  }

  private void run() {
    int number = 1;
    for (int start = 0; start < text.length(); number++) {
      int end = Lines.end(text, start);
      int next = Math.min(Lines.next(text, start), text.length());
      if (isMarker("---", start, end)) {
        close(start);
        openExplicit(start, end, next, number);
      } else if (isMarker("...", start, end)) {
        close(start);
        open(next, next, number + 1);
        dotsAt = start;
      } else if (blank && start < end && text.charAt(start) == '%') {
        directives = true;
      } else if (!isBlank(start, end)) {
        blank = false;
      }
      start = next;
    }
    close(text.length());
  }

  private void close(int end) {
    if (!blank) {
      parts.add(new Part(content, parseFrom, line, end));
    } else if (!directives && !parts.isEmpty() && parts.getLast().end() == dotsAt) {
      Part last = parts.removeLast();
      parts.add(new Part(last.content(), last.parseFrom(), last.line(), end));
    }
  }

  private void openExplicit(int start, int end, int next, int number) {
    boolean bare = isBlank(start + 3, end);
    int after = bare ? next : start + 3;
    if (blank && directives) {
      open(after, parseFrom, line);
    } else {
      open(after, start, number);
    }
    blank = bare;
  }

  private void open(int content, int parseFrom, int line) {
    this.content = content;
    this.parseFrom = parseFrom;
    this.line = line;
    blank = true;
    directives = false;
    dotsAt = -1;
  }

  private boolean isMarker(String marker, int start, int end) {
    return text.startsWith(marker, start)
        && (start + 3 == end || text.charAt(start + 3) == ' ' || text.charAt(start + 3) == '\t');
  }

  private boolean isBlank(int start, int end) {
    int at = start;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at == end || text.charAt(at) == '#';
  }
}
