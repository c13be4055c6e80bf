package io.meshc.source;

/// Where a value was written.
///
/// @param file the path as the user would say it: relative, with `/`; `-` or a name for standard input
/// @param path the field path in the document, such as `spec.rules[0].name`; empty for the whole document
/// @param span the key or scalar, never the whole document where something smaller is known
public record Origin(String file, String path, Span span) implements Comparable<Origin> {

  /// The start of a file, for what concerns it as a whole.
  public static Origin file(String file) {
    return new Origin(file, "", Span.FILE_START);
  }

  /// For what nobody wrote: a default of the mesh, or something implied by other resources.
  public static Origin none() {
    return new Origin("", "", Span.FILE_START);
  }

  public boolean isWritten() {
    return !file.isEmpty();
  }

  public int line() {
    return span.startLine();
  }

  /// `apps/shop.yaml:12:3`, or `(default)` for what nobody wrote.
  public String place() {
    return isWritten() ? file + ":" + span.startLine() + ":" + span.startColumn() : "(default)";
  }

  /// By file, line, column and path.
  @Override
  public int compareTo(Origin other) {
    int order = file.compareTo(other.file);
    order = order != 0 ? order : Integer.compare(span.startLine(), other.span.startLine());
    order = order != 0 ? order : Integer.compare(span.startColumn(), other.span.startColumn());
    return order != 0 ? order : path.compareTo(other.path);
  }
}
