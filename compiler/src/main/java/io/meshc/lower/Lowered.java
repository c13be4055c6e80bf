package io.meshc.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What a back end made of something: all of it, some of it, or nothing.
///
/// @param value what is written
/// @param losses what it does not carry; exact if there are none
public record Lowered<T>(T value, List<Loss> losses) {
  public Lowered {
    losses = List.copyOf(losses);
  }

  public static <T> Lowered<T> exact(T value) {
    return new Lowered<>(value, List.of());
  }

  public static <T> Lowered<T> approximated(T value, Loss... losses) {
    return new Lowered<>(value, List.of(losses));
  }

  public <R> Lowered<R> map(Function<? super T, ? extends R> change) {
    return new Lowered<>(change.apply(value), losses);
  }

  /// The results of several features of a back end, with the losses of all; a loss that two report is in it once.
  public static Lowered<Output> join(List<Lowered<Output>> all) {
    return new Lowered<>(
        Output.join(all.stream().map(Lowered::value).toList()),
        all.stream().flatMap(it -> it.losses().stream()).distinct().toList());
  }

  /// Each of several inputs; the results joined, all losses kept.
  public static <S, T> Lowered<List<T>> each(
      List<S> inputs, Function<? super S, Lowered<List<T>>> lower) {
    var values = new ArrayList<T>();
    var losses = new ArrayList<Loss>();
    for (S input : inputs) {
      Lowered<List<T>> one = lower.apply(input);
      values.addAll(one.value());
      losses.addAll(one.losses());
    }
    return new Lowered<>(List.copyOf(values), losses);
  }
}
