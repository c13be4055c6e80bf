package io.meshc.read;

import io.meshc.diag.Problem;
import io.meshc.read.ReadGit.Blob;
import io.meshc.source.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Repository;

/// The entries of a tree or index and the roots that the user named → the files to read, by the same choices that
/// [WalkFiles] makes on the disk. Ignore rules do not count: what is in Git was put there on purpose.
final class SelectEntries {
  private final Repository repository;
  private final PathPatterns exclude;
  private final Map<String, Blob> found = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> templates = new TreeMap<>();
  private final List<Skipped> skipped = new ArrayList<>();

  private SelectEntries(Repository repository, PathPatterns exclude) {
    this.repository = repository;
    this.exclude = exclude;
  }

  static Reading reading(
      Repository repository, List<GitRoot> roots, List<GitEntry> entries, PathPatterns exclude) {
    // A bare repository stands beside no directory that the patterns could be relative to.
    var selection =
        new SelectEntries(repository, repository.isBare() ? PathPatterns.NONE : exclude);
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
    return Sources.readAll(
        List.copyOf(selection.found.values()),
        selection.problems,
        selection.skipped.stream().distinct().toList());
  }

  private void root(GitRoot root, List<GitEntry> held) {
    Set<String> charts =
        held.stream()
            .map(GitEntry::path)
            .filter(it -> it.equals(Names.CHART) || it.endsWith("/" + Names.CHART))
            .map(it -> it.substring(0, it.length() - Names.CHART.length()))
            .collect(Collectors.toSet());
    boolean named = exclude.hold(place(root.path()));
    var excluded = new HashSet<String>();
    for (GitEntry entry : held) {
      String said = root.say(entry.path());
      if (entry.isSubmodule()) {
        skipped.add(new Skipped(said, Skipped.Why.SUBMODULE, 1));
      } else if (!Names.isConfiguration(entry.path()) && !entry.path().equals(root.path())) {
        continue;
      } else if (!named && exclude.hold(place(entry.path()))) {
        excluded.add(entry.path());
        skipped.add(new Skipped(said, Skipped.Why.EXCLUDED, 1));
      } else {
        file(root, entry, said, charts);
      }
    }
    held.stream()
        .filter(it -> it.isLink() && !excluded.contains(it.path()))
        .forEach(it -> link(root, it));
  }

  /// Where an entry stands in the work tree, or would. Only where something is excluded is that of any use.
  private Path place(String path) {
    return exclude == PathPatterns.NONE
        ? Path.of(path)
        : repository.getWorkTree().toPath().resolve(path);
  }

  private void file(GitRoot root, GitEntry entry, String said, Set<String> charts) {
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

  /// A link to a file that is read anyway says nothing new. Any other one leaves what the user named.
  private void link(GitRoot root, GitEntry link) {
    if (!Names.isConfiguration(link.path()) && !link.path().equals(root.path())) {
      return;
    }
    try {
      String target = new String(repository.open(link.id()).getBytes(4096), StandardCharsets.UTF_8);
      Path resolved = Path.of(link.path()).resolveSibling(target).normalize();
      if (!found.containsKey(resolved.toString().replace('\\', '/'))) {
        skipped.add(new Skipped(root.say(link.path()), Skipped.Why.LINK_OUTSIDE, 1));
      }
    } catch (IOException | IllegalArgumentException e) {
      Origin where = Origin.file(root.say(link.path()));
      problems.add(
          new Problem(Problem.Kind.UNREADABLE, where, "link cannot be read: " + Why.of(e), ""));
    }
  }
}
