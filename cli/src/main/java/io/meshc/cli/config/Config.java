package io.meshc.cli.config;

import io.meshc.diag.Severity;
import io.meshc.read.PathPatterns;
import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a config file says.
///
/// @param file empty where there is none
/// @param base the directory that paths in the file start from
/// @param settings by [Keys.Key#name]
/// @param exclude what is not read
/// @param ignores what is read and not told
/// @param severities by the id of the rule
public record Config(
    Optional<SourceFile> file,
    Path base,
    Map<String, Setting> settings,
    PathPatterns exclude,
    List<Ignore> ignores,
    Map<String, Severity> severities,
    Meshes meshes) {
  public Config {
    settings = Map.copyOf(settings);
    ignores = List.copyOf(ignores);
    severities = Map.copyOf(severities);
  }

  static Config none(Path base) {
    return new Config(
        Optional.empty(), base, Map.of(), PathPatterns.NONE, List.of(), Map.of(), Meshes.NONE);
  }

  /// @param values as they were written; a number of them for a list
  public record Setting(Takes takes, List<String> values) {
    public Setting {
      values = List.copyOf(values);
    }
  }

  /// One entry of `ignore`.
  ///
  /// @param origin of the entry
  /// @param word that names the rules, as it was written
  /// @param rules their ids
  /// @param path empty for any file
  /// @param resource empty for any
  public record Ignore(
      Origin origin,
      String word,
      Set<String> rules,
      Optional<PathPatterns> path,
      Optional<ResourcePattern> resource,
      String reason) {
    public Ignore {
      rules = Set.copyOf(rules);
    }
  }
}
