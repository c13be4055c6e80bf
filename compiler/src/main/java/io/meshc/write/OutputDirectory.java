package io.meshc.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A tree as a directory that belongs to meshc: a manifest says what it wrote there, and nothing else is ever overwritten or
/// removed unasked.
///
/// Everything is written beside the directory first and then moved, the manifest last: whoever is interrupted can run again.
public final class OutputDirectory {
  private OutputDirectory() {}

  /// What became of it.
  public sealed interface Result {}

  /// @param written paths that are new or have another content now
  /// @param removed paths of an earlier run that this one has no use for
  public record Written(List<String> written, List<String> removed) implements Result {
    public Written {
      written = List.copyOf(written);
      removed = List.copyOf(removed);
    }
  }

  /// Nothing was written.
  public record Refused(String message, String help) implements Result {}

  /// A difference between a directory and what would be written there.
  public record Drift(String path, Kind kind) {
    /// How it differs.
    public enum Kind {
      MISSING,
      DIFFERENT,
      /// Of an earlier run.
      STALE
    }
  }

  /// @param force write over files that meshc did not write, or that were changed since; what is not in the way stays
  public static Result write(Path directory, SortedMap<String, String> files, boolean force)
      throws IOException {
    Optional<Refused> refused = refusal(directory, files, force);
    if (refused.isPresent()) {
      return refused.get();
    }
    Manifest before = manifest(directory);
    return move(directory, files, before);
  }

  /// Why [#write] would write nothing; empty if it would.
  public static Optional<Refused> refusal(
      Path directory, SortedMap<String, String> files, boolean force) throws IOException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      return Optional.of(new Refused("`" + directory + "` is a file, not a directory", ""));
    }
    if (!force) {
      List<String> foreign = foreign(directory, manifest(directory), files);
      if (!foreign.isEmpty()) {
        return Optional.of(refused(directory, foreign));
      }
    }
    var leading = new ArrayList<String>();
    var folders = new HashSet<Path>();
    for (String path : files.keySet()) {
      if (leadsOut(directory, path, folders)) {
        leading.add(path);
      }
    }
    return leading.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refused(
                "`" + leading.getFirst() + "` would be written outside of `" + directory + "`",
                ""));
  }

  /// Empty if a run would change nothing.
  public static List<Drift> check(Path directory, SortedMap<String, String> files)
      throws IOException {
    var drifts = new TreeMap<String, Drift>();
    for (var entry : files.entrySet()) {
      Path path = directory.resolve(entry.getKey());
      if (!Files.isRegularFile(path)) {
        drifts.put(entry.getKey(), new Drift(entry.getKey(), Drift.Kind.MISSING));
      } else if (!same(path, entry.getValue())) {
        drifts.put(entry.getKey(), new Drift(entry.getKey(), Drift.Kind.DIFFERENT));
      }
    }
    for (String path : manifest(directory).digests().keySet()) {
      if (!files.containsKey(path)
          && !leadsOut(directory, path, new HashSet<>())
          && Files.isRegularFile(directory.resolve(path))) {
        drifts.put(path, new Drift(path, Drift.Kind.STALE));
      }
    }
    return List.copyOf(drifts.values());
  }

  private static Refused refused(Path directory, List<String> foreign) {
    String first = foreign.getFirst();
    String more = foreign.size() == 1 ? "" : " and " + (foreign.size() - 1) + " more";
    return new Refused(
        "`"
            + directory
            + "` holds files that meshc did not write, or that were changed since: `"
            + first
            + "`"
            + more,
        "name an empty directory, or use `--force`, which keeps what is not in the way");
  }

  private static Manifest manifest(Path directory) throws IOException {
    Path file = directory.resolve(Manifest.FILE);
    return Files.isRegularFile(file)
        ? Manifest.parse(Files.readString(file, StandardCharsets.UTF_8))
        : new Manifest(new TreeMap<>());
  }

  /// Files that are there, are not as the manifest has them, and are not as they would be written either.
  private static List<String> foreign(
      Path directory, Manifest before, SortedMap<String, String> files) throws IOException {
    var foreign = new ArrayList<String>();
    for (String path : present(directory)) {
      String wanted = files.get(path);
      boolean ours =
          before.digests().getOrDefault(path, "").equals(digest(directory.resolve(path)));
      if (!ours && (wanted == null || !same(directory.resolve(path), wanted))) {
        foreign.add(path);
      }
    }
    return foreign;
  }

  private static SortedSet<String> present(Path directory) throws IOException {
    var paths = new TreeSet<String>();
    if (!Files.isDirectory(directory)) {
      return paths;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      all.filter(it -> !Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS))
          .map(it -> directory.relativize(it).toString().replace('\\', '/'))
          .filter(it -> !it.equals(Manifest.FILE))
          .forEach(paths::add);
    }
    return paths;
  }

  private static Result move(Path directory, SortedMap<String, String> files, Manifest before)
      throws IOException {
    Path target = directory.toAbsolutePath().normalize();
    Files.createDirectories(target);
    Path parent = target.getParent() == null ? target : target.getParent();
    Path beside = Files.createTempDirectory(parent, ".meshc-");
    try {
      // Beside, names say nothing: no folder has to be made twice.
      var written = new ArrayList<String>();
      for (var entry : files.entrySet()) {
        if (!same(target.resolve(entry.getKey()), entry.getValue())) {
          put(beside.resolve(String.valueOf(written.size())), entry.getValue());
          written.add(entry.getKey());
        }
      }
      Manifest after = Manifest.of(files);
      put(beside.resolve(Manifest.FILE), after.text());
      // First, since a folder may take the place of a file.
      List<String> removed = removeStale(target, before, files);
      var folders = new HashSet<Path>();
      for (int i = 0; i < written.size(); i++) {
        replace(beside.resolve(String.valueOf(i)), target.resolve(written.get(i)), folders);
      }
      replace(beside.resolve(Manifest.FILE), target.resolve(Manifest.FILE), folders);
      return new Written(written, removed);
    } finally {
      deleteTree(beside);
    }
  }

  /// Only what is as an earlier run left it.
  private static List<String> removeStale(
      Path directory, Manifest before, SortedMap<String, String> files) throws IOException {
    var removed = new ArrayList<String>();
    for (var entry : before.digests().entrySet()) {
      Path path = directory.resolve(entry.getKey());
      if (!files.containsKey(entry.getKey())
          && !leadsOut(directory, entry.getKey(), new HashSet<>())
          && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
          && digest(path).equals(entry.getValue())) {
        Files.delete(path);
        removed.add(entry.getKey());
        removeEmptyFolders(directory, path);
      }
    }
    return removed;
  }

  private static void removeEmptyFolders(Path directory, Path below) throws IOException {
    for (Path at = below.getParent();
        at != null && !at.equals(directory) && isEmpty(at);
        at = at.getParent()) {
      Files.delete(at);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  /// A path upwards, an absolute one, or one through a link.
  ///
  /// @param folders that are looked at, to add to
  private static boolean leadsOut(Path directory, String path, Set<Path> folders) {
    Path root = directory.toAbsolutePath().normalize();
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root) || file.equals(root)) {
      return true;
    }
    for (Path at = file; at != null && !at.equals(root); at = at.getParent()) {
      if (Files.isSymbolicLink(at)) {
        folders.clear();
        return true;
      }
      if (!at.equals(file) && !folders.add(at)) {
        return false;
      }
    }
    return false;
  }

  private static void put(Path path, String text) throws IOException {
    Files.writeString(path, text, StandardCharsets.UTF_8);
  }

  /// @param folders that are there
  private static void replace(Path from, Path to, Set<Path> folders) throws IOException {
    Path folder = to.getParent();
    if (folder != null && folders.add(folder)) {
      Files.createDirectories(folder);
    }
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean same(Path path, String text) throws IOException {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && Files.size(path) <= Integer.MAX_VALUE
        && digest(path).equals(Manifest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String digest(Path path) throws IOException {
    return Files.isRegularFile(path) ? Manifest.digest(Files.readAllBytes(path)) : "";
  }

  private static void deleteTree(Path root) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(root)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
