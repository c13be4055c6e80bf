package io.meshc.yaml.edit;

import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.JsonTabs;
import io.meshc.yaml.Lines;
import io.meshc.yaml.Node;
import io.meshc.yaml.ReadNode;
import io.meshc.yaml.SplitStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The edits that take a whole document out of its file.
final class RemoveDocument {
  private RemoveDocument() {}

  static List<Edit> edits(Document document) {
    List<Edit> whole = edits(List.of(document));
    if (!whole.isEmpty()) {
      return whole;
    }
    for (SplitStream.Part part : SplitStream.split(document.file().text())) {
      if (part.content() <= document.startOffset() && document.endOffset() <= part.end()) {
        return item(document, part);
      }
    }
    return List.of();
  }

  /// Several of one file. None where one of them is an item of a list.
  static List<Edit> edits(List<Document> documents) {
    var starts = new HashSet<Integer>();
    documents.forEach(it -> starts.add(it.startOffset()));
    String text = documents.getFirst().file().text();
    var cut = new TreeMap<Integer, SplitStream.Part>();
    for (SplitStream.Part part : SplitStream.split(text)) {
      if (starts.contains(part.content())) {
        cut.put(part.parseFrom(), part);
      }
    }
    var ends = new HashSet<Integer>();
    cut.values().forEach(it -> ends.add(it.end()));
    boolean whole = documents.stream().allMatch(it -> ends.contains(it.endOffset()));
    return whole && cut.size() == documents.size() ? cuts(text, cut) : List.of();
  }

  /// Each with the marker before it; the first document, which has none, with the one before what is left.
  private static List<Edit> cuts(String text, SortedMap<Integer, SplitStream.Part> parts) {
    var edits = new ArrayList<Edit>();
    for (SplitStream.Part part : parts.values()) {
      int end = part.end();
      if (!text.startsWith("---", part.parseFrom())) {
        int left = end;
        while (parts.containsKey(left)) {
          left = parts.get(left).end();
        }
        int marker =
            text.startsWith("---", left) ? Math.min(Lines.next(text, left), text.length()) : left;
        if (left == end) {
          end = marker;
        } else if (left < marker) {
          edits.add(new Edit(left, marker, ""));
        }
      }
      edits.add(new Edit(part.parseFrom(), end, ""));
    }
    return edits;
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
        return cuts(file.text(), new TreeMap<>(Map.of(part.parseFrom(), part)));
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
