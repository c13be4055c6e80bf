package io.meshc.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/// One file, link or submodule in a tree or in the index of a repository.
///
/// @param inConflict the index holds several versions of it, and none that is staged
record GitEntry(String path, FileMode mode, ObjectId id, boolean inConflict) {

  /// All entries below a commit or tree; empty if there is no such revision.
  static Optional<List<GitEntry>> ofRevision(Repository repository, String revision)
      throws IOException {
    Optional<ObjectId> tree = resolve(repository, revision);
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    var entries = new ArrayList<GitEntry>();
    try (var walk = new TreeWalk(repository)) {
      walk.addTree(tree.get());
      walk.setRecursive(true);
      while (walk.next()) {
        entries.add(
            new GitEntry(walk.getPathString(), walk.getFileMode(), walk.getObjectId(0), false));
      }
    }
    return Optional.of(entries);
  }

  /// All entries of the index, a file in conflict once. What `git add -N` announced is not staged and not in here.
  static List<GitEntry> ofIndex(Repository repository) throws IOException {
    DirCache index = DirCache.read(repository.getIndexFile(), repository.getFS());
    var entries = new LinkedHashMap<String, GitEntry>();
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry entry = index.getEntry(i);
      if (!entry.isIntentToAdd()) {
        boolean inConflict = entry.getStage() != DirCacheEntry.STAGE_0;
        String path = entry.getPathString();
        entries.put(path, new GitEntry(path, entry.getFileMode(), entry.getObjectId(), inConflict));
      }
    }
    return List.copyOf(entries.values());
  }

  boolean isLink() {
    return mode.equals(FileMode.SYMLINK);
  }

  boolean isSubmodule() {
    return mode.equals(FileMode.GITLINK);
  }

  private static Optional<ObjectId> resolve(Repository repository, String revision)
      throws IOException {
    try {
      return revision.isBlank()
          ? Optional.empty()
          : Optional.ofNullable(repository.resolve(revision + "^{tree}"));
    } catch (RevisionSyntaxException | IncorrectObjectTypeException | AmbiguousObjectException _) {
      return Optional.empty();
    }
  }
}
