package io.meshc.validate.rule.suppression;

import io.meshc.source.Origin;
import io.meshc.source.Span;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// The annotation of one object that silences rules: `meshc.io/ignore: MC1004=reason; unknown-field=reason`. Parts are set
/// apart by `;` or line ends; a reason may be missing. It governs the whole object.
public final class ReadAnnotation {
  public static final String NAME = "meshc.io/ignore";

  private ReadAnnotation() {}

  public static Stream<Suppression> read(Document document) {
    Span governs = document.root().span();
    return mapping(document.root(), "metadata")
        .flatMap(it -> mapping(it, "annotations"))
        .flatMap(it -> it.get(NAME))
        .filter(Node.Scalar.class::isInstance)
        .map(Node.Scalar.class::cast)
        .map(it -> parts(it, document.at("metadata.annotations." + NAME, it), governs))
        .orElse(Stream.empty());
  }

  private static Stream<Suppression> parts(Node.Scalar value, Origin origin, Span governs) {
    return Arrays.stream(value.text().split("[;\r\n]", -1))
        .filter(it -> !it.isBlank())
        .map(it -> part(it, origin, governs));
  }

  private static Suppression part(String text, Origin origin, Span governs) {
    int equals = text.indexOf('=');
    String word = equals < 0 ? text : text.substring(0, equals);
    String reason = equals < 0 ? "" : text.substring(equals + 1);
    return new Suppression(origin, word.strip(), reason.strip(), governs);
  }

  private static Optional<Node.Mapping> mapping(Node.Mapping in, String key) {
    return in.get(key).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
  }
}
