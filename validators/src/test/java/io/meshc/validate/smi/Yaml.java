package io.meshc.validate.smi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Documents as plain maps, lists, texts and numbers: made by [RandomRepo], read by [ByTheText].
final class Yaml {
  private Yaml() {}

  /// Keys and values in turn; a value that is `null` is left out.
  static Map<String, Object> map(@Nullable Object... entries) {
    var result = new LinkedHashMap<String, Object>();
    for (int i = 0; i < entries.length; i += 2) {
      if (entries[i + 1] != null) {
        result.put((String) entries[i], entries[i + 1]);
      }
    }
    return result;
  }

  /// The value below these keys.
  static Optional<Object> at(Object from, String... path) {
    Object here = from;
    for (String key : path) {
      here = here instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return Optional.ofNullable(here);
  }

  static String text(Object from, String... path) {
    return at(from, path).map(String::valueOf).orElse("");
  }

  static List<?> list(Object from, String... path) {
    return at(from, path).map(it -> (List<?>) it).orElse(List.of());
  }

  /// As JSON, which is YAML; a document a line.
  static String print(List<Map<String, Object>> documents) {
    return documents.stream().map(Yaml::json).collect(Collectors.joining("\n---\n"));
  }

  private static String json(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(it -> json(it.getKey()) + ": " + json(it.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> items ->
          items.stream().map(Yaml::json).collect(Collectors.joining(", ", "[", "]"));
      case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      default -> value.toString();
    };
  }
}
