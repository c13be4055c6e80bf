package io.meshc.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.TreeWalk;

/// Which lines of files that were read are new since a commit. The files are compared as they were read, so what is staged or not
/// committed counts where that was read. Where lines were removed, the line before and the line after count as changed; white
/// space at the end of a line does not.
public sealed interface Changes {

  /// @param byFile the changed lines; a file that is not in here is new as a whole
  record Lines(Map<Path, List<Range>> byFile) implements Changes {
    public Lines {
      byFile = Map.copyOf(byFile);
    }

    public boolean touch(Path file, int fromLine, int toLine) {
      return Optional.ofNullable(byFile.get(file))
          .map(lines -> lines.stream().anyMatch(it -> it.from <= toLine && fromLine <= it.to))
          .orElse(true);
    }
  }

  /// @param from the first line, from 1
  /// @param to the last line
  record Range(int from, int to) {}

  /// Nothing can be said.
  record Refused(Reading.Refused why) implements Changes {}

  /// @param directory in the repository
  /// @param base whatever Git takes for a commit; what counts is where the line of the files left its line
  /// @param head the commit that the files are of, or come after
  /// @param texts the files as they were read, by absolute paths
  static Changes since(Path directory, String base, String head, Map<Path, String> texts) {
    try {
      Optional<Repository> found =
          Files.isDirectory(directory) ? OpenRepository.holding(directory) : Optional.empty();
      if (found.isEmpty()) {
        return new Refused(ReadGit.notARepository(directory));
      }
      try (Repository repository = found.get();
          var walk = new RevWalk(repository)) {
        return since(repository, walk, base, head, texts);
      }
    } catch (IOException | IllegalArgumentException e) {
      return new Refused(
          new Reading.Refused(
              Reading.Reason.BROKEN, "the Git repository cannot be read: " + Why.of(e), ""));
    }
  }

  private static Changes since(
      Repository repository, RevWalk walk, String base, String head, Map<Path, String> texts)
      throws IOException {
    Optional<ObjectId> from = commit(repository, base);
    Optional<ObjectId> to = commit(repository, head);
    if (from.isEmpty()) {
      boolean unborn = base.equals(Constants.HEAD);
      return unborn ? new Lines(Map.of()) : new Refused(ReadGit.unknown(repository, base));
    }
    Optional<RevTree> tree =
        to.isEmpty()
            ? Optional.of(walk.parseCommit(from.get()).getTree())
            : fork(walk, from.get(), to.get());
    if (tree.isEmpty()) {
      return new Refused(
          new Reading.Refused(
              Reading.Reason.UNKNOWN_REVISION,
              "`" + base + "` and `" + head + "` have no commit in common",
              "a shallow clone has to be deepened, as with `git fetch --unshallow`"));
    }
    var lines = new HashMap<Path, List<Range>>();
    for (Map.Entry<Path, String> file : texts.entrySet()) {
      Optional<byte[]> before = blob(repository, tree.get(), file.getKey());
      if (before.isPresent()) {
        lines.put(file.getKey(), ranges(before.get(), file.getValue()));
      }
    }
    return new Lines(lines);
  }

  private static Optional<ObjectId> commit(Repository repository, String revision)
      throws IOException {
    return Optional.ofNullable(repository.resolve(revision + "^{commit}"));
  }

  /// The tree of the last commit that both lines have in common.
  private static Optional<RevTree> fork(RevWalk walk, ObjectId one, ObjectId other)
      throws IOException {
    walk.setRevFilter(RevFilter.MERGE_BASE);
    walk.markStart(walk.parseCommit(one));
    walk.markStart(walk.parseCommit(other));
    Optional<RevCommit> base = Optional.ofNullable(walk.next());
    return base.isEmpty() ? Optional.empty() : Optional.of(base.get().getTree());
  }

  private static Optional<byte[]> blob(Repository repository, RevTree tree, Path file)
      throws IOException {
    Optional<String> path = inRepository(repository, file);
    if (path.isEmpty() || path.get().isEmpty()) {
      return Optional.empty();
    }
    try (TreeWalk walk = TreeWalk.forPath(repository, path.get(), tree)) {
      return walk == null || walk.getFileMode(0).getObjectType() != Constants.OBJ_BLOB
          ? Optional.empty()
          : Optional.of(repository.open(walk.getObjectId(0)).getBytes());
    }
  }

  private static Optional<String> inRepository(Repository repository, Path file)
      throws IOException {
    Path top =
        (repository.isBare() ? repository.getDirectory() : repository.getWorkTree()).toPath();
    for (Path it : List.of(top.normalize(), top.toRealPath())) {
      if (file.startsWith(it)) {
        return Optional.of(it.relativize(file).toString().replace('\\', '/'));
      }
    }
    return Optional.empty();
  }

  private static List<Range> ranges(byte[] before, String after) {
    var from =
        new RawText(
            new String(before, StandardCharsets.UTF_8)
                .replaceFirst("^\uFEFF", "")
                .getBytes(StandardCharsets.UTF_8));
    var to = new RawText(after.getBytes(StandardCharsets.UTF_8));
    var ranges = new ArrayList<Range>();
    for (Edit edit : new HistogramDiff().diff(RawTextComparator.WS_IGNORE_TRAILING, from, to)) {
      boolean removed = edit.getType() == Edit.Type.DELETE;
      ranges.add(
          removed
              ? new Range(edit.getBeginB(), edit.getBeginB() + 1)
              : new Range(edit.getBeginB() + 1, edit.getEndB()));
    }
    return List.copyOf(ranges);
  }
}
