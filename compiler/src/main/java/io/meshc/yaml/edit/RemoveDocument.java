package io.meshc.yaml.edit;

import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.JsonTabs;
import io.meshc.yaml.Lines;
import io.meshc.yaml.Node;
import io.meshc.yaml.ReadNode;
import io.meshc.yaml.SplitStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The edits that take a whole document out of its file.
final class RemoveDocument {
  private RemoveDocument() {}

  static List<Edit> edits(Document document) {
    String text = document.file().text();
    for (SplitStream.Part part : SplitStream.split(text)) {
      if (part.content() == document.startOffset() && part.end() == document.endOffset()) {
        return List.of(cut(text, part));
      }
      if (part.content() <= document.startOffset() && document.endOffset() <= part.end()) {
        return item(document, part);
      }
    }
    return List.of();
  }

  /// With the marker before it; of the first document, which has none, with the one after it.
  private static Edit cut(String text, SplitStream.Part part) {
    boolean own = text.startsWith("---", part.parseFrom());
    boolean next = text.startsWith("---", part.end());
    int end = !own && next ? Math.min(Lines.next(text, part.end()), text.length()) : part.end();
    return new Edit(part.parseFrom(), end, "");
  }

  private static List<Edit> item(Document document, SplitStream.Part part) {
    SourceFile file = document.file();
    String text = file.text().substring(part.parseFrom(), part.end());
    Optional<Node> root =
        ReadNode.read(JsonTabs.toSpaces(text), file.path(), part.line(), new ArrayList<>());
    if (root.isPresent()
        && root.get() instanceof Node.Mapping list
        && list.get("items").orElse(list) instanceof Node.Sequence(var items, _)) {
      if (items.size() == 1) {
        return List.of(cut(file.text(), part));
      }
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).span().equals(document.root().span())) {
          var whole = new Document(file, 0, list, part.content(), part.end());
          return RemoveEntry.edits(Placed.of(whole), List.of("items", "[" + i + "]"));
        }
      }
    }
    return List.of();
  }
}
