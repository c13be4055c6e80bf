package io.meshc.validate.schema;

import io.meshc.yaml.Node;
import io.meshc.yaml.Numbers;
import io.meshc.yaml.Scalars;
import java.util.Optional;

/// Whether two values are one to the server: `1` and `1.0` are, `1` and `"1"` are not.
final class Same {
  private Same() {}

  static boolean values(Node a, Node b) {
    if (a instanceof Node.Scalar left && b instanceof Node.Scalar right) {
      return key(left).equals(key(right));
    }
    return key(a).equals(key(b));
  }

  /// Equal for the same values and no others.
  static Object key(Node value) {
    if (value instanceof Node.Scalar scalar) {
      return key(scalar);
    }
    if (value instanceof Node.Sequence list) {
      return list.items().stream().map(Same::key).toList();
    }
    var entries = new java.util.HashMap<String, Object>();
    ((Node.Mapping) value).entries().forEach(it -> entries.put(it.key(), key(it.value())));
    return entries;
  }

  private static Object key(Node.Scalar scalar) {
    return switch (Scalars.kind(scalar)) {
      case STRING -> scalar.text();
      case BOOLEAN -> Scalars.bool(scalar);
      case NULL -> Optional.empty();
      case INTEGER, FLOAT ->
          Numbers.of(scalar)
              .<Object>map(it -> it.stripTrailingZeros())
              .orElseGet(() -> Optional.of(scalar.text()));
    };
  }
}
