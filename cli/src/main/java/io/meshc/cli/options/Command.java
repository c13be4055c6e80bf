package io.meshc.cli.options;

import java.util.List;

/// A command of meshc. Its fields are what it takes, each declared by its initializer in the order that `--help` shows.
public interface Command {
  Options options();

  /// The commands below it, such as `validate` of `meshc envoy validate`.
  default List<Command> commands() {
    return List.of();
  }

  /// Does it, once the options are given. Returns the exit status.
  int run();
}
