package io.meshc.yaml;

import java.util.ArrayList;
import java.util.List;

/// Text → the stretches that hold one document each.
///
/// A line that starts with `---` or `...` ends a document whatever stands before it, an open quote
/// or block scalar too. So each document can be parsed alone, and a broken one never hides its
/// neighbours. A byte order mark may stand before each of them, as it does where files were joined.
public final class SplitStream {

  /// One document. Parts without content (blank, comments only) are left out.
  ///
  /// @param content where it starts, after its `---` line; on that line, where something follows
  ///   the marker
  /// @param parseFrom where the parser has to start: at the directives or the marker before it
  /// @param line the line of `parseFrom`, from 1
  /// @param end where the next marker stands, or the length of the text
  public record Part(int content, int parseFrom, int line, int end) {}

  private static final char BYTE_ORDER_MARK = '\ufeff';

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
    for (int from = 0; from < text.length(); number++) {
      int end = Lines.end(text, from);
      int next = Math.min(Lines.next(text, from), text.length());
      int start = text.charAt(from) == BYTE_ORDER_MARK ? afterMark(from, end, number) : from;
      if (isMarker("---", start, end)) {
        close(from);
        openExplicit(start, end, next, number);
      } else if (isMarker("...", start, end)) {
        close(from);
        open(next, next, number + 1);
        dotsAt = start == from ? from : -1;
      } else if (blank && start < end && text.charAt(start) == '%') {
        directives = true;
      } else if (!isBlank(start, end)) {
        blank = false;
      }
      from = next;
    }
    close(text.length());
  }

  /// The parser takes the mark at the very start of its text alone, and would make it a part of the first key elsewhere.
  private int afterMark(int from, int end, int number) {
    boolean marker = isMarker("---", from + 1, end) || isMarker("...", from + 1, end);
    if (marker || (blank && !directives)) {
      if (!marker) {
        open(from + 1, from + 1, number);
      }
      return from + 1;
    }
    return from;
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
