package io.meshc.cli.options;

import java.util.List;
import java.util.Optional;

/// What stands for an option that the command line does not give.
public interface Defaults {
  /// @param key an option without its dashes, such as `fail-on`
  Optional<Default> of(String key);

  /// @param values exactly one, but for options that may be given several times
  /// @param said where they come from, as a user calls it
  record Default(List<String> values, String said) {
    public Default {
      values = List.copyOf(values);
    }
  }
}
