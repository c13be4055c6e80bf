package io.meshc.rules.gateway.status;

import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;
import java.util.Optional;

/// From which namespaces a listener takes routes, or a Gateway takes sets of listeners.
final class AllowedNamespaces {
  private static final String NAME = "kubernetes.io/metadata.name";

  private AllowedNamespaces() {}

  /// @param namespaces the `namespaces` of a list of who is allowed
  /// @param byDefault what `from` is where none is written
  /// @param own the namespace of the Gateway or set
  /// @param other the namespace that is asked for
  static boolean allow(Part namespaces, String byDefault, String own, String other, Checked input) {
    return switch (namespaces.get("from").textOr(byDefault)) {
      case "Same" -> own.equals(other);
      case "None" -> false;
      case "Selector" -> selects(namespaces.get("selector"), other, input);
      default -> true;
    };
  }

  private static boolean selects(Part selector, String namespace, Checked input) {
    Optional<Written> object =
        input.documents().one(new ResourceId("", "Namespace", "", namespace));
    boolean known = object.isPresent() || input.mesh().assumptions().closed();
    for (var label : selector.get("matchLabels").keys()) {
      String wanted = selector.get("matchLabels").get(label.value()).text();
      Optional<String> value = label(object, namespace, label.value());
      if (isKnown(known, label.value()) && !value.equals(Optional.of(wanted))) {
        return false;
      }
    }
    for (Part expression : selector.each("matchExpressions")) {
      if (isKnown(known, expression.get("key").text())
          && !matches(expression, label(object, namespace, expression.get("key").text()))) {
        return false;
      }
    }
    return true;
  }

  /// The labels of a namespace that the repo does not show may be any; its name is one of them.
  private static boolean isKnown(boolean known, String label) {
    return known || label.equals(NAME);
  }

  private static Optional<String> label(Optional<Written> object, String namespace, String label) {
    if (label.equals(NAME)) {
      return Optional.of(namespace);
    }
    Optional<Part> value =
        object.map(it -> it.root().get("metadata", "labels").get(label)).filter(Part::isThere);
    return value.map(Part::text);
  }

  private static boolean matches(Part expression, Optional<String> value) {
    List<String> values = expression.each("values").stream().map(Part::text).toList();
    return switch (expression.get("operator").text()) {
      case "In" -> value.filter(values::contains).isPresent();
      case "NotIn" -> value.filter(values::contains).isEmpty();
      case "Exists" -> value.isPresent();
      case "DoesNotExist" -> value.isEmpty();
      default -> true;
    };
  }
}
