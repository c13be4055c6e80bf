package io.meshc.envoy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// What random configurations are drawn with. The same seed draws the same.
final class Draw {
  private final Random random;

  Draw(long seed) {
    random = new Random(seed);
  }

  void times(int least, int most, Runnable what) {
    for (int i = between(least, most); i > 0; i--) {
      what.run();
    }
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  @SafeVarargs
  final <T> T any(T... all) {
    return any(List.of(all));
  }

  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  boolean maybe() {
    return random.nextBoolean();
  }

  /// Once in so many times.
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /// `text`, or nothing.
  String maybe(String text) {
    return maybe() ? text : "";
  }

  /// One or two of them, as a list of YAML.
  String some(Supplier<String> one) {
    var all = new ArrayList<String>();
    times(1, 2, () -> all.add("\"" + one.get() + "\""));
    return "[" + String.join(", ", all.stream().distinct().toList()) + "]";
  }
}
