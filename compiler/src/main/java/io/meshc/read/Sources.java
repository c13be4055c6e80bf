package io.meshc.read;

import io.meshc.diag.Problem;
import io.meshc.read.DecodeText.Decoded;
import io.meshc.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A place → its files.
public final class Sources {
  private Sources() {}

  /// Below this, starting threads costs more than they save.
  private static final int WORTH_THREADS = 24;

  /// Never throws for what is on the disk, in the repository or in the arguments. The same place gives the same
  /// reading, whatever the order of its roots.
  public static Reading read(Place place) {
    // Apart from the others: the switch is linked when it is first reached, which costs a cold
    // start some milliseconds.
    return place instanceof Place.Files(var roots) ? WalkFiles.read(roots) : elsewhere(place);
  }

  private static Reading elsewhere(Place place) {
    return switch (place) {
      case Place.Files(var roots) -> WalkFiles.read(roots);
      case Place.Stdin stdin -> stdin(stdin);
      case Place.Revision revision -> ReadGit.read(revision);
      case Place.Index index -> ReadGit.read(index);
    };
  }

  private static Reading stdin(Place.Stdin place) {
    try {
      byte[] bytes = place.in().readNBytes(SourceFile.MAX_BYTES + 1);
      Decoded decoded =
          bytes.length > SourceFile.MAX_BYTES
              ? DecodeText.tooLarge(place.name())
              : DecodeText.decode(place.name(), bytes);
      return tree(List.of(decoded), List.of(), List.of());
    } catch (IOException e) {
      return new Reading.Refused(
          Reading.Reason.BROKEN, "standard input cannot be read: " + Why.of(e), "");
    }
  }

  /// A file that was found and can be read when its turn comes.
  interface Found {
    String path();

    Decoded read();
  }

  /// Reads what was found, in parallel where it pays, in the order of the paths.
  static Reading readAll(
      List<? extends Found> found, List<Problem> problems, List<Skipped> skipped) {
    Stream<? extends Found> files =
        found.size() < WORTH_THREADS ? found.stream() : found.parallelStream();
    return tree(files.map(Found::read).toList(), problems, skipped);
  }

  private static Reading.Tree tree(
      List<Decoded> decoded, List<Problem> problems, List<Skipped> skipped) {
    var files = new ArrayList<SourceFile>();
    var all = new ArrayList<>(problems);
    for (Decoded it : decoded) {
      if (it instanceof Decoded.Text(var file)) {
        files.add(file);
      } else if (it instanceof Decoded.Bad(var problem)) {
        all.add(problem);
      }
    }
    files.sort((a, b) -> a.path().compareTo(b.path()));
    all.sort((a, b) -> a.origin().compareTo(b.origin()));
    return new Reading.Tree(files, all, skipped.stream().sorted().toList());
  }
}
