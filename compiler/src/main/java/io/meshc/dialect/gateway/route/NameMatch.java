package io.meshc.dialect.gateway.route;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Optional;

/// A header or a query parameter with a value.
///
/// @param type absent is exact
public record NameMatch(
    Optional<At<TextType>> type,
    Optional<At<String>> name,
    Optional<At<String>> value,
    Origin origin) {

  /// How a text is compared; regular expressions with the whole of it.
  public enum TextType {
    EXACT("Exact"),
    REGEX("RegularExpression");

    private final String word;

    TextType(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
