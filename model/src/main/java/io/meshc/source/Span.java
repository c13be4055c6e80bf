package io.meshc.source;

/// A stretch of text. Lines and columns count from 1, columns in Unicode code points; the end is exclusive.
public record Span(int startLine, int startColumn, int endLine, int endColumn) {

  /// The first character of a file: for what has no better place.
  public static final Span FILE_START = new Span(1, 1, 1, 1);

  /// From the start of this span to the end of another.
  public Span to(Span end) {
    return new Span(startLine, startColumn, end.endLine, end.endColumn);
  }
}
