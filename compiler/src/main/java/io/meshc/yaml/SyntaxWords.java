package io.meshc.yaml;

import io.meshc.source.Span;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/// What the parser threw, in our words.
final class SyntaxWords {
  private SyntaxWords() {}

  /// By a part of the parser's own words; the first that fits counts.
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("mapping values are not allowed here", "`: ` is not allowed here"),
          Map.entry("mapping keys are not allowed here", "a key is not allowed here"),
          Map.entry("sequence entries are not allowed here", "`- ` is not allowed here"),
          Map.entry("could not find expected ':'", "a key has no `:` after it"),
          Map.entry("a simple key is required", "a key has no `:` after it"),
          Map.entry("found unexpected end of stream", "a quote is opened and never closed"),
          Map.entry("found unexpected document separator", "a quote is opened and never closed"),
          Map.entry("found undefined tag handle", "a tag has a prefix that no `%TAG` line states"),
          Map.entry("but found '<stream end>'", "the document ends in the middle of a value"),
          Map.entry(
              "expected <block end>", "this line is not part of the mapping or list above it"),
          Map.entry("expected the node content", "a value is expected here"));

  /// @param text the document that was parsed
  /// @param firstLine its first line in the file
  static Malformed of(RuntimeException thrown, String text, int firstLine) {
    return switch (thrown) {
      case Malformed ours -> ours;
      case MarkedYamlEngineException marked -> marked(marked, text, firstLine);
      case YamlVersionException _ ->
          new Malformed(at(firstLine, 1), "the `%YAML` line asks for a version that is not known");
      default -> new Malformed(at(firstLine, 1), "the document cannot be parsed");
    };
  }

  private static Malformed marked(MarkedYamlEngineException thrown, String text, int firstLine) {
    String said = String.valueOf(thrown.getProblem());
    OptionalInt open =
        said.contains("'<stream end>'") ? Bare.openBracket(text) : OptionalInt.empty();
    if (open.isPresent()) {
      Lines lines = Lines.of(text);
      int line = lines.line(open.getAsInt()) + firstLine - 1;
      return new Malformed(
          at(line, lines.column(open.getAsInt())),
          "`" + text.charAt(open.getAsInt()) + "` is opened and never closed");
    }
    return new Malformed(span(place(thrown, said), firstLine), words(said));
  }

  /// Of what is opened and never closed the opening is the place, not the end of the document.
  private static Optional<Mark> place(MarkedYamlEngineException thrown, String said) {
    boolean open =
        said.contains("unexpected end of stream")
            || said.contains("unexpected document separator")
            || said.contains("could not find expected ':'");
    return open
        ? thrown.getContextMark().or(thrown::getProblemMark)
        : thrown.getProblemMark().or(thrown::getContextMark);
  }

  private static String words(String problem) {
    String said = problem.strip().toLowerCase(Locale.ROOT);
    if (said.contains("tab") && (said.contains("indentation") || said.contains("token"))) {
      return "a tab stands where only spaces are allowed";
    }
    if (said.contains("that cannot start any token")) {
      return "character `"
          + between(said, "found character '", "' that")
          + "` cannot start a value; it needs quotes";
    }
    if (said.startsWith("expected ',' or")) {
      return "`,` or a closing bracket is missing";
    }
    if (said.contains("escape")) {
      return "an escape in double quotes is not one that YAML knows";
    }
    return WORDS.entrySet().stream()
        .filter(it -> said.contains(it.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> said.lines().findFirst().orElse("the document cannot be parsed"));
  }

  private static String between(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    int end = text.indexOf(after, start);
    return end < 0 ? text : text.substring(start, end);
  }

  private static Span span(Optional<Mark> mark, int firstLine) {
    return mark.map(it -> at(it.getLine() + firstLine, it.getColumn() + 1))
        .orElse(at(firstLine, 1));
  }

  private static Span at(int line, int column) {
    return new Span(line, column, line, column + 1);
  }
}
