package io.meshc.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.read.Reading.Reason;
import io.meshc.read.Reading.Refused;
import io.meshc.read.Reading.Tree;
import io.meshc.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Repositories made by JGit's plumbing, so that neither Git nor a user's config has a say.
@SuppressWarnings("NullAway.Init")
final class ReadGitTest {
  @TempDir Path top;
  private Repository repository;

  @BeforeEach
  void create() throws IOException {
    OpenRepository.holding(top); // makes JGit quiet
    repository = new FileRepositoryBuilder().setGitDir(top.resolve("r/.git").toFile()).build();
    repository.create();
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void readsARevision() throws IOException {
    commit(Map.of("a/x.yaml", "n: 1", "a/y.txt", "", "z.yml", "n: 2"));
    ObjectId second = commit(Map.of("a/x.yaml", "n: 3"));
    assertThat(revision("HEAD")).isEqualTo("a/x.yaml=n: 3");
    assertThat(revision("HEAD~1")).isEqualTo("a/x.yaml=n: 1 z.yml=n: 2");
    assertThat(revision("main")).isEqualTo("a/x.yaml=n: 3");
    assertThat(revision(second.name().substring(0, 8))).isEqualTo("a/x.yaml=n: 3");
  }

  @Test
  void writesNothing() throws IOException {
    commit(Map.of("a.yaml", "1"));
    List<String> before = files();
    assertThat(revision("HEAD")).isEqualTo("a.yaml=1");
    assertThat(told(index())).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  private List<String> files() throws IOException {
    try (var files = Files.walk(top)) {
      return files.map(it -> it + " " + it.toFile().lastModified()).sorted().toList();
    }
  }

  @Test
  void takesThePathsThatAreAskedFor() throws IOException {
    commit(Map.of("a/x.yaml", "1", "a/y.txt", "2", "b/z.yml", "3", "ab/w.yaml", "4"));
    assertThat(revision("HEAD", "a")).isEqualTo("a/x.yaml=1");
    assertThat(revision("HEAD", "./a/")).isEqualTo("a/x.yaml=1");
    assertThat(revision("HEAD", "a/y.txt", "b", "b/z.yml")).isEqualTo("a/y.txt=2 b/z.yml=3");
    Files.createDirectories(top.resolve("r/b"));
    assertThat(told(at(top.resolve("r/b"), "HEAD"))).isEqualTo("z.yml=3");
    assertThat(told(at(top.resolve("r/b"), "HEAD", "../a"))).isEqualTo("../a/x.yaml=1");
    assertThat(told(at(top.resolve("r/b"), "HEAD", ":/a", "."))).isEqualTo("a/x.yaml=1 z.yml=3");
    assertThat(reason(at(top.resolve("r"), "HEAD", "c"))).isEqualTo(Reason.NO_SUCH_PATH);
    assertThat(reason(at(top.resolve("r"), "HEAD", "../.."))).isEqualTo(Reason.NO_SUCH_PATH);
  }

  @Test
  void refusesWhatIsNoRevisionAndNoRepository() throws IOException {
    commit(Map.of("a.yaml", "1"));
    for (String revision :
        List.of(
            "nope", "", "HEAD~7", "HEAD^{", "@{-1}", "HEAD:a.yaml", "HEAD:", "a..b", "0000000")) {
      assertThat(reason(at(top.resolve("r"), revision)))
          .as(revision)
          .isEqualTo(Reason.UNKNOWN_REVISION);
    }
    assertThat(reason(at(top, "HEAD"))).isEqualTo(Reason.NOT_A_REPOSITORY);
    assertThat(reason(at(top.resolve("none"), "HEAD"))).isEqualTo(Reason.NOT_A_REPOSITORY);
  }

  @Test
  void damagedObjectsAreNoCrash() throws IOException {
    commit(Map.of("a.yaml", "1", "b.yaml", "2"));
    ObjectId blob;
    try (ObjectInserter objects = repository.newObjectInserter()) {
      blob = objects.idFor(Constants.OBJ_BLOB, "2".getBytes(StandardCharsets.UTF_8));
    }
    delete(blob);
    var read = (Tree) at(top.resolve("r"), "HEAD");
    assertThat(told(read)).isEqualTo("a.yaml=1");
    assertThat(read.problems())
        .singleElement()
        .matches(it -> it.message().startsWith("file cannot be read: "));
    delete(resolve("HEAD^{tree}"));
    assertThat(reason(at(top.resolve("r"), "HEAD"))).isIn(Reason.BROKEN, Reason.UNKNOWN_REVISION);
  }

  @Test
  void skipsAndSaysSo() throws IOException {
    var entries = new ArrayList<DirCacheEntry>();
    entries.add(entry("c/Chart.yaml", FileMode.REGULAR_FILE, "name: c"));
    entries.add(entry("c/templates/a.yaml", FileMode.REGULAR_FILE, "{{ x }}"));
    entries.add(entry("c/templates/b/c.yaml", FileMode.REGULAR_FILE, "{{ x }}"));
    entries.add(entry("in.yaml", FileMode.SYMLINK, "c/Chart.yaml"));
    entries.add(entry("out.yaml", FileMode.SYMLINK, "/etc/x.yaml"));
    entries.add(entry("sub", FileMode.GITLINK, ""));
    commit(entries);
    var read = (Tree) at(top.resolve("r"), "HEAD");
    assertThat(told(read)).isEqualTo("c/Chart.yaml=name: c");
    assertThat(read.skipped())
        .containsExactly(
            new Skipped("c/templates", Skipped.Why.HELM_TEMPLATE, 2),
            new Skipped("out.yaml", Skipped.Why.LINK_OUTSIDE, 1),
            new Skipped("sub", Skipped.Why.SUBMODULE, 1));
    assertThat(revision("HEAD", "c/templates/b")).isEqualTo("c/templates/b/c.yaml={{ x }}");
  }

  @Test
  void followsLinksInTheTree() throws IOException {
    commit(
        List.of(
            entry("a.txt", FileMode.REGULAR_FILE, "a"),
            entry("d/x.yaml", FileMode.REGULAR_FILE, "x"),
            entry("folder.yaml", FileMode.SYMLINK, "d"),
            entry("gone.yaml", FileMode.SYMLINK, "nowhere.yaml"),
            entry("l.yaml", FileMode.SYMLINK, "m.yaml"),
            entry("loop.yaml", FileMode.SYMLINK, "loop.yaml"),
            entry("m.yaml", FileMode.SYMLINK, "d/../a.txt"),
            entry("up.yaml", FileMode.SYMLINK, "../a.txt")));
    var read = (Tree) at(top.resolve("r"), "HEAD");
    assertThat(told(read)).isEqualTo("d/x.yaml=x l.yaml=a");
    assertThat(read.problems().stream().map(it -> it.origin().file() + " " + it.message()))
        .containsExactly(
            "gone.yaml it cannot be read: it does not exist",
            "loop.yaml it cannot be read: symbolic links form a loop");
    assertThat(read.skipped()).containsExactly(new Skipped("up.yaml", Skipped.Why.LINK_OUTSIDE, 1));
  }

  @Test
  void whatMeshcWroteIsNoInput() throws IOException {
    commit(
        Map.of("a.yaml", "1", "out/.meshc-manifest", "", "out/b.yaml", "2", "out/c/d.yaml", "3"));
    var read = (Tree) at(top.resolve("r"), "HEAD");
    assertThat(told(read)).isEqualTo("a.yaml=1");
    assertThat(read.skipped()).containsExactly(new Skipped("out", Skipped.Why.OUTPUT, 2));
    assertThat(revision("HEAD", "out")).isEqualTo("out/b.yaml=2 out/c/d.yaml=3");
  }

  @Test
  void aFileThatGitHasIsNotIgnored() throws IOException {
    stage(
        entry("gen/deep/a.yaml", FileMode.REGULAR_FILE, "1"),
        entry("z.yaml", FileMode.REGULAR_FILE, "1"));
    for (String name : List.of("gen/deep/a.yaml", "gen/b.yaml", "z.yaml", "y.yaml", "w.yaml")) {
      Files.createDirectories(top.resolve("r/" + name).getParent());
      Files.writeString(top.resolve("r/" + name), name);
    }
    Files.writeString(top.resolve("r/.gitignore"), "gen/\n[yz].yaml\n");
    Reading read = Sources.read(new Place.Files(List.of(top.resolve("r"))));
    assertThat(told(read).replace(top + "/r/", ""))
        .isEqualTo("gen/deep/a.yaml=gen/deep/a.yaml w.yaml=w.yaml z.yaml=z.yaml");
    assertThat(((Tree) read).skipped().stream().map(it -> it.path().replace(top + "/r/", "")))
        .containsExactly("gen", "y.yaml");
  }

  @Test
  void readsTheIndex() throws IOException {
    commit(Map.of("a.yaml", "1"));
    assertThat(told(index())).isEmpty();
    stage(
        entry("a.yaml", FileMode.REGULAR_FILE, "staged"),
        entry("d/b.yaml", FileMode.REGULAR_FILE, "2"));
    Files.writeString(top.resolve("r/a.yaml"), "not staged");
    assertThat(told(index())).isEqualTo("a.yaml=staged d/b.yaml=2");
    assertThat(told(index("d"))).isEqualTo("d/b.yaml=2");
    assertThat(reason(index("e"))).isEqualTo(Reason.NO_SUCH_PATH);
  }

  @Test
  void whatIsInConflictIsAProblem() throws IOException {
    stage(
        entry("a.yaml", FileMode.REGULAR_FILE, "1"),
        staged("b.yaml", 2, "ours"),
        staged("b.yaml", 3, "theirs"));
    var read = (Tree) index();
    assertThat(told(read)).isEqualTo("a.yaml=1");
    assertThat(read.problems()).singleElement().matches(it -> it.origin().file().equals("b.yaml"));
  }

  @Test
  void readsBareRepositoriesAndWorktrees() throws IOException {
    commit(Map.of("a/x.yaml", "1"));
    Path git = top.resolve("r/.git");
    assertThat(told(at(git, "HEAD"))).isEqualTo("a/x.yaml=1");
    Path linked = git.resolve("worktrees/w");
    Files.createDirectories(linked);
    Files.createDirectories(top.resolve("w/a"));
    Files.writeString(linked.resolve("HEAD"), resolve("HEAD").name() + "\n");
    Files.writeString(linked.resolve("commondir"), "../..\n");
    Files.writeString(linked.resolve("gitdir"), top.resolve("w/.git") + "\n");
    Files.writeString(top.resolve("w/.git"), "gitdir: " + linked + "\n");
    assertThat(told(at(top.resolve("w"), "HEAD"))).isEqualTo("a/x.yaml=1");
    assertThat(told(at(top.resolve("w/a"), "main"))).isEqualTo("x.yaml=1");
    Path bare = top.resolve("bare.git");
    try (var files = Files.walk(git)) {
      for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
        Files.copy(file, bare.resolve(git.relativize(file).toString()));
      }
    }
    String config = Files.readString(bare.resolve("config")).replace("bare = false", "bare = true");
    Files.writeString(bare.resolve("config"), config);
    assertThat(told(at(bare, "main", "a"))).isEqualTo("a/x.yaml=1");
  }

  private Reading at(Path directory, String revision, String... paths) {
    return Sources.read(new Place.Revision(directory, revision, List.of(paths)));
  }

  private String revision(String revision, String... paths) {
    return told(at(top.resolve("r"), revision, paths));
  }

  private Reading index(String... paths) {
    return Sources.read(new Place.Index(top.resolve("r"), List.of(paths)));
  }

  private static String told(Reading reading) {
    assertThat(reading).isInstanceOf(Tree.class);
    List<SourceFile> files = ((Tree) reading).files();
    return String.join(" ", files.stream().map(it -> it.path() + "=" + it.text()).toList());
  }

  private static Reason reason(Reading reading) {
    assertThat(reading).isInstanceOf(Refused.class);
    return ((Refused) reading).reason();
  }

  private ObjectId commit(Map<String, String> files) throws IOException {
    var entries = new ArrayList<DirCacheEntry>();
    for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
      entries.add(entry(file.getKey(), FileMode.REGULAR_FILE, file.getValue()));
    }
    return commit(entries);
  }

  private ObjectId commit(List<DirCacheEntry> entries) throws IOException {
    DirCache tree = DirCache.newInCore();
    DirCacheBuilder builder = tree.builder();
    entries.forEach(builder::add);
    builder.finish();
    try (ObjectInserter objects = repository.newObjectInserter()) {
      var commit = new CommitBuilder();
      commit.setTreeId(tree.writeTree(objects));
      commit.setAuthor(new PersonIdent("t", "t@example.org"));
      commit.setCommitter(new PersonIdent("t", "t@example.org"));
      commit.setMessage("t");
      ObjectId head = repository.resolve("HEAD");
      if (head != null) {
        commit.setParentId(head);
      }
      ObjectId id = objects.insert(commit);
      objects.flush();
      Files.writeString(top.resolve("r/.git/HEAD"), "ref: refs/heads/main\n");
      RefUpdate update = repository.updateRef("refs/heads/main");
      update.setNewObjectId(id);
      update.forceUpdate();
      return id;
    }
  }

  private void stage(DirCacheEntry... entries) throws IOException {
    DirCache index = repository.lockDirCache();
    DirCacheBuilder builder = index.builder();
    for (DirCacheEntry entry : entries) {
      builder.add(entry);
    }
    builder.commit();
  }

  private DirCacheEntry staged(String path, int stage, String text) throws IOException {
    var entry = new DirCacheEntry(path, stage);
    entry.setFileMode(FileMode.REGULAR_FILE);
    entry.setObjectId(entry("x", FileMode.REGULAR_FILE, text).getObjectId());
    return entry;
  }

  private DirCacheEntry entry(String path, FileMode mode, String text) throws IOException {
    var entry = new DirCacheEntry(path);
    entry.setFileMode(mode);
    try (ObjectInserter objects = repository.newObjectInserter()) {
      entry.setObjectId(objects.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8)));
      objects.flush();
    }
    return entry;
  }

  private ObjectId resolve(String revision) throws IOException {
    return Objects.requireNonNull(repository.resolve(revision));
  }

  private void delete(ObjectId id) throws IOException {
    String name = id.name();
    Files.delete(top.resolve("r/.git/objects/" + name.substring(0, 2) + "/" + name.substring(2)));
  }
}
