package io.meshc.yaml;

import java.util.Arrays;

/// The lines of a text, to go from line and column (in code points, from 1) to an offset (in UTF-16
/// units) and back. For one thread. A line ends with `\n`, `\r\n` or a lone `\r`.
public final class Lines {
  /// At the start of a line it is no column: there it is the start of a file that was joined to others.
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final String text;
  private final int[] starts;

  /// What was asked for last, as questions about one long line mostly go on from there: the lists of a JSON file may all stand
  /// in its first line.
  private int lastLine;

  private int lastColumn;
  private int lastOffset;

  private Lines(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  public static Lines of(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int at = next(text, 0); at <= text.length(); at = next(text, at)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at;
      if (at == text.length()) {
        break;
      }
    }
    return new Lines(text, Arrays.copyOf(starts, count));
  }

  /// Where the line after the one at `from` starts; one more than the length where there is none.
  public static int next(String text, int from) {
    int end = end(text, from);
    if (end == text.length()) {
      return end + 1;
    }
    boolean pair =
        text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
    return end + (pair ? 2 : 1);
  }

  /// Where the line at `from` ends, before its line break.
  public static int end(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  /// The offset of a line and column, never beyond the text.
  public int offset(int line, int column) {
    if (line > starts.length) {
      return text.length();
    }
    boolean on = line == lastLine && column >= lastColumn;
    int at = on ? lastOffset : afterMark(starts[line - 1]);
    int reached = on ? lastColumn : 1;
    for (; reached < column && at < text.length(); reached++) {
      at += Character.charCount(text.codePointAt(at));
    }
    lastLine = line;
    lastColumn = reached;
    lastOffset = at;
    return at;
  }

  private int afterMark(int start) {
    return start < text.length() && text.charAt(start) == BYTE_ORDER_MARK ? start + 1 : start;
  }

  public String text() {
    return text;
  }

  /// How many lines there are; one at least.
  public int count() {
    return starts.length;
  }

  public int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  public int column(int offset) {
    int start = afterMark(starts[line(offset) - 1]);
    return offset < start ? 1 : text.codePointCount(start, offset) + 1;
  }

  public int start(int line) {
    return line > starts.length ? text.length() : starts[line - 1];
  }
}
