package io.meshc.yaml;

import io.meshc.source.Span;
import java.util.Optional;

/// Documents of SOPS: values are ciphertext, keys are not, and a key `sops` says how to decrypt them.
final class Encrypted {
  private static final String CIPHERTEXT = "ENC[AES256_GCM,data:";

  private Encrypted() {}

  /// Where the first value stands that nobody can read.
  static Optional<Span> in(Node.Mapping root) {
    boolean sops = root.get("sops").filter(it -> it instanceof Node.Mapping).isPresent();
    return sops
        ? root.entries().stream()
            .filter(it -> !it.key().equals("sops"))
            .flatMap(it -> first(it.value()).stream())
            .findFirst()
        : Optional.empty();
  }

  static boolean is(String text) {
    return text.startsWith(CIPHERTEXT);
  }

  private static Optional<Span> first(Node node) {
    return switch (node) {
      case Node.Scalar(var text, _, var span) -> is(text) ? Optional.of(span) : Optional.empty();
      case Node.Sequence(var items, _) ->
          items.stream().flatMap(it -> first(it).stream()).findFirst();
      case Node.Mapping(var entries, _) ->
          entries.stream().flatMap(it -> first(it.value()).stream()).findFirst();
    };
  }
}
