package io.meshc.yaml.emit;

import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;

/// Nodes → YAML as kubectl prints it: block style, two spaces, `- item` at the column of its key. Reading it gives the
/// same tree, by the rules of YAML 1.1 (Kubernetes) and of 1.2 alike.
public final class Emit {
  private final StringBuilder out = new StringBuilder();

  private final boolean quotes;

  private Emit(boolean quotes) {
    this.quotes = quotes;
  }

  /// One document without `---`, with a line break at its end.
  public static String yaml(Node root) {
    return new Emit(false).document(root);
  }

  /// The same with every string in quotes, for readers that take a bare `on` or `0x10` for something else.
  public static String quoted(Node root) {
    return new Emit(true).document(root);
  }

  private String document(Node root) {
    Emit emit = this;
    switch (root) {
      case Node.Scalar scalar -> emit.out.append(scalar(scalar, 0)).append('\n');
      case Node.Sequence(var items, _) when items.isEmpty() -> emit.out.append("[]\n");
      case Node.Mapping(var entries, _) when entries.isEmpty() -> emit.out.append("{}\n");
      case Node.Sequence list -> emit.items(list, 0);
      case Node.Mapping map -> emit.entries(map, 0);
    }
    return emit.out.toString();
  }

  /// The first line goes where the cursor stands, the others are indented.
  private void entries(Node.Mapping map, int indent) {
    boolean first = true;
    for (Node.Entry entry : map.entries()) {
      if (!first) {
        indent(indent);
      }
      first = false;
      key(entry.key(), indent);
      switch (entry.value()) {
        case Node.Sequence list when !list.items().isEmpty() -> {
          newLine(indent);
          items(list, indent);
        }
        case Node.Mapping below when !below.entries().isEmpty() -> {
          newLine(indent + 2);
          entries(below, indent + 2);
        }
        case Node.Scalar scalar -> spaced(scalar(scalar, indent));
        case Node.Sequence _ -> spaced("[]");
        case Node.Mapping _ -> spaced("{}");
      }
    }
  }

  private void items(Node.Sequence list, int indent) {
    boolean first = true;
    for (Node item : list.items()) {
      if (!first) {
        indent(indent);
      }
      first = false;
      out.append('-');
      switch (item) {
        case Node.Sequence below when !below.items().isEmpty() -> {
          out.append(' ');
          items(below, indent + 2);
        }
        case Node.Mapping below when !below.entries().isEmpty() -> {
          out.append(' ');
          entries(below, indent + 2);
        }
        case Node.Scalar scalar -> spaced(scalar(scalar, indent));
        case Node.Sequence _ -> spaced("[]");
        case Node.Mapping _ -> spaced("{}");
      }
    }
  }

  /// A key that is too long for its line to be searched for a `:` is written with a `?` before it.
  private void key(String key, int indent) {
    String quoted = quotes && !isField(key) ? Quote.doubled(key) : Quote.key(key);
    if (quoted.length() < 1000) {
      out.append(quoted).append(':');
    } else {
      out.append("? ").append(quoted);
      newLine(indent);
      out.append(':');
    }
  }

  /// What no reader takes for anything but a text.
  private static boolean isField(String key) {
    return key.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '_')
        && Scalars.kindOf(key) == Scalars.Kind.STRING;
  }

  private String scalar(Node.Scalar scalar, int indent) {
    return quotes && Scalars.kind(scalar) == Scalars.Kind.STRING
        ? Quote.doubled(scalar.text())
        : Quote.block(scalar, indent);
  }

  private void spaced(String value) {
    out.append(value.isEmpty() ? "" : " ").append(value).append('\n');
  }

  private void newLine(int indent) {
    out.append('\n');
    indent(indent);
  }

  private void indent(int spaces) {
    out.repeat(' ', spaces);
  }
}
