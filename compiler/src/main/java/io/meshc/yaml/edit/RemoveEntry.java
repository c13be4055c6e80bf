package io.meshc.yaml.edit;

import io.meshc.yaml.Node;
import java.util.List;
import java.util.Optional;

/// The edits that take an entry or an item out of its collection.
final class RemoveEntry {
  private final Placed placed;

  private RemoveEntry(Placed placed) {
    this.placed = placed;
  }

  static List<Edit> edits(Placed placed, List<String> path) {
    return path.isEmpty() ? List.of() : new RemoveEntry(placed).remove(path);
  }

  private List<Edit> remove(List<String> path) {
    List<String> above = path.subList(0, path.size() - 1);
    Optional<Node> parent = Steps.find(placed, above);
    if (parent.isEmpty()) {
      return List.of();
    }
    return switch (parent.get()) {
      case Node.Mapping map -> fromMapping(map, path.getLast(), above);
      case Node.Sequence list -> fromList(list, path.getLast(), above);
      case Node.Scalar _ -> List.of();
    };
  }

  private List<Edit> fromMapping(Node.Mapping map, String key, List<String> above) {
    Optional<Node.Entry> found = placed.entry(map, key);
    if (found.isEmpty()) {
      return List.of();
    }
    if (map.entries().size() == 1) {
      return emptied(map, above);
    }
    int index = map.entries().indexOf(found.get());
    boolean last = index == map.entries().size() - 1;
    int start = placed.start(found.get().keySpan());
    int end = placed.valueEnd(found.get());
    if (placed.isFlow(map)) {
      Node.Entry neighbour = map.entries().get(last ? index - 1 : index + 1);
      if (!placed.isWritten(map, neighbour)) {
        return List.of();
      }
      return last
          ? cut(placed.valueEnd(neighbour), end)
          : cut(start, placed.start(neighbour.keySpan()));
    }
    return block(start, end, last);
  }

  private List<Edit> fromList(Node.Sequence list, String step, List<String> above) {
    Optional<Integer> found = Steps.index(list, step);
    if (found.isEmpty() || Steps.child(placed, list, step).isEmpty()) {
      return List.of();
    }
    if (list.items().size() == 1) {
      return emptied(list, above);
    }
    int index = found.get();
    boolean last = index == list.items().size() - 1;
    int start = placed.start(list.items().get(index).span());
    int end = placed.end(list.items().get(index).span());
    if (placed.isFlow(list)) {
      Optional<Node> neighbour =
          Steps.child(placed, list, "[" + (last ? index - 1 : index + 1) + "]");
      return neighbour
          .map(Node::span)
          .map(it -> last ? cut(placed.end(it), end) : cut(start, placed.start(it)))
          .orElse(List.of());
    }
    return block(dashBefore(start), end, last);
  }

  /// What would be empty goes with its own key. An item of a list stays, as its place may count, and so does the root.
  private List<Edit> emptied(Node collection, List<String> path) {
    boolean stays = path.isEmpty() || Steps.isIndex(path.getLast());
    if (!stays) {
      return remove(path);
    }
    int start = placed.contentStart(placed.start(collection.span()));
    int end = placed.end(collection.span());
    boolean wholeLines = end > start && end == placed.lineStart(end);
    String empty = collection instanceof Node.Mapping ? "{}" : "[]";
    return List.of(new Edit(start, end, wholeLines ? empty + placed.lineBreak() : empty));
  }

  /// Whole lines, where nothing else stands on them. After a `- ` the next entry moves up to the dash.
  private List<Edit> block(int start, int end, boolean last) {
    int lineStart = placed.lineStart(start);
    boolean wholeLines = end > start && end == placed.lineStart(end);
    int next = wholeLines ? end : placed.nextLine(end);
    if (placed.isIndentation(lineStart, start)) {
      return cut(lineStart, next);
    }
    return last ? List.of() : cut(start, skipSpace(next));
  }

  private int skipSpace(int from) {
    int at = from;
    while (at < placed.text().length() && Character.isWhitespace(placed.text().charAt(at))) {
      at++;
    }
    return at;
  }

  private int dashBefore(int item) {
    int at = item - 1;
    while (at > 0 && Character.isWhitespace(placed.text().charAt(at))) {
      at--;
    }
    return Math.max(at, 0);
  }

  private static List<Edit> cut(int start, int end) {
    return start < end ? List.of(new Edit(start, end, "")) : List.of();
  }
}
