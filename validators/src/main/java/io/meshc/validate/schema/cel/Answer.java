package io.meshc.validate.schema.cel;

/// What became of one rule at one value.
public sealed interface Answer {
  record Holds() implements Answer {}

  /// @param said what the author of the rule says of such values; `""` if nothing
  record Broken(String said) implements Answer {}

  /// The rule was not asked, or gave no answer.
  record Unchecked(String why) implements Answer {}

  Answer HOLDS = new Holds();
}
