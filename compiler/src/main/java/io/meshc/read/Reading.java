package io.meshc.read;

import io.meshc.diag.Problem;
import io.meshc.source.SourceFile;
import java.util.List;

/// What came of reading a [Place].
public sealed interface Reading {

  /// @param files sorted by path
  /// @param problems files that are no text or could not be read; the others are there
  /// @param skipped what was left out on purpose, sorted by path
  record Tree(List<SourceFile> files, List<Problem> problems, List<Skipped> skipped)
      implements Reading {
    public Tree {
      files = List.copyOf(files);
      problems = List.copyOf(problems);
      skipped = List.copyOf(skipped);
    }
  }

  /// Nothing was read.
  ///
  /// @param message one line, lower case
  /// @param help what to do, or `""`
  record Refused(Reason reason, String message, String help) implements Reading {}

  enum Reason {
    NO_SUCH_PATH,
    NOT_A_REPOSITORY,
    UNKNOWN_REVISION,
    /// Input and output failed, or the repository's objects are damaged or missing.
    BROKEN
  }
}
