package io.meshc.yaml;

import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import java.util.Comparator;
import java.util.Optional;

/// One document of a stream that is a mapping.
///
/// @param file the file it stands in
/// @param index its place among the documents of that file, from 0
/// @param root its content
/// @param startOffset where the document starts in [SourceFile#text], after its `---` line if it has one, in UTF-16 units
/// @param endOffset where it ends: at the next `---` line or the end of the text
/// @param hidden why its values are not known, such as `a template`: the root holds nothing but what it shows of itself
public record Document(
    SourceFile file,
    int index,
    Node.Mapping root,
    int startOffset,
    int endOffset,
    Optional<String> hidden) {
  /// By file, and within a file as they stand there. A plain lambda, which the cache of a cold start can hold (decision 0009).
  public static final Comparator<Document> BY_PLACE =
      (a, b) -> {
        int order = a.file().path().compareTo(b.file().path());
        return order != 0 ? order : Integer.compare(a.index(), b.index());
      };

  public Document(SourceFile file, int index, Node.Mapping root, int startOffset, int endOffset) {
    this(file, index, root, startOffset, endOffset, Optional.empty());
  }

  /// A place in this document.
  public Origin at(String path, Node node) {
    return new Origin(file.path(), path, node.span());
  }
}
