package io.meshc.cli;

import io.meshc.cli.config.Config;
import io.meshc.cli.config.Config.Ignore;
import io.meshc.cli.config.Meshes;
import io.meshc.diag.Finding;
import io.meshc.normalize.Settings;
import io.meshc.read.Reading;
import io.meshc.rules.Catalog;
import io.meshc.source.SourceFile;
import io.meshc.validate.rule.Exemption;
import io.meshc.validate.rule.Exemptions;
import io.meshc.validate.schema.Definitions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
  record Environment(String name, Reading.Tree tree, Settings settings) {}

  /// What was read for a command that speaks of one mesh.
  Environment only() {
    return environments.getFirst();
  }

  /// What each environment is: those that are clusters of one mesh are understood together.
  ///
  /// @param kept what of the files is configuration
  /// @return by name, in the order in which they were read
  Map<String, Understood> understand(
      Meshes meshes, UnaryOperator<List<SourceFile>> kept, Definitions definitions) {
    var all = new LinkedHashMap<String, Understood>();
    for (Environment it : environments) {
      if (all.containsKey(it.name())) {
        continue;
      }
      Optional<Meshes.Mesh> mesh = meshes.meshOf(it.name());
      if (mesh.isEmpty()) {
        List<SourceFile> files = kept.apply(it.tree().files());
        all.put(
            it.name(),
            Pipeline.understand(files, it.tree().problems(), it.settings(), definitions));
        continue;
      }
      List<Pipeline.Part> parts =
          mesh.get().clusters().stream().flatMap(at -> part(at, kept).stream()).toList();
      List<Understood> understood = Pipeline.together(parts, definitions);
      for (int i = 0; i < parts.size(); i++) {
        all.put(parts.get(i).environment(), understood.get(i));
      }
    }
    return all;
  }

  private Optional<Pipeline.Part> part(
      Meshes.Cluster cluster, UnaryOperator<List<SourceFile>> kept) {
    return environments.stream()
        .filter(it -> it.name().equals(cluster.environment()))
        .findFirst()
        .map(it ->
            new Pipeline.Part(
                cluster.name(),
                it.name(),
                cluster.network(),
                cluster.place(),
                kept.apply(it.tree().files()),
                it.tree().problems(),
                it.settings()));
  }

  /// The place of a file that findings call by this path.
  Path locate(String said) {
    return elsewhere.getOrDefault(said, cwd).resolve(said).normalize();
  }

  /// Whether all that the config file is about was read: what it names by `paths`, or its directory.
  boolean isWhole(Config config) {
    List<Meshes.Environment> said = config.meshes().environments();
    if (!said.isEmpty()) {
      return said.stream()
          .flatMap(it -> it.paths().stream())
          .allMatch(it -> covers(config.base().resolve(it).normalize()));
    }
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
