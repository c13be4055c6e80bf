package io.meshc.normalize.linkerd;

import io.meshc.dialect.linkerd.LabelSelector;
import io.meshc.dialect.linkerd.LabelSelector.Expression;
import io.meshc.model.server.Selection;
import io.meshc.model.server.Selection.Test;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Selectors of labels → what they ask.
final class Labels {
  private Labels() {}

  static List<Test> tests(LabelSelector selector) {
    var tests = new ArrayList<Test>();
    selector
        .matchLabels()
        .forEach((key, value) -> tests.add(new Test.In(key, List.of(value.value()))));
    selector.matchExpressions().forEach(it -> tests.add(test(it)));
    return tests;
  }

  /// An operator that nobody knows selects nothing.
  private static Test test(Expression expression) {
    String key = expression.key().map(At::value).orElse("");
    List<String> values = expression.values().stream().map(At::value).toList();
    return switch (expression.operator().map(At::value).orElse("")) {
      case "NotIn" -> new Test.NotIn(key, values);
      case "Exists" -> new Test.Exists(key);
      case "DoesNotExist" -> new Test.Absent(key);
      case "In" -> new Test.In(key, values);
      default -> new Test.In(key, List.of());
    };
  }

  /// Whether a selector chooses an object by its own labels.
  static boolean select(LabelSelector selector, Map<String, At<String>> labels) {
    return Selection.all(tests(selector), plain(labels));
  }

  static Map<String, String> plain(Map<String, At<String>> labels) {
    var plain = new HashMap<String, String>();
    labels.forEach((key, value) -> plain.put(key, value.value()));
    return plain;
  }
}
