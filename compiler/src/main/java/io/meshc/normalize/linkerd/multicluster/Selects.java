package io.meshc.normalize.linkerd.multicluster;

import io.meshc.dialect.linkerd.LabelSelector;
import io.meshc.dialect.linkerd.LabelSelector.Expression;
import io.meshc.source.At;
import java.util.Map;
import java.util.Optional;

/// Which Services a Link exports.
final class Selects {
  private Selects() {}

  /// "Treat an empty selector as "Nothing" instead of "Everything"" (linkerd/linkerd2, service mirror).
  static boolean any(Optional<LabelSelector> selector, Map<String, At<String>> labels) {
    return selector
        .filter(it -> !it.matchLabels().isEmpty() || !it.matchExpressions().isEmpty())
        .filter(it ->
            it.matchLabels().entrySet().stream()
                .allMatch(at -> is(labels, at.getKey(), at.getValue().value())))
        .filter(it -> it.matchExpressions().stream().allMatch(at -> holds(at, labels)))
        .isPresent();
  }

  static boolean is(Map<String, At<String>> labels, String key, String value) {
    At<String> own = labels.get(key);
    return own != null && own.value().equals(value);
  }

  /// One that cannot be read selects nothing, as the controller logs it and goes on.
  private static boolean holds(Expression expression, Map<String, At<String>> labels) {
    String key = expression.key().map(At::value).orElse("");
    boolean there = labels.containsKey(key);
    boolean listed = expression.values().stream().anyMatch(it -> is(labels, key, it.value()));
    return switch (expression.operator().map(At::value).orElse("")) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> there;
      case "DoesNotExist" -> !there;
      default -> false;
    };
  }
}
