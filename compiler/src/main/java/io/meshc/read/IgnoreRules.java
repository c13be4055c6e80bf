package io.meshc.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.ignore.IgnoreNode;

/// The ignore files that hold in a directory: its own, those of its parents up to the top of the work tree, and
/// `.git/info/exclude`. JGit, which knows how to read them, is loaded with the first one.
final class IgnoreRules {
  private static final String FILE = ".gitignore";
  private static final IgnoreRules NONE = new IgnoreRules(List.of(), Optional.empty());

  /// Outermost first; the innermost that has an opinion decides.
  private final List<Level> levels;

  private final Optional<Tracked> tracked;

  /// One ignore file.
  private record Level(Path base, IgnoreNode node) {
    static Level of(Path base, byte[] text) throws IOException {
      var node = new IgnoreNode();
      node.parse(new ByteArrayInputStream(text));
      return new Level(base, node);
    }

    Optional<Boolean> decide(Path child, boolean directory) {
      String path = base.relativize(child).toString().replace('\\', '/');
      return Optional.ofNullable(node.checkIgnored(path, directory));
    }
  }

  private IgnoreRules(List<Level> levels, Optional<Tracked> tracked) {
    this.levels = levels;
    this.tracked = tracked;
  }

  /// What the directories above say. Nothing where they would ignore the directory itself: the user named it.
  static IgnoreRules above(Path directory) {
    Optional<Path> top = workTree(directory);
    if (top.isEmpty()) {
      return NONE;
    }
    Path at = top.get();
    IgnoreRules rules =
        new IgnoreRules(List.of(), Optional.of(new Tracked(at)))
            .adding(at, at.resolve(".git/info/exclude"));
    if (at.equals(directory)) {
      return rules;
    }
    for (Path name : at.relativize(directory)) {
      rules = rules.adding(at, at.resolve(FILE));
      at = at.resolve(name);
      if (rules.ignores(at, true)) {
        return NONE;
      }
    }
    return rules;
  }

  /// With the ignore file of a directory, if it is among the names in it.
  IgnoreRules with(Path directory, List<Path> names) {
    return names.contains(Path.of(FILE)) ? adding(directory, directory.resolve(FILE)) : this;
  }

  boolean ignores(Path child, boolean directory) {
    for (Level level : levels.reversed()) {
      Optional<Boolean> decided = level.decide(child, directory);
      if (decided.isPresent()) {
        return decided.get();
      }
    }
    return false;
  }

  /// The files at or below an ignored path that Git has nevertheless.
  List<Path> tracked(Path ignored) {
    return tracked.map(it -> it.below(ignored)).orElse(List.of());
  }

  private IgnoreRules adding(Path base, Path file) {
    if (!Files.isRegularFile(file)) {
      return this;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      boolean rules =
          new String(bytes, StandardCharsets.ISO_8859_1)
              .lines()
              .anyMatch(it -> !it.isBlank() && !it.startsWith("#"));
      return rules ? and(Level.of(base, bytes)) : this;
    } catch (IOException _) {
      return this; // Git goes on without it as well
    }
  }

  private IgnoreRules and(Level level) {
    var more = new ArrayList<>(levels);
    more.add(level);
    return new IgnoreRules(more, tracked);
  }

  private static Optional<Path> workTree(Path directory) {
    return Stream.iterate(Optional.of(directory), Optional::isPresent, IgnoreRules::parent)
        .flatMap(Optional::stream)
        .filter(it -> Files.exists(it.resolve(".git")))
        .findFirst();
  }

  private static Optional<Path> parent(Optional<Path> path) {
    return path.map(Path::getParent);
  }
}
