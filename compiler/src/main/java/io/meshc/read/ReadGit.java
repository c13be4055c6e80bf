package io.meshc.read;

import io.meshc.read.DecodeText.Decoded;
import io.meshc.read.Reading.Reason;
import io.meshc.read.Reading.Refused;
import io.meshc.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;

/// A revision or the index of a Git repository → the files in it, without a checkout and without running Git.
final class ReadGit {
  private ReadGit() {}

  /// The content of one file in the repository.
  record Blob(String path, ObjectId id, Repository repository) implements Sources.Found {
    @Override
    public Decoded read() {
      try {
        ObjectLoader loader = repository.open(id);
        return loader.getSize() > SourceFile.MAX_BYTES
            ? DecodeText.tooLarge(path)
            : DecodeText.decode(path, loader.getBytes(SourceFile.MAX_BYTES));
      } catch (IOException e) {
        return DecodeText.unreadable(path, Why.of(e));
      }
    }
  }

  /// What the entries are listed of.
  private interface Listing {
    Optional<List<GitEntry>> of(Repository repository) throws IOException;
  }

  static Reading read(Place.Revision place) {
    String revision = place.revision();
    return read(
        place.repository(), place.paths(), revision, it -> GitEntry.ofRevision(it, revision));
  }

  static Reading read(Place.Index place) {
    return read(place.repository(), place.paths(), "", it -> Optional.of(GitEntry.ofIndex(it)));
  }

  private static Reading read(
      Path directory, List<String> paths, String revision, Listing listing) {
    if (!Files.isDirectory(directory)) {
      return notARepository(directory);
    }
    try {
      Optional<Repository> found = OpenRepository.holding(directory);
      if (found.isEmpty()) {
        return notARepository(directory);
      }
      try (Repository repository = found.get()) {
        List<GitRoot> roots = GitRoot.of(repository, directory, paths);
        Optional<List<GitEntry>> entries = listing.of(repository);
        return entries.isPresent()
            ? SelectEntries.reading(repository, roots, entries.get())
            : unknown(repository, revision);
      }
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return new Refused(Reason.BROKEN, "the Git repository cannot be read: " + Why.of(e), "");
    }
  }

  private static Refused notARepository(Path directory) {
    return new Refused(
        Reason.NOT_A_REPOSITORY, "`" + directory + "` is not in a Git repository", "");
  }

  private static Refused unknown(Repository repository, String revision) {
    boolean shallow = Files.exists(repository.getCommonDirectory().toPath().resolve("shallow"));
    return new Refused(
        Reason.UNKNOWN_REVISION,
        "`" + revision + "` is not a revision of this repository",
        shallow
            ? "the clone is shallow: fetch more history, as with `git fetch --unshallow`"
            : "a branch that is only on the server has to be fetched first");
  }
}
