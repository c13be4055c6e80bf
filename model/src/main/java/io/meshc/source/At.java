package io.meshc.source;

import java.util.function.Function;

/// A value and where it was written. Equal by value alone, so that two places that say the same are equal.
public record At<T>(T value, Origin origin) {

  public static <T> At<T> of(T value, Origin origin) {
    return new At<>(value, origin);
  }

  /// Another value at the same place.
  public <R> At<R> with(R other) {
    return new At<>(other, origin);
  }

  public <R> At<R> map(Function<? super T, ? extends R> change) {
    return new At<>(change.apply(value), origin);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof At<?> that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
