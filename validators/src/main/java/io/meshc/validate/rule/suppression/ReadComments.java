package io.meshc.validate.rule.suppression;

import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import io.meshc.source.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The comments of one file that silence rules: `# meshc: ignore[MC1004, unknown-field] reason`.
///
/// - After something on its line, a comment governs that line.
/// - On a line of its own it governs the node that starts on the next line that is neither blank nor a comment: that line
///   and those after it that are indented deeper, to the first that is not. Blank lines and comments do not end a node.
///   After a key, the items of a list that start in the key's own column belong to it.
/// - Above the first key of a document, or above its `---`, it governs the whole document.
///
/// What looks like a comment inside of a quoted or block scalar is text.
public final class ReadComments {
  private static final Pattern COMMENT =
      Pattern.compile("(?:^|(?<=\\s))#\\s*meshc:\\s*ignore\\b(?:\\s*\\[([^\\]]*)\\])?(.*)");

  private final SourceFile file;
  private final ScalarPlaces scalars;
  private final String[] lines;

  /// For each line the last one before it that holds more than a comment, or -1; the next such one, itself included; and the
  /// next marker. Looked up, since a file may hold as many comments as lines.
  private final int[] contentBefore;

  private final int[] contentFrom;
  private final int[] markerFrom;

  /// The end of a node by its first line: comments in a row speak of the same one.
  private final Map<Integer, Integer> ends = new HashMap<>();

  private ReadComments(SourceFile file, ScalarPlaces scalars) {
    this.file = file;
    this.scalars = scalars;
    this.lines = SourceLines.of(file.text());
    this.contentBefore = new int[lines.length + 1];
    this.contentFrom = new int[lines.length + 1];
    this.markerFrom = new int[lines.length + 1];
    contentFrom[lines.length] = lines.length;
    markerFrom[lines.length] = lines.length;
    for (int at = lines.length - 1; at >= 0; at--) {
      contentFrom[at] = isSilent(at) ? contentFrom[at + 1] : at;
      markerFrom[at] = isMarker(at) ? at : markerFrom[at + 1];
    }
    contentBefore[0] = -1;
    for (int at = 0; at < lines.length; at++) {
      contentBefore[at + 1] = isSilent(at) ? contentBefore[at] : at;
    }
  }

  public static Stream<Suppression> read(SourceFile file, ScalarPlaces scalars) {
    var reader = new ReadComments(file, scalars);
    return IntStream.range(0, reader.lines.length).boxed().flatMap(reader::onLine);
  }

  private Stream<Suppression> onLine(int index) {
    String line = lines[index];
    Matcher comment = COMMENT.matcher(line);
    while (comment.find()) {
      int column = line.codePointCount(0, comment.start()) + 1;
      if (!scalars.hold(index + 1, column)) {
        int end = line.codePointCount(0, line.length()) + 1;
        var origin = new Origin(file.path(), "", new Span(index + 1, column, index + 1, end));
        boolean alone = line.substring(0, comment.start()).isBlank();
        Span governs = alone ? nodeBelow(index) : rows(index, index + 1);
        String reason = comment.group(2).strip();
        return words(Optional.ofNullable(comment.group(1)).orElse(""))
            .map(it -> new Suppression(origin, it, reason, governs));
      }
    }
    return Stream.empty();
  }

  /// At least one: a comment that names nothing is a suppression without a word.
  private static Stream<String> words(String list) {
    List<String> words =
        Arrays.stream(list.split(",", -1)).map(String::strip).filter(it -> !it.isEmpty()).toList();
    return words.isEmpty() ? Stream.of("") : words.stream();
  }

  private Span nodeBelow(int comment) {
    int first = nextContent(comment + 1);
    if (first < lines.length && isMarker(first)) {
      int start = nextContent(first + 1);
      return rows(start, endOfDocument(start));
    }
    int end =
        startsDocument(first) ? endOfDocument(first) : ends.computeIfAbsent(first, this::endOfNode);
    return rows(first, end);
  }

  private int nextContent(int from) {
    return contentFrom[Math.min(from, lines.length)];
  }

  /// Only blank lines and comments stand between this line and the start of its document.
  private boolean startsDocument(int index) {
    int before = contentBefore[index];
    return before < 0 || isMarker(before);
  }

  private int endOfDocument(int from) {
    return markerFrom[Math.min(from, lines.length)];
  }

  private int endOfNode(int first) {
    if (first >= lines.length) {
      return lines.length;
    }
    int indent = indent(first);
    boolean isItem = isItem(first);
    int at = first + 1;
    while (at < lines.length
        && (isSilent(at)
            || indent(at) > indent
            || (indent(at) == indent && !isItem && isItem(at)))) {
      at++;
    }
    return at;
  }

  /// Blank, or nothing but a comment. A line of a block scalar that looks like one is indented deeper than its node, so
  /// it makes no difference.
  private boolean isSilent(int index) {
    String text = lines[index].strip();
    return text.isEmpty() || text.startsWith("#");
  }

  private boolean isMarker(int index) {
    return lines[index].startsWith("---") || lines[index].startsWith("...");
  }

  private boolean isItem(int index) {
    String text = lines[index].strip();
    return text.equals("-") || text.startsWith("- ");
  }

  private int indent(int index) {
    String line = lines[index];
    return line.length() - line.stripLeading().length();
  }

  /// Whole lines, the second index excluded.
  private static Span rows(int from, int to) {
    return new Span(from + 1, 1, to + 1, 1);
  }
}
