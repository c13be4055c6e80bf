package io.meshc.cli.options;

import io.meshc.cli.options.Defaults.Default;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What the user gave for one option, or what stands for it where they gave nothing: on the command line, else in the
/// environment or the config file where the option is [#or] one of theirs, else the option's own default.
public final class Given<T> {
  private final ArgSpec declared;
  private final BiFunction<List<String>, String, T> read;
  private final Defaults defaults;
  private final String key;

  /// INVARIANT: [Options] declares each with a type and an initial value that are of T.
  ///
  /// @param read what values of another source mean; the second argument is what to call that source
  Given(ArgSpec declared, BiFunction<List<String>, String, T> read) {
    this(declared, read, _ -> Optional.empty(), "");
  }

  private Given(
      ArgSpec declared, BiFunction<List<String>, String, T> read, Defaults defaults, String key) {
    this.declared = declared;
    this.read = read;
    this.defaults = defaults;
    this.key = key;
  }

  /// The same option, which other sources may give under this key.
  public Given<T> or(Defaults others, String name) {
    return new Given<>(declared, read, others, name);
  }

  /// Of use once the command line is read, which is before the command runs.
  public T get() {
    if (!isTyped()) {
      Optional<Default> other = defaults.of(key);
      if (other.isPresent()) {
        return read.apply(other.get().values(), other.get().said());
      }
    }
    return declared.getValue();
  }

  /// Whether it stands on the command line.
  public boolean isTyped() {
    return !declared.stringValues().isEmpty();
  }

  /// What a user calls the place that the value comes from: the option, or a variable.
  public String source() {
    String label =
        declared instanceof OptionSpec option ? option.longestName() : declared.paramLabel();
    return isTyped() ? label : defaults.of(key).map(Default::said).orElse(label);
  }
}
