package io.meshc.cli;

/// The exit status, the same for every command and format.
final class Exit {
  private Exit() {}

  /// Nothing at or above `--fail-on`.
  static final int OK = 0;

  /// Findings, a refused translation, or drift.
  static final int FINDINGS = 1;

  /// The command line is wrong.
  static final int USAGE = 2;

  /// Something could not be read or written; goes before [#FINDINGS], as there may be more of them.
  static final int INCOMPLETE = 3;

  /// meshc is wrong.
  static final int BUG = 4;
}
