package io.meshc.cli.options;

import io.meshc.diag.Nearest;
import java.util.List;
import java.util.stream.Collectors;

/// A word out of a closed list, as the value of an option.
public final class Choice {
  private Choice() {}

  /// The word itself, if the list has it.
  ///
  /// @param option what a user calls the place where it was written
  public static String of(String option, String word, List<String> known) {
    if (known.contains(word)) {
      return word;
    }
    throw Stop.usage("`" + word + "` is not a value of `" + option + "`", suggestion(word, known));
  }

  /// The same for an option, wherever its value comes from.
  public static String of(Given<String> option, List<String> known) {
    String word = option.get();
    return known.contains(word) ? word : of(option.source(), word, known);
  }

  /// `did you mean `json`?`, or all that there is.
  public static String suggestion(String word, List<String> known) {
    return Nearest.to(word, known)
        .map(it -> "did you mean `" + it + "`?")
        .orElseGet(() -> "there is " + listed(known));
  }

  public static String listed(List<String> known) {
    return known.stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
  }
}
