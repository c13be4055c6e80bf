package io.meshc.normalize.istio;

import io.meshc.model.match.Match;
import io.meshc.source.At;
import java.util.List;
import java.util.function.Function;

/// Lists of values, as Istio means them: one of them holds, none of them holds; an empty list says nothing.
final class Texts {
  private Texts() {}

  static Match oneOf(List<At<String>> values, Function<String, Match> match) {
    return values.isEmpty()
        ? Match.ANY
        : Match.oneOf(values.stream().map(it -> match.apply(it.value())).toList());
  }

  static Match noneOf(List<At<String>> values, Function<String, Match> match) {
    return values.isEmpty() ? Match.ANY : new Match.Not(oneOf(values, match));
  }
}
