package io.meshc.yaml.edit;

import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;
import io.meshc.yaml.emit.Quote;
import java.util.List;
import java.util.Optional;

/// The edits that give a scalar its value, adding it and the mappings above it where they are missing.
final class SetEntry {
  private final Placed placed;
  private final Node.Scalar value;

  private SetEntry(Placed placed, Node.Scalar value) {
    this.placed = placed;
    this.value = value;
  }

  static List<Edit> edits(Placed placed, List<String> path, Node.Scalar value) {
    return path.isEmpty() ? List.of() : new SetEntry(placed, value).set(path);
  }

  private List<Edit> set(List<String> path) {
    Node at = placed.document().root();
    for (int i = 0; i < path.size(); i++) {
      List<String> rest = path.subList(i, path.size());
      if (!(at instanceof Node.Mapping map)) {
        Optional<Node> item = Steps.child(placed, at, path.get(i));
        if (item.isEmpty() || rest.size() == 1) {
          return List.of();
        }
        at = item.get();
      } else {
        Optional<Node.Entry> entry = placed.entry(map, path.get(i));
        if (entry.isEmpty()) {
          return map.get(path.get(i)).isPresent() ? List.of() : add(map, rest);
        }
        if (rest.size() == 1) {
          return replace(map, entry.get());
        }
        if (placed.isAliased(entry.get())) {
          return List.of();
        }
        if (Scalars.isNull(entry.get().value())) {
          return fill(map, entry.get(), path.subList(i + 1, path.size()));
        }
        at = entry.get().value();
      }
    }
    return List.of();
  }

  private List<Edit> replace(Node.Mapping map, Node.Entry entry) {
    if (!(entry.value() instanceof Node.Scalar old)) {
      return List.of();
    }
    boolean same =
        !placed.isAliased(entry)
            && old.text().equals(value.text())
            && Scalars.kind(old) == Scalars.kind(value);
    if (same) {
      return List.of();
    }
    int start = placed.contentStart(placed.valueStart(entry));
    int end = Math.max(start, placed.valueEnd(entry));
    if (placed.isAliased(entry)) {
      return List.of(new Edit(start, end, written(map)));
    }
    if (start == end || placed.text().substring(start, end).isBlank()) {
      int colon = placed.afterColon(entry);
      return List.of(new Edit(colon, colon, " " + written(map)));
    }
    boolean wholeLines = end == placed.lineStart(end) && end > start;
    char quote = placed.text().charAt(start);
    boolean doubled = quote == '"' && Scalars.kind(value) == Scalars.Kind.STRING;
    String text = doubled ? Quote.doubled(value.text()) : written(map);
    return List.of(new Edit(start, end, wholeLines ? text + placed.lineBreak() : text));
  }

  /// A key without a value gets a mapping.
  private List<Edit> fill(Node.Mapping map, Node.Entry entry, List<String> rest) {
    int start = placed.contentStart(placed.valueStart(entry));
    int end = placed.valueEnd(entry);
    if (placed.isFlow(map)) {
      int from = start < end ? start : placed.afterColon(entry);
      String space = start < end ? "" : " ";
      return List.of(new Edit(from, Math.max(from, end), space + "{" + flow(map, rest) + "}"));
    }
    if (start < end) {
      return List.of(new Edit(start, end, "{" + flow(map, rest) + "}"));
    }
    int indent = map.span().startColumn() - 1 + step();
    return lines(placed.afterColon(entry), indent, rest);
  }

  private List<Edit> add(Node.Mapping map, List<String> rest) {
    if (rest.stream().anyMatch(Steps::isIndex)) {
      return List.of();
    }
    if (map.entries().isEmpty()) {
      int brace = placed.contentStart(placed.start(map.span()));
      return List.of(new Edit(brace + 1, brace + 1, flow(map, rest)));
    }
    Optional<Node.Entry> last =
        map.entries().reversed().stream().filter(it -> placed.isWritten(map, it)).findFirst();
    if (last.isEmpty()) {
      return List.of();
    }
    int end = placed.valueEnd(last.get());
    if (placed.isFlow(map)) {
      return List.of(new Edit(end, end, separator(map) + flow(map, rest)));
    }
    return lines(end, map.span().startColumn() - 1, rest);
  }

  /// New lines below the one at an offset.
  private List<Edit> lines(int after, int indent, List<String> rest) {
    String lineBreak = placed.lineBreak();
    var block = new StringBuilder();
    int column = indent;
    for (String key : rest.subList(0, rest.size() - 1)) {
      block.repeat(' ', column).append(Quote.key(key)).append(':').append(lineBreak);
      column += step();
    }
    block.repeat(' ', column).append(Quote.key(rest.getLast())).append(": ");
    block.append(Quote.flow(value)).append(lineBreak);
    String text = placed.text();
    boolean wholeLines = after > 0 && after == placed.lineStart(after);
    int at = wholeLines ? after : placed.nextLine(after);
    boolean open = at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r';
    if (!open) {
      return List.of(new Edit(at, at, block.toString()));
    }
    block.setLength(block.length() - lineBreak.length());
    return List.of(new Edit(at, at, lineBreak + block));
  }

  private String flow(Node.Mapping like, List<String> keys) {
    boolean json = isJson(like);
    var text = new StringBuilder();
    for (String key : keys.subList(0, keys.size() - 1)) {
      text.append(json ? Quote.doubled(key) : Quote.key(key)).append(": {");
    }
    String last = keys.getLast();
    text.append(json ? Quote.doubled(last) : Quote.key(last)).append(": ").append(written(like));
    return text.repeat('}', keys.size() - 1).toString();
  }

  /// The space between two entries of a flow mapping, as it is between its first two.
  private String separator(Node.Mapping map) {
    if (map.entries().size() < 2) {
      return ", ";
    }
    int end = placed.valueEnd(map.entries().getFirst());
    int next = placed.start(map.entries().get(1).keySpan());
    String between = end < next ? placed.text().substring(end, next) : ", ";
    return between.strip().equals(",") ? between : ", ";
  }

  private String written(Node.Mapping like) {
    boolean text = Scalars.kind(value) == Scalars.Kind.STRING;
    return text && isJson(like) ? Quote.doubled(value.text()) : Quote.flow(value);
  }

  private boolean isJson(Node.Mapping map) {
    Node.Mapping shown = map.entries().isEmpty() ? placed.document().root() : map;
    return placed.isFlow(shown)
        && shown.entries().stream()
            .allMatch(it -> placed.text().charAt(placed.start(it.keySpan())) == '"');
  }

  /// How far mappings are indented in this document: as its first one is.
  private int step() {
    int column = placed.document().root().span().startColumn();
    return placed.document().root().entries().stream()
        .map(Node.Entry::value)
        .filter(it -> it instanceof Node.Mapping && !placed.isFlow(it))
        .mapToInt(it -> it.span().startColumn() - column)
        .filter(it -> it > 0 && it < 10)
        .findFirst()
        .orElse(2);
  }
}
