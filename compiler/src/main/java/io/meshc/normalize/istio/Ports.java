package io.meshc.normalize.istio;

import io.meshc.source.At;

/// Port numbers as they are written → those of the model.
final class Ports {
  private Ports() {}

  /// -1 for what no port can be: nothing matches it.
  static int number(At<Long> written) {
    long number = written.value();
    return number == (int) number ? (int) number : -1;
  }
}
