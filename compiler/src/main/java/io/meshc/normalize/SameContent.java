package io.meshc.normalize;

import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;
import java.util.HashMap;
import java.util.Map;

/// Whether two nodes say the same, wherever they stand and in whatever order their keys are.
final class SameContent {
  private SameContent() {}

  static boolean of(Node left, Node right) {
    return switch (left) {
      case Node.Scalar a -> right instanceof Node.Scalar b && sameText(a, b);
      case Node.Sequence a -> right instanceof Node.Sequence b && sameItems(a, b);
      case Node.Mapping a -> right instanceof Node.Mapping b && sameEntries(a, b);
    };
  }

  private static boolean sameText(Node.Scalar left, Node.Scalar right) {
    return left.text().equals(right.text()) && Scalars.kind(left) == Scalars.kind(right);
  }

  private static boolean sameItems(Node.Sequence left, Node.Sequence right) {
    if (left.items().size() != right.items().size()) {
      return false;
    }
    for (int i = 0; i < left.items().size(); i++) {
      if (!of(left.items().get(i), right.items().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameEntries(Node.Mapping left, Node.Mapping right) {
    Map<String, Node> mine = values(left);
    Map<String, Node> theirs = values(right);
    if (!mine.keySet().equals(theirs.keySet())) {
      return false;
    }
    return mine.entrySet().stream()
        .allMatch(it -> {
          Node other = theirs.get(it.getKey());
          return other != null && of(it.getValue(), other);
        });
  }

  /// Of a key that stands twice the last one counts.
  private static Map<String, Node> values(Node.Mapping mapping) {
    var result = new HashMap<String, Node>();
    mapping.entries().forEach(it -> result.put(it.key(), it.value()));
    return result;
  }
}
