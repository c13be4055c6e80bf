package io.meshc.yaml.edit;

import io.meshc.diag.CompilerBug;
import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import io.meshc.yaml.ParseYaml;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Changes of a user's text that leave every other byte as it is: comments, layout, quotes, line ends.
///
/// A path is a list of keys; `[0]` is an index into a list: `spec`, `ports`, `[0]`, `appProtocol`. The functions that
/// compute edits check that the changed document still parses. No edits means that there is nothing to change, or that
/// it cannot be done in place: the value comes from an alias or a merge key, or is no mapping where one is needed.
/// Edits are for one text: to make two changes to one collection, apply the first and parse again.
public final class Edits {
  private Edits() {}

  /// The text with all edits made.
  public static String apply(String text, List<Edit> edits) {
    List<Edit> sorted =
        edits.stream()
            .sorted(Comparator.comparingInt(Edit::startOffset).thenComparingInt(Edit::endOffset))
            .toList();
    var result = new StringBuilder(text.length() + 64);
    int done = 0;
    for (Edit edit : sorted) {
      boolean inside = edit.startOffset() <= edit.endOffset() && edit.endOffset() <= text.length();
      if (edit.startOffset() < done || !inside) {
        throw new CompilerBug(Origin.none(), "edits overlap or leave the text");
      }
      result.append(text, done, edit.startOffset()).append(edit.replacement());
      done = edit.endOffset();
    }
    return result.append(text, done, text.length()).toString();
  }

  /// Removes an entry of a mapping, or an item of a list, with its lines and the comment behind it. A mapping or list
  /// that would be empty goes as well, up to one that is an item of a list or the whole document: that is left as `{}`.
  public static List<Edit> removeEntry(Document document, List<String> path) {
    return checked(document, RemoveEntry.edits(Placed.of(document), path), 0, _ -> true);
  }

  /// Gives a scalar a value, a string whatever it looks like; adds it, and the mappings above it, where they are
  /// missing.
  public static List<Edit> setEntry(Document document, List<String> path, String value) {
    return setEntry(document, path, Nodes.text(value));
  }

  /// The same for a number or a boolean, as [Nodes] makes them.
  public static List<Edit> setEntry(Document document, List<String> path, Node.Scalar value) {
    return checked(
        document,
        SetEntry.edits(Placed.of(document), path, value),
        0,
        after ->
            Steps.find(Placed.of(after), path)
                .filter(it -> it instanceof Node.Scalar set && set.text().equals(value.text()))
                .filter(it -> it.describe().equals(value.describe()))
                .isPresent());
  }

  /// Cuts a document out of its file with one `---` line, or out of the `List` that it is an item of; the last item takes the
  /// `List` with it.
  public static List<Edit> removeDocument(Document document) {
    return checked(document, RemoveDocument.edits(document), 1, _ -> true);
  }

  /// Several documents of one file at once. None if one of them cannot go so, as an item of a list.
  public static List<Edit> removeDocuments(List<Document> documents) {
    return documents.isEmpty()
        ? List.of()
        : checked(
            documents.getFirst(), RemoveDocument.edits(documents), documents.size(), _ -> true);
  }

  /// A cut that leaves aliases without their anchor, or a change that our reading of the layout got wrong, is no edit.
  ///
  /// @param fewer how many documents the edits take away
  private static List<Edit> checked(
      Document document, List<Edit> edits, int fewer, Predicate<Document> expected) {
    if (edits.isEmpty()) {
      return edits;
    }
    String path = document.file().path();
    var before = ParseYaml.parse(document.file());
    String text = apply(document.file().text(), edits);
    var after = ParseYaml.parse(new SourceFile(path, text));
    boolean sound =
        after.value().size() == before.value().size() - fewer
            && after.problems().size() <= before.problems().size()
            && (fewer > 0 || expected.test(after.value().get(document.index())));
    return sound ? edits : List.of();
  }
}
