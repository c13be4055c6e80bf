package io.meshc.dialect.istio;

import io.meshc.source.At;
import io.meshc.source.Origin;

/// How a text is matched.
public sealed interface StringMatch {
  record Exact(At<String> text) implements StringMatch {}

  record Prefix(At<String> text) implements StringMatch {}

  /// RE2, the whole text.
  record Regex(At<String> text) implements StringMatch {}

  /// `{}`: it is there.
  record Present(Origin origin) implements StringMatch {}
}
