package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A repository says the same by its work tree, by its index, and by the last commit in a bare clone.
class SameInputTest {
  private static final String TARGET =
      """
      apiVersion: access.smi-spec.io/v1alpha3
      kind: TrafficTarget
      metadata: {name: %s, namespace: shop}
      spec:
        destination: {kind: ServiceAccount, name: web, namespace: shop}
        sources: []
      """;

  @TempDir private Path top;

  @Test
  void ofAllThatGitCanHold() throws IOException, GitAPIException {
    Path work = Files.createDirectories(top.resolve("work"));
    write("a.yaml", TARGET.formatted("a"));
    write("deep/er/b.yml", TARGET.formatted("b").replace("\n", "\r\n"));
    write("deep/broken.yaml", "a: [\n---\n" + TARGET.formatted("after"));
    write("deep/latin.yaml", "a: caf\u00e9\n");
    Files.write(work.resolve("deep/bytes.json"), new byte[] {'{', (byte) 0xFF, '}'});
    write("mixed.yaml", "---\n\r\n---\r" + TARGET.formatted("mixed"));
    write("chart/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n");
    write("chart/templates/t.yaml", "a: {{ .x }}\n");
    write("out/.meshc-manifest", "");
    write("out/w.yaml", TARGET.formatted("w"));
    write("not.txt", TARGET.formatted("linked"));
    write(".gitignore", "ignored/\nkept.yaml\n*.tmp.yaml\n!good.tmp.yaml\n");
    write("ignored/i.yaml", TARGET.formatted("i"));
    write("kept.yaml", TARGET.formatted("kept"));
    write("x.tmp.yaml", TARGET.formatted("x"));
    write("good.tmp.yaml", TARGET.formatted("good"));
    write(".gitattributes", "*.yml text eol=crlf\n");
    assertThat(work.resolve("a.yaml").toFile().setExecutable(true)).isTrue();
    Files.createSymbolicLink(work.resolve("l.yaml"), Path.of("not.txt"));
    Files.createSymbolicLink(work.resolve("same.yaml"), Path.of("deep/../a.yaml"));
    Files.createSymbolicLink(work.resolve("gone.yaml"), Path.of("nowhere.yaml"));
    Files.createSymbolicLink(work.resolve("outside.yaml"), Path.of("../other.yaml"));
    Files.createSymbolicLink(work.resolve("folder"), Path.of("deep"));
    Files.writeString(top.resolve("other.yaml"), TARGET.formatted("other"));
    try (Git git = Git.init().setDirectory(work.toFile()).call()) {
      git.add().addFilepattern(".").call();
      add(git, "kept.yaml");
      submodule(git);
      commit(git);
    }
    Files.createDirectories(work.resolve("sub"));
    Files.writeString(work.resolve("sub/.git"), "gitdir: ../.git/modules/sub\n");
    write("sub/s.yaml", TARGET.formatted("s"));

    String findings = sameByAllWays(work);

    assertThat(findings)
        .contains("a.yaml", "deep/er/b.yml", "deep/broken.yaml", "deep/bytes.json", "mixed.yaml")
        .contains("l.yaml", "gone.yaml", "kept.yaml", "good.tmp.yaml")
        .doesNotContain("ignored/", "out/", "x.tmp.yaml", "sub/", "templates/", "outside.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway-api", "istio", "linkerd", "smi-osm"})
  void ofRealRepositories(String name) throws IOException, GitAPIException {
    Path folder =
        Path.of(System.getenv().getOrDefault("MESHC_SHARED", "/nonexistent"), "corpora", name);
    boolean there = Files.isDirectory(folder);
    if (System.getenv().getOrDefault("MESHC_REQUIRE_SHARED", "").equals("1")) {
      assertThat(there).as("MESHC_REQUIRE_SHARED=1, and there is no %s", folder).isTrue();
    }
    assumeTrue(there, () -> "skipped: there is no " + folder);
    Path work = top.resolve("work");
    copy(folder, work);
    try (Git git = Git.init().setDirectory(work.toFile()).call()) {
      git.add().addFilepattern(".").call();
      commit(git);
    }
    assertThat(sameByAllWays(work)).contains("\"rule\"");
  }

  /// The list of findings, which is the same however they were come by.
  private String sameByAllWays(Path work) throws GitAPIException {
    Path bare = top.resolve("bare.git");
    Git.cloneRepository()
        .setURI(work.toUri().toString())
        .setDirectory(bare.toFile())
        .setBare(true)
        .call()
        .close();
    Ran files = Cli.run(work, "", List.of("lint", "--format", "json"));
    Ran staged = Cli.run(work, "", List.of("lint", "--format", "json", "--staged"));
    Ran commit =
        Cli.run(
            top, "", List.of("lint", "--format", "json", "--repo", "bare.git", "--rev", "HEAD"));

    assertThat(commit.out()).isEqualTo(files.out());
    assertThat(staged.out()).isEqualTo(files.out());
    assertThat(List.of(commit.status(), staged.status())).containsOnly(files.status());
    return files.out();
  }

  private static void commit(Git git) throws GitAPIException {
    git.commit().setMessage("all").setAuthor("t", "t@example.org").setSign(false).call();
  }

  /// In spite of the ignore rules, as `git add --force` does.
  private static void add(Git git, String name) throws IOException {
    var repository = git.getRepository();
    byte[] text = Files.readAllBytes(repository.getWorkTree().toPath().resolve(name));
    try (var objects = repository.newObjectInserter()) {
      ObjectId id = objects.insert(org.eclipse.jgit.lib.Constants.OBJ_BLOB, text);
      objects.flush();
      put(git, name, FileMode.REGULAR_FILE, id);
    }
  }

  private static void submodule(Git git) throws IOException {
    put(git, "sub", FileMode.GITLINK, ObjectId.fromString("0123456789".repeat(4)));
  }

  private static void put(Git git, String name, FileMode mode, ObjectId id) throws IOException {
    DirCacheEditor editor = git.getRepository().lockDirCache().editor();
    editor.add(
        new DirCacheEditor.PathEdit(name) {
          @Override
          public void apply(DirCacheEntry entry) {
            entry.setFileMode(mode);
            entry.setObjectId(id);
          }
        });
    editor.commit();
  }

  private void write(String name, String text) {
    Cli.write(top.resolve("work").resolve(name), text);
  }

  private static void copy(Path from, Path to) throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }
}
