package io.meshc.cli.options;

import picocli.CommandLine.Model.ArgSpec;

/// What the user gave for one option, or what stands for it where they gave nothing.
public final class Given<T> {
  private final ArgSpec declared;

  /// INVARIANT: [Options] declares each with a type and an initial value that are of T.
  Given(ArgSpec declared) {
    this.declared = declared;
  }

  /// Of use once the command line is read, which is before the command runs.
  public T get() {
    return declared.getValue();
  }
}
