package io.meshc.dialect;

import io.meshc.diag.Problem;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads a field that takes one of a few words. A constant is spelled as its `toString` says.
public final class Choice {
  private Choice() {}

  public static <E extends Enum<E>> Optional<At<E>> of(
      Fields fields, String field, Class<E> type, List<Problem> problems) {
    Optional<At<String>> text = fields.string(field);
    Optional<At<E>> found =
        text.flatMap(it ->
            Arrays.stream(type.getEnumConstants())
                .filter(value -> value.toString().equals(it.value()))
                .findFirst()
                .map(it::with));
    if (text.isPresent() && found.isEmpty()) {
      String known =
          Arrays.stream(type.getEnumConstants())
              .map(it -> "`" + it + "`")
              .collect(Collectors.joining(", "));
      String message =
          "field `"
              + text.get().origin().path()
              + "` is `"
              + text.get().value()
              + "`, not one of "
              + known;
      problems.add(new Problem(Problem.Kind.INVALID_VALUE, text.get().origin(), message, ""));
    }
    return found;
  }
}
