package io.meshc.validate.rule.suppression;

import io.meshc.source.SourceFile;
import io.meshc.source.Span;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The scalars of one file that may hold a `#`: those in quotes and in blocks, by the lines on which they stand.
public final class ScalarPlaces {
  private final String[] lines;
  private final Map<Integer, List<Span>> byLine = new HashMap<>();

  private ScalarPlaces(SourceFile file) {
    lines = SourceLines.of(file.text());
  }

  public static ScalarPlaces of(SourceFile file, List<Document> documents) {
    var places = new ScalarPlaces(file);
    documents.forEach(it -> places.add(it.root()));
    return places;
  }

  public boolean hold(int line, int column) {
    return byLine.getOrDefault(line, List.of()).stream().anyMatch(it -> holds(it, line, column));
  }

  private static boolean holds(Span scalar, int line, int column) {
    boolean after =
        line > scalar.startLine() || (line == scalar.startLine() && column > scalar.startColumn());
    boolean before =
        line < scalar.endLine() || (line == scalar.endLine() && column < scalar.endColumn());
    return after && before;
  }

  private void add(Node node) {
    switch (node) {
      case Node.Scalar scalar -> add(scalar);
      case Node.Sequence(var items, _) -> items.forEach(this::add);
      case Node.Mapping(var entries, _) -> entries.forEach(this::add);
    }
  }

  private void add(Node.Entry entry) {
    add(new Node.Scalar(entry.key(), true, entry.keySpan()));
    add(entry.value());
  }

  private void add(Node.Scalar scalar) {
    if (scalar.quoted()) {
      Span span = isBlock(scalar.span()) ? withoutHeader(scalar.span()) : scalar.span();
      for (int line = span.startLine(); line <= span.endLine(); line++) {
        byLine.computeIfAbsent(line, _ -> new ArrayList<>()).add(span);
      }
    }
  }

  private boolean isBlock(Span span) {
    String line = lines[span.startLine() - 1];
    int at = line.offsetByCodePoints(0, span.startColumn() - 1);
    return at < line.length() && (line.charAt(at) == '|' || line.charAt(at) == '>');
  }

  /// The line of the `|` may end with a comment.
  private static Span withoutHeader(Span span) {
    return new Span(span.startLine() + 1, 0, span.endLine(), span.endColumn());
  }
}
