package io.meshc.read;

import io.meshc.diag.Problem;
import io.meshc.read.ReadGit.Blob;
import io.meshc.source.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Repository;

/// The entries of a tree or index and the roots that the user named → the files to read, by the same choices that
/// [WalkFiles] makes on the disk. Ignore rules do not count: what is in Git was put there on purpose.
final class SelectEntries {
  /// As many as Linux follows.
  private static final int MAX_LINKS = 40;

  private final Repository repository;
  private final Map<String, Blob> found = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> templates = new TreeMap<>();
  private final Map<String, Integer> written = new TreeMap<>();
  private final List<Skipped> skipped = new ArrayList<>();

  private SelectEntries(Repository repository) {
    this.repository = repository;
  }

  static Reading reading(Repository repository, List<GitRoot> roots, List<GitEntry> entries) {
    var selection = new SelectEntries(repository);
    for (GitRoot root : roots) {
      List<GitEntry> held = entries.stream().filter(it -> root.holds(it.path())).toList();
      if (held.isEmpty() && !root.path().isEmpty()) {
        return new Reading.Refused(
            Reading.Reason.NO_SUCH_PATH,
            "`" + root.said() + "` does not exist in this revision",
            "");
      }
      selection.root(root, held);
    }
    selection.templates.forEach((path, count) ->
        selection.skipped.add(new Skipped(path, Skipped.Why.HELM_TEMPLATE, count)));
    selection.written.forEach(
        (path, count) -> selection.skipped.add(new Skipped(path, Skipped.Why.OUTPUT, count)));
    return Sources.readAll(
        List.copyOf(selection.found.values()),
        selection.problems,
        selection.skipped.stream().distinct().toList());
  }

  private void root(GitRoot root, List<GitEntry> held) {
    Set<String> charts = foldersOf(Names.CHART, held);
    Set<String> outputs = foldersOf(Names.MANIFEST, held);
    outputs.remove(root.path().isEmpty() ? "" : root.path() + "/");
    for (GitEntry entry : held) {
      String said = root.say(entry.path());
      if (entry.isSubmodule()) {
        skipped.add(new Skipped(said, Skipped.Why.SUBMODULE, 1));
      } else if (Names.isConfiguration(entry.path()) || entry.path().equals(root.path())) {
        file(root, entry, said, charts, outputs);
      }
    }
    held.stream().filter(GitEntry::isLink).forEach(it -> link(root, it, held));
  }

  /// Folders that hold a certain file, each with a `/` at its end; `""` for the top.
  private static Set<String> foldersOf(String name, List<GitEntry> held) {
    return held.stream()
        .map(GitEntry::path)
        .filter(it -> it.equals(name) || it.endsWith("/" + name))
        .map(it -> it.substring(0, it.length() - name.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void file(
      GitRoot root, GitEntry entry, String said, Set<String> charts, Set<String> outputs) {
    Optional<String> output = outputs.stream().filter(entry.path()::startsWith).findFirst();
    if (output.isPresent()) {
      String folder = output.get().substring(0, output.get().length() - 1);
      written.merge(root.say(folder), 1, Integer::sum);
      return;
    }
    Optional<String> template = templateFolder(entry.path(), charts);
    if (template.isPresent()) {
      templates.merge(root.say(template.get()), 1, Integer::sum);
    } else if (entry.inConflict()) {
      String message = "file is in a merge conflict, so nothing of it is staged";
      problems.add(new Problem(Problem.Kind.UNREADABLE, Origin.file(said), message, ""));
    } else if (!entry.isLink()) {
      found.putIfAbsent(entry.path(), new Blob(said, entry.id(), repository));
    }
  }

  private static Optional<String> templateFolder(String path, Set<String> charts) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      boolean named = folder.equals(Names.TEMPLATES) || folder.endsWith("/" + Names.TEMPLATES);
      if (named
          && charts.contains(folder.substring(0, folder.length() - Names.TEMPLATES.length()))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  /// A link to a file that is read anyway says nothing new, and neither does one to a folder. Any other one is read under its
  /// own name where its target is in what the user named, as on the disk.
  private void link(GitRoot root, GitEntry link, List<GitEntry> held) {
    if (!Names.isConfiguration(link.path()) && !link.path().equals(root.path())) {
      return;
    }
    String said = root.say(link.path());
    try {
      GitEntry at = link;
      for (int steps = 0; at.isLink(); steps++) {
        String target = target(at);
        if (steps == MAX_LINKS) {
          unreadable(said, "symbolic links form a loop");
          return;
        }
        if (!root.holds(target) || target.startsWith("..") || target.startsWith("/")) {
          skipped.add(new Skipped(said, Skipped.Why.LINK_OUTSIDE, 1));
          return;
        }
        Optional<GitEntry> next = held.stream().filter(it -> it.path().equals(target)).findFirst();
        if (next.isEmpty()) {
          if (held.stream().noneMatch(it -> it.path().startsWith(target + "/"))) {
            unreadable(said, "it does not exist");
          }
          return;
        }
        at = next.get();
      }
      found.putIfAbsent(at.path(), new Blob(said, at.id(), repository));
    } catch (IOException | IllegalArgumentException e) {
      unreadable(said, Why.of(e));
    }
  }

  private void unreadable(String said, String why) {
    problems.add(
        new Problem(Problem.Kind.UNREADABLE, Origin.file(said), "it cannot be read: " + why, ""));
  }

  private String target(GitEntry link) throws IOException {
    String target = new String(repository.open(link.id()).getBytes(4096), StandardCharsets.UTF_8);
    Path resolved = Path.of(link.path()).resolveSibling(target).normalize();
    return resolved.toString().replace('\\', '/');
  }
}
