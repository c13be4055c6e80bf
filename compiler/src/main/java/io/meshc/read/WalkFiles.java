package io.meshc.read;

import io.meshc.diag.Problem;
import io.meshc.read.DecodeText.Decoded;
import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Files and directories of the disk → what is in them. Paths are said as the user said the root.
final class WalkFiles {

  /// @param file where it is; not resolved for a root, which may be a pipe
  private record Candidate(String path, Path file) implements Sources.Found {
    @Override
    public Decoded read() {
      // Its size says nothing of a pipe or a device, and may be another by the time it is read.
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(SourceFile.MAX_BYTES + 1);
        return bytes.length > SourceFile.MAX_BYTES
            ? DecodeText.tooLarge(path)
            : DecodeText.decode(path, bytes);
      } catch (IOException e) {
        return DecodeText.unreadable(path, Why.of(e));
      }
    }
  }

  /// A directory on the way: as the user would say it, where it is, and the root that links must not leave.
  private record Folder(Path said, Path real, Path root, IgnoreRules rules) {
    Folder child(Path name) {
      return new Folder(said.resolve(name), real.resolve(name), root, rules);
    }

    String path() {
      return WalkFiles.path(said);
    }
  }

  /// By the real path: two ways to one file are one file.
  private final Map<Path, Candidate> found = new TreeMap<>();

  private final Set<Path> visited = new HashSet<>();
  private final Deque<Folder> links = new ArrayDeque<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Skipped> skipped = new HashSet<>();

  private WalkFiles() {}

  static Reading read(List<Path> roots) {
    for (Path root : roots) {
      if (!Files.exists(root)) {
        boolean broken = Files.isSymbolicLink(root);
        String what = broken ? "`%s` is a link to nothing" : "`%s` does not exist";
        return new Reading.Refused(Reading.Reason.NO_SUCH_PATH, what.formatted(path(root)), "");
      }
    }
    var walk = new WalkFiles();
    try {
      for (Path root : roots) {
        walk.root(root);
      }
    } catch (IOException e) {
      return new Reading.Refused(Reading.Reason.BROKEN, "input failed: " + Why.of(e), "");
    }
    walk.followLinks();
    return Sources.readAll(
        List.copyOf(walk.found.values()), walk.problems, List.copyOf(walk.skipped));
  }

  private void root(Path root) throws IOException {
    Path real = root.toRealPath();
    Path said = root.normalize();
    if (Files.isDirectory(real)) {
      directory(new Folder(said, real, real, IgnoreRules.above(real)));
    } else {
      found.putIfAbsent(real, new Candidate(path(said), root));
    }
  }

  private void directory(Folder folder) {
    if (!visited.add(folder.real())) {
      return;
    }
    List<Path> names = names(folder);
    var inside =
        new Folder(
            folder.said(), folder.real(), folder.root(), folder.rules().with(folder.real(), names));
    boolean isRoot = folder.real().equals(folder.root());
    if (!isRoot && names.contains(Path.of(Names.MANIFEST))) {
      skipped.add(new Skipped(folder.path(), Skipped.Why.OUTPUT, count(folder)));
      return;
    }
    if (!isRoot && Files.isRegularFile(folder.real().resolve(".git"))) {
      skipped.add(new Skipped(folder.path(), Skipped.Why.SUBMODULE, 1));
      return;
    }
    boolean chart = names.contains(Path.of(Names.CHART));
    for (Path name : names) {
      child(inside.child(name), name.toString(), chart);
    }
  }

  private void child(Folder child, String name, boolean inChart) {
    if (name.equals(".git")) {
      return;
    }
    try {
      var kind =
          Files.readAttributes(child.real(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      boolean wanted = Names.isConfiguration(name);
      if (!kind.isDirectory() && !kind.isSymbolicLink() && !wanted) {
        return;
      }
      if (child.rules().ignores(child.real(), kind.isDirectory())) {
        ignored(child, kind.isDirectory());
      } else if (kind.isDirectory() && inChart && name.equals(Names.TEMPLATES)) {
        skipped.add(new Skipped(child.path(), Skipped.Why.HELM_TEMPLATE, count(child)));
      } else if (kind.isDirectory()) {
        directory(child);
      } else if (kind.isSymbolicLink()) {
        links.add(child);
      } else if (kind.isRegularFile()) {
        found.putIfAbsent(child.real(), new Candidate(child.path(), child.real()));
      } else {
        skipped.add(new Skipped(child.path(), Skipped.Why.SPECIAL, 1));
      }
    } catch (IOException e) {
      unreadable(child, e);
    }
  }

  /// Git ignores only what it does not have: a file that was added in spite of the rules is a file like any other.
  private void ignored(Folder child, boolean directory) {
    List<Path> tracked = child.rules().tracked(child.real());
    for (Path it : tracked) {
      Path name = child.real().relativize(it);
      boolean wanted = Names.isConfiguration(it.getFileName().toString());
      if (wanted && Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS)) {
        Path said = directory ? child.said().resolve(name) : child.said();
        found.putIfAbsent(it, new Candidate(path(said), it));
      }
    }
    if (directory || tracked.isEmpty()) {
      skipped.add(new Skipped(child.path(), Skipped.Why.IGNORED, 1));
    }
  }

  /// Links come last: what they lead to has most often been read under its own name by then.
  private void followLinks() {
    while (!links.isEmpty()) {
      Folder link = links.removeFirst();
      boolean wanted = Names.isConfiguration(link.said().getFileName().toString());
      try {
        Path target = link.real().toRealPath();
        boolean directory = Files.isDirectory(target);
        if (!directory && !wanted) {
          continue;
        }
        if (!target.startsWith(link.root())) {
          skipped.add(new Skipped(link.path(), Skipped.Why.LINK_OUTSIDE, 1));
        } else if (directory) {
          directory(new Folder(link.said(), target, link.root(), link.rules()));
        } else if (Files.isRegularFile(target)) {
          found.putIfAbsent(target, new Candidate(link.path(), target));
        } else {
          skipped.add(new Skipped(link.path(), Skipped.Why.SPECIAL, 1));
        }
      } catch (IOException e) {
        if (wanted) {
          unreadable(link, e);
        }
      }
    }
  }

  private List<Path> names(Folder folder) {
    var names = new ArrayList<Path>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder.real())) {
      children.forEach(it -> names.add(it.getFileName()));
    } catch (IOException e) {
      unreadable(folder, e);
    } catch (DirectoryIteratorException e) {
      unreadable(folder, Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e)));
    }
    names.sort(Comparator.naturalOrder());
    return names;
  }

  private int count(Folder folder) {
    int count = 0;
    for (Path name : names(folder)) {
      Folder child = folder.child(name);
      if (Files.isDirectory(child.real(), LinkOption.NOFOLLOW_LINKS)) {
        count += count(child);
      } else if (Names.isConfiguration(name.toString())) {
        count++;
      }
    }
    return count;
  }

  private void unreadable(Folder folder, IOException thrown) {
    problems.add(
        new Problem(
            Problem.Kind.UNREADABLE,
            Origin.file(folder.path()),
            "it cannot be read: " + Why.of(thrown),
            ""));
  }

  private static String path(Path said) {
    return said.toString().replace(File.separatorChar, '/');
  }
}
