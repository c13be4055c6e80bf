package io.meshc.yaml.edit;

/// A change of one stretch of a text. An empty stretch is an insertion.
///
/// @param startOffset in UTF-16 units of the text as it was
/// @param endOffset exclusive
public record Edit(int startOffset, int endOffset, String replacement) {

  /// Whether both cannot be made. Insertions at one place, and at the end of a replaced stretch, can.
  public boolean overlaps(Edit other) {
    return startOffset < other.endOffset && other.startOffset < endOffset;
  }
}
