package io.meshc.cli;

import io.meshc.cli.config.Config;
import io.meshc.cli.config.Config.Ignore;
import io.meshc.diag.Finding;
import io.meshc.read.Reading;
import io.meshc.rules.Catalog;
import io.meshc.validate.rule.Exemption;
import io.meshc.validate.rule.Exemptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What was read, and where on the disk it stands or would.
///
/// @param roots the files and directories that were asked for, absolute
/// @param cwd what paths are relative to
/// @param elsewhere the paths that are relative to another directory, as revisions may be
record Input(
    List<Environment> environments, List<Path> roots, Path cwd, Map<String, Path> elsewhere) {
  Input {
    environments = List.copyOf(environments);
    roots = List.copyOf(roots);
    elsewhere = Map.copyOf(elsewhere);
  }

  /// The documents that meet in one cluster. @param name as findings say it
  record Environment(String name, Reading.Tree tree) {}

  /// What was read for a command that speaks of one mesh.
  Reading.Tree tree() {
    return environments.getFirst().tree();
  }

  /// The place of a file that findings call by this path.
  Path locate(String said) {
    return elsewhere.getOrDefault(said, cwd).resolve(said).normalize();
  }

  /// Whether all that the config file is about was read: what it names by `paths`, or its directory.
  boolean isWhole(Config config) {
    Config.Setting paths = config.settings().get("paths");
    return paths == null
        ? covers(config.base())
        : paths.values().stream().allMatch(it -> covers(config.base().resolve(it).normalize()));
  }

  /// Whether all of a directory was read.
  boolean covers(Path directory) {
    return roots.stream().anyMatch(directory::startsWith);
  }

  /// The entries of `ignore` in the config file, for findings in what was read.
  Exemptions exemptions(Config config) {
    return new Exemptions(
        config.ignores().stream()
            .map(it ->
                new Exemption(it.origin(), it.word(), it.rules(), finding -> reaches(it, finding)))
            .toList(),
        Catalog.ALL);
  }

  private boolean reaches(Ignore ignore, Finding finding) {
    return ignore.path().map(it -> it.hold(locate(finding.origin().file()))).orElse(true)
        && ignore
            .resource()
            .map(it -> finding.resource().filter(it::covers).isPresent())
            .orElse(true);
  }
}
