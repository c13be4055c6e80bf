package io.meshc.yaml;

/// How many values the documents of one file may hold: a byte of text can make a hundred of nodes.
final class Budget {
  static final int MAX_VALUES = 2_000_000;

  private int left = MAX_VALUES;

  /// Takes one; no if there is none.
  boolean spend() {
    return --left >= 0;
  }
}
