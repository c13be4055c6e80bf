package io.meshc.diag;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What a stage understood, and what it could not. Both may be there: a bad part never hides its neighbours.
public record Outcome<T>(T value, List<Problem> problems) {
  public Outcome {
    problems = List.copyOf(problems);
  }

  public static <T> Outcome<T> of(T value) {
    return new Outcome<>(value, List.of());
  }

  /// The next stage, with the problems of both.
  public <R> Outcome<R> then(Function<? super T, Outcome<R>> stage) {
    Outcome<R> next = stage.apply(value);
    var all = new ArrayList<>(problems);
    all.addAll(next.problems());
    return new Outcome<>(next.value(), all);
  }

  public <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return new Outcome<>(change.apply(value), problems);
  }
}
