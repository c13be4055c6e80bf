package io.meshc.read;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/// Where configuration is read from.
public sealed interface Place {

  /// Files and directories; directories with all that is below them.
  record Files(List<Path> roots) implements Place {
    public Files {
      roots = List.copyOf(roots);
    }
  }

  /// @param name what findings call it, `-` where the user gave none
  record Stdin(String name, InputStream in) implements Place {}

  /// A commit, without a checkout.
  ///
  /// @param repository a directory in the work tree, or a bare repository
  /// @param revision whatever Git takes for a commit or tree: `HEAD~1`, a branch, a tag, an id
  /// @param paths files and directories, relative to `repository`; from the top of the repository if they start with
  ///     `:/`; none for all of `repository`
  record Revision(Path repository, String revision, List<String> paths) implements Place {
    public Revision {
      paths = List.copyOf(paths);
    }
  }

  /// What is staged for the next commit; the parameters are those of [Revision].
  record Index(Path repository, List<String> paths) implements Place {
    public Index {
      paths = List.copyOf(paths);
    }
  }
}
