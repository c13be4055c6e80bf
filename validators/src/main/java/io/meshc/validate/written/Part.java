package io.meshc.validate.written;

import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.Span;
import io.meshc.yaml.Node;
import io.meshc.yaml.Numbers;
import io.meshc.yaml.Scalars;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A value of an object, or the place where it would stand. What is not there, or has another type than is asked for, is empty: that
/// it has, the schema says.
public final class Part {
  private final String file;
  private final String path;
  private final Span span;
  private final Optional<Node> node;

  private Part(String file, String path, Span span, Optional<Node> node) {
    this.file = file;
    this.path = path;
    this.span = span;
    this.node = node;
  }

  static Part of(String file, Node.Mapping root) {
    return new Part(file, "", root.span(), Optional.of(root));
  }

  /// Where it stands; of what is not there, what lacks it.
  public Origin origin() {
    return new Origin(file, path, span);
  }

  /// Something is written; an explicit `null` is not, as in Kubernetes.
  public boolean isThere() {
    return node.isPresent();
  }

  /// The value of a field.
  public Part get(String field) {
    Optional<Node> value =
        node.isPresent() && node.get() instanceof Node.Mapping map
            ? map.get(field)
            : Optional.empty();
    if (value.isEmpty() || Scalars.isNull(value.get())) {
      return new Part(file, path, span, Optional.empty());
    }
    return new Part(file, below(field), value.get().span(), value);
  }

  /// The same some levels down.
  public Part get(String field, String... fields) {
    Part at = get(field);
    for (String it : fields) {
      at = at.get(it);
    }
    return at;
  }

  /// Those of a list; none where it is no list.
  public List<Part> items() {
    if (node.isEmpty() || !(node.get() instanceof Node.Sequence list)) {
      return List.of();
    }
    var items = new ArrayList<Part>();
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      Optional<Node> value = Scalars.isNull(item) ? Optional.empty() : Optional.of(item);
      items.add(new Part(file, path + "[" + i + "]", item.span(), value));
    }
    return items;
  }

  /// The items of a list below.
  public List<Part> each(String field) {
    return get(field).items();
  }

  /// The keys of a mapping, each at its place.
  public List<At<String>> keys() {
    if (node.isEmpty() || !(node.get() instanceof Node.Mapping map)) {
      return List.of();
    }
    var keys = new ArrayList<At<String>>();
    for (Node.Entry it : map.entries()) {
      keys.add(At.of(it.key(), new Origin(file, below(it.key()), it.keySpan())));
    }
    return keys;
  }

  /// The text of a string.
  public String text() {
    return textOr("");
  }

  /// @param otherwise where nothing is written
  public String textOr(String otherwise) {
    if (node.isEmpty()) {
      return otherwise;
    }
    return node.get() instanceof Node.Scalar it && Scalars.kind(it) == Scalars.Kind.STRING
        ? it.text()
        : "";
  }

  public boolean isText() {
    return node.isPresent()
        && node.get() instanceof Node.Scalar it
        && Scalars.kind(it) == Scalars.Kind.STRING;
  }

  public boolean isList() {
    return node.isPresent() && node.get() instanceof Node.Sequence;
  }

  public boolean isMapping() {
    return node.isPresent() && node.get() instanceof Node.Mapping;
  }

  public boolean is(String text) {
    return text().equals(text);
  }

  /// A number with all its digits.
  public Optional<BigDecimal> number() {
    return node.isPresent() && node.get() instanceof Node.Scalar it
        ? Numbers.of(it)
        : Optional.empty();
  }

  /// A whole number, or another value where none is written.
  public long wholeOr(long otherwise) {
    Optional<BigDecimal> number = number();
    return number.isPresent() ? number.get().longValue() : otherwise;
  }

  /// `true` is written.
  public boolean isTrue() {
    return node.isPresent()
        && node.get() instanceof Node.Scalar it
        && Scalars.bool(it).orElse(false);
  }

  private String below(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }
}
