package io.meshc.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Repository;

/// What the index of a work tree holds. Asked for what ignore rules name, and read when it is asked for the first time.
final class Tracked {
  private final Path top;
  private Optional<TreeSet<String>> paths = Optional.empty();

  /// @param top of the work tree
  Tracked(Path top) {
    this.top = top;
  }

  /// The files of the index at or below a path.
  List<Path> below(Path path) {
    if (!path.startsWith(top)) {
      return List.of();
    }
    String name = top.relativize(path).toString().replace('\\', '/');
    TreeSet<String> all = paths();
    return (all.contains(name) ? List.of(name) : all.subSet(name + "/", name + "0"))
        .stream().map(top::resolve).toList();
  }

  private TreeSet<String> paths() {
    return paths.orElseGet(() -> {
      TreeSet<String> read = read();
      paths = Optional.of(read);
      return read;
    });
  }

  private TreeSet<String> read() {
    var names = new TreeSet<String>();
    try {
      Optional<Repository> found = OpenRepository.holding(top);
      if (found.isPresent()) {
        try (Repository repository = found.get()) {
          GitEntry.ofIndex(repository).forEach(it -> names.add(it.path()));
        }
      }
    } catch (IOException | IllegalArgumentException _) {
      names.clear(); // a folder that only looks like a repository, so nothing is known to be in it
    }
    return names;
  }
}
