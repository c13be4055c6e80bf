package io.meshc.simulate.json;

import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;

/// Nodes → JSON on one line. It is read as the YAML that it is.
public final class Json {
  private Json() {}

  public static String of(Node node) {
    var out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  private static void write(Node node, StringBuilder out) {
    switch (node) {
      case Node.Scalar scalar -> {
        if (Scalars.kind(scalar) == Scalars.Kind.STRING) {
          text(scalar.text(), out);
        } else {
          out.append(Scalars.isNull(scalar) ? "null" : scalar.text());
        }
      }
      case Node.Sequence list -> {
        String before = "[";
        out.append(list.items().isEmpty() ? "[" : "");
        for (Node item : list.items()) {
          out.append(before);
          write(item, out);
          before = ",";
        }
        out.append(']');
      }
      case Node.Mapping map -> {
        String before = "{";
        out.append(map.entries().isEmpty() ? "{" : "");
        for (Node.Entry entry : map.entries()) {
          out.append(before);
          text(entry.key(), out);
          out.append(':');
          write(entry.value(), out);
          before = ",";
        }
        out.append('}');
      }
    }
  }

  private static void text(String value, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c > 0x7e) {
        String digits = Integer.toHexString(c);
        out.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
