package io.meshc.cli.options;

/// The exit status, the same for every command and format.
public final class Exit {
  private Exit() {}

  /// Nothing at or above `--fail-on`.
  public static final int OK = 0;

  /// Findings, a refused translation, or drift.
  public static final int FINDINGS = 1;

  /// The command line or the config file is wrong.
  public static final int USAGE = 2;

  /// Something could not be read or written; goes before [#FINDINGS], as there may be more of them.
  public static final int INCOMPLETE = 3;

  /// meshc is wrong.
  public static final int BUG = 4;
}
