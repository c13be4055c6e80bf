package io.meshc.cli.config;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// The config file that holds for a directory: the nearest one above, within the Git repository if there is one.
final class FindConfig {
  private FindConfig() {}

  static final String NAME = ".meshc.yaml";

  /// What has the name but is no file is found too: who wrote it meant it.
  ///
  /// @param directory an absolute path
  static Optional<Path> above(Path directory) {
    Optional<Path> at = Optional.of(directory.normalize());
    while (at.isPresent()) {
      Path here = at.get();
      Path file = here.resolve(NAME);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(file);
      }
      if (isTop(here)) {
        return Optional.empty();
      }
      at = Optional.ofNullable(here.getParent());
    }
    return Optional.empty();
  }

  /// Of a repository with a work tree, or of a bare one.
  private static boolean isTop(Path directory) {
    return Files.exists(directory.resolve(".git"))
        || (Files.isRegularFile(directory.resolve("HEAD"))
            && Files.isDirectory(directory.resolve("objects")));
  }
}
