package io.meshc.validate.rule.suppression;

import io.meshc.yaml.Document;
import io.meshc.yaml.Lines;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// On which lines of one file its documents stand. They stand in a row, so the last one that starts no later decides.
public final class DocumentLines {
  /// Last lines by first lines.
  private final TreeMap<Integer, Integer> ends = new TreeMap<>();

  private DocumentLines() {}

  /// @param documents all that were understood in one file
  public static DocumentLines of(List<Document> documents) {
    var found = new DocumentLines();
    if (!documents.isEmpty()) {
      Lines lines = Lines.of(documents.getFirst().file().text());
      for (Document it : documents) {
        if (it.hidden().isEmpty()) {
          found.ends.merge(lines.line(it.startOffset()), lines.line(it.endOffset()), Math::max);
        }
      }
    }
    return found;
  }

  public boolean hold(int line) {
    Map.Entry<Integer, Integer> last = ends.floorEntry(line);
    return last != null && line <= last.getValue();
  }
}
