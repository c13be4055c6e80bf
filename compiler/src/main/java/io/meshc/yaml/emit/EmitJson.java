package io.meshc.yaml.emit;

import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;

/// Nodes → JSON, two spaces for each level.
public final class EmitJson {
  private final StringBuilder out = new StringBuilder();

  private EmitJson() {}

  /// One document, with a line break at its end.
  public static String json(Node root) {
    var emit = new EmitJson();
    emit.node(root, 0);
    return emit.out.append('\n').toString();
  }

  private void node(Node node, int indent) {
    switch (node) {
      case Node.Scalar scalar -> scalar(scalar);
      case Node.Sequence(var items, _) when items.isEmpty() -> out.append("[]");
      case Node.Mapping(var entries, _) when entries.isEmpty() -> out.append("{}");
      case Node.Sequence(var items, _) -> {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
          line(i, indent + 2);
          node(items.get(i), indent + 2);
        }
        close(']', indent);
      }
      case Node.Mapping(var entries, _) -> {
        out.append('{');
        for (int i = 0; i < entries.size(); i++) {
          line(i, indent + 2);
          text(entries.get(i).key());
          out.append(": ");
          node(entries.get(i).value(), indent + 2);
        }
        close('}', indent);
      }
    }
  }

  private void line(int index, int indent) {
    out.append(index == 0 ? "\n" : ",\n").repeat(' ', indent);
  }

  private void close(char bracket, int indent) {
    out.append('\n').repeat(' ', indent).append(bracket);
  }

  private void scalar(Node.Scalar scalar) {
    switch (Scalars.kind(scalar)) {
      case STRING -> text(scalar.text());
      case NULL -> out.append("null");
      default -> out.append(scalar.text());
    }
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u").append(java.util.HexFormat.of().toHexDigits(c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
