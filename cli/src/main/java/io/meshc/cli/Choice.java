package io.meshc.cli;

import io.meshc.yaml.Nearest;
import java.util.List;
import java.util.stream.Collectors;

/// A word out of a closed list, as the value of an option.
final class Choice {
  private Choice() {}

  /// The word itself, if the list has it.
  static String of(String option, String word, List<String> known) {
    if (known.contains(word)) {
      return word;
    }
    throw Stop.usage("`" + word + "` is not a value of `" + option + "`", suggestion(word, known));
  }

  /// `did you mean `json`?`, or all that there is.
  static String suggestion(String word, List<String> known) {
    return Nearest.to(word, known)
        .map(it -> "did you mean `" + it + "`?")
        .orElseGet(() -> "there is " + listed(known));
  }

  static String listed(List<String> known) {
    return known.stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
  }
}
