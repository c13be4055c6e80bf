package io.meshc.cli.options;

/// A command of meshc. Its fields are what it takes, each declared by its initializer in the order that `--help` shows.
public interface Command {
  Options options();

  /// Does it, once the options are given. Returns the exit status.
  int run();
}
