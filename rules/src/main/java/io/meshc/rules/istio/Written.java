package io.meshc.rules.istio;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Optional;

/// Fields as Istio's own code sees them: one that is not written has the zero value of its type.
public final class Written {
  private Written() {}

  public static String text(Optional<At<String>> field) {
    return field.isPresent() ? field.get().value() : "";
  }

  /// Neither missing nor `""`.
  public static boolean says(Optional<At<String>> field) {
    return !text(field).isEmpty();
  }

  public static long number(Optional<At<Long>> field) {
    return field.isPresent() ? field.get().value() : 0;
  }

  public static boolean flag(Optional<At<Boolean>> field) {
    return field.isPresent() && field.get().value();
  }

  /// Where a field stands, or the place of what it is missing in.
  public static Origin place(Optional<? extends At<?>> field, Origin otherwise) {
    return field.isPresent() ? field.get().origin() : otherwise;
  }

  public static <E extends Enum<E>> boolean is(Optional<At<E>> field, E value) {
    return field.isPresent() && field.get().value() == value;
  }
}
