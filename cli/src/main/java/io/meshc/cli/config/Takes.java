package io.meshc.cli.config;

/// What a key of the config file may be set to. Not a sealed type, because a switch over types costs each run that reads a config
/// file some milliseconds (decision 0009).
public enum Takes {
  /// `true` or `false`.
  FLAG,
  TEXT,
  /// One word of a closed list.
  WORD,
  /// A list of such words.
  WORDS,
  /// A list of words that name rules.
  RULES,
  /// A path, relative to the config file.
  FILE,
  /// A list of paths, relative to the config file.
  FILES,
  /// From a format to a file.
  OUTPUTS
}
