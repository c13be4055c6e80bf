package io.meshc.normalize.istio;

import io.meshc.source.At;

/// Numbers as they are written → those of the model.
final class Ports {
  private Ports() {}

  /// -1 for what no port can be: nothing matches it.
  static int number(At<Long> written) {
    long number = written.value();
    return number == (int) number ? (int) number : -1;
  }

  /// 0 for what no weight can be: Istio refuses the whole object.
  static int weight(long written) {
    return written < 0 || written > Integer.MAX_VALUE ? 0 : (int) written;
  }
}
