package io.meshc.read;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/// A file or directory of a repository that the user named.
///
/// @param said as findings say it, `""` for the directory that the others are relative to
/// @param path in the repository, with `/`, `""` for its top
record GitRoot(String said, String path) {

  /// The roots that a place names: relative to the directory, or to the top with `:/` before them.
  static List<GitRoot> of(Repository repository, Path directory, List<String> paths)
      throws IOException {
    Optional<Path> top =
        repository.isBare()
            ? Optional.empty()
            : Optional.of(repository.getWorkTree().toPath().toRealPath());
    Path real = directory.toRealPath();
    boolean inGitDirectory = real.startsWith(repository.getDirectory().toPath().toRealPath());
    Path below =
        top.filter(it -> real.startsWith(it) && !inGitDirectory)
            .map(it -> it.relativize(real))
            .orElse(Path.of(""));
    return (paths.isEmpty() ? List.of("") : paths).stream().map(it -> of(it, below, top)).toList();
  }

  private static GitRoot of(String said, Path below, Optional<Path> top) {
    boolean fromTop = said.startsWith(":/");
    Path path = Path.of(fromTop ? said.substring(2) : said).normalize();
    Path inside =
        path.isAbsolute()
            ? top.filter(path::startsWith).map(it -> it.relativize(path)).orElse(path)
            : (fromTop ? path : below.resolve(path)).normalize();
    return new GitRoot(text(path), text(inside));
  }

  boolean holds(String entry) {
    return path.isEmpty() || entry.equals(path) || entry.startsWith(path + "/");
  }

  /// How findings call an entry that this root holds.
  String say(String entry) {
    String rest =
        path.isEmpty() ? entry : entry.substring(Math.min(entry.length(), path.length() + 1));
    if (said.isEmpty() || rest.isEmpty()) {
      return said + rest;
    }
    return said.endsWith("/") ? said + rest : said + "/" + rest;
  }

  private static String text(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }
}
