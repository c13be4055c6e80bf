package io.meshc.validate.schema;

import io.meshc.diag.Nearest;
import io.meshc.yaml.Node;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What the author of an unknown word probably meant.
final class Meant {
  /// No known word comes near one of this length.
  private static final int LONGEST = 64;

  private Meant() {}

  /// A field of this mapping that is spelled like it; else the field below that has one of this name.
  static String field(String name, Schema schema, Node.Mapping of) {
    var free = new TreeSet<>(schema.properties().keySet());
    free.removeIf(it -> of.get(it).isPresent());
    Optional<String> near = near(name, free).or(() -> near(name, schema.properties().keySet()));
    if (near.isPresent()) {
      return "did you mean `" + near.get() + "`?";
    }
    return schema.properties().entrySet().stream()
        .filter(it -> below(it.getValue()).containsKey(name))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .map(it -> "`" + name + "` is a field of `" + it + "`")
        .orElse("");
  }

  static String value(String text, Collection<String> known) {
    return near(text, known).map(it -> "did you mean `" + it + "`?").orElse("");
  }

  private static Map<String, Schema> below(Schema schema) {
    return schema.items().map(Schema::properties).orElse(schema.properties());
  }

  private static Optional<String> near(String word, Collection<String> known) {
    return word.length() > LONGEST ? Optional.empty() : Nearest.to(word, known);
  }
}
