package io.meshc.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.eclipse.jgit.ignore.IgnoreNode;

/// Patterns of files and directories below one directory, as `.gitignore` has them: the last that matches decides, `!` takes
/// back, and what a directory is named by holds for all below it. JGit, which knows how to read them, is loaded with the
/// first pattern.
public final class PathPatterns {
  /// Names nothing.
  public static final PathPatterns NONE = new PathPatterns(List.of(), Optional.empty());

  /// The directory as it is called and as links resolve, the same most often.
  private final List<Path> bases;

  private final Optional<IgnoreNode> rules;

  private PathPatterns(List<Path> bases, Optional<IgnoreNode> rules) {
    this.bases = List.copyOf(bases);
    this.rules = rules;
  }

  /// @param base an absolute path
  /// @param patterns those of which [#isPattern] is true; others name nothing
  public static PathPatterns of(Path base, List<String> patterns) {
    if (patterns.isEmpty()) {
      return NONE;
    }
    List<FastIgnoreRule> rules = patterns.stream().map(FastIgnoreRule::new).toList();
    return new PathPatterns(
        List.of(base.normalize(), real(base)), Optional.of(new IgnoreNode(rules)));
  }

  /// Whether a text can name something: not blank, no comment, every bracket closed.
  public static boolean isPattern(String text) {
    return !text.isBlank() && !new FastIgnoreRule(text).isEmpty();
  }

  /// Whether a file is named, or a directory above it.
  ///
  /// @param file an absolute path
  public boolean hold(Path file) {
    if (rules.isEmpty()) {
      return false;
    }
    Optional<Path> base = baseOf(file);
    Path at = base.orElse(file);
    for (Path name : base.map(it -> it.relativize(file)).orElse(Path.of(""))) {
      at = at.resolve(name);
      if (name(at, !at.equals(file))) {
        return true;
      }
    }
    return false;
  }

  /// Whether this path itself is named, whatever holds for the directories above it.
  boolean name(Path path, boolean directory) {
    return rules.isPresent()
        && baseOf(path)
            .map(it -> it.relativize(path).toString().replace('\\', '/'))
            .map(it -> Boolean.TRUE.equals(rules.get().checkIgnored(it, directory)))
            .orElse(false);
  }

  private Optional<Path> baseOf(Path path) {
    return bases.stream().filter(it -> path.startsWith(it) && !path.equals(it)).findFirst();
  }

  private static Path real(Path base) {
    try {
      return base.toRealPath();
    } catch (IOException _) {
      return base.normalize(); // nothing can be below it
    }
  }
}
