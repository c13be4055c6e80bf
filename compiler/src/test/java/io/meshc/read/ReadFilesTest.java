package io.meshc.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshc.diag.Problem;
import io.meshc.read.Reading.Reason;
import io.meshc.read.Reading.Refused;
import io.meshc.read.Reading.Tree;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each case is a tree of files, the roots that are read, and the paths that come of it.
final class ReadFilesTest {
  @TempDir Path top;

  static Stream<Arguments> trees() {
    return Stream.of(
        arguments("b.yaml a.yml c.json d.txt e.YAML", ".", "a.yml b.yaml c.json", ""),
        arguments("a/b/c.yaml a/d.yaml", "a", "a/b/c.yaml a/d.yaml", ""),
        arguments("a/b.yaml", "./a/", "a/b.yaml", ""),
        arguments("a/b.yaml c/d.yaml", "a/../c a", "a/b.yaml c/d.yaml", ""),
        arguments("a/b.yaml", "a a/b.yaml . a", "a/b.yaml", ""),
        arguments("a/readme.txt a/x.yaml", "a/readme.txt", "a/readme.txt", ""),
        arguments(
            "a/x.yaml .git/y.yaml a/.git/z.yaml .github/w.yml", ".", ".github/w.yml a/x.yaml", ""),
        arguments("x.yaml", "x.yaml", "x.yaml", ""),
        // Helm
        arguments(
            "c/Chart.yaml c/templates/a.yaml c/templates/t/b.yaml c/templates/_h.tpl c/crds/d.yaml",
            ".",
            "c/Chart.yaml c/crds/d.yaml",
            "c/templates HELM_TEMPLATE 2"),
        arguments("c/Chart.yaml c/templates/a.yaml", "c/templates", "c/templates/a.yaml", ""),
        arguments("templates/a.yaml", ".", "templates/a.yaml", ""),
        arguments("c/templates/a.yaml", ".", "c/templates/a.yaml", ""));
  }

  static Stream<Arguments> ignoredAndLinked() {
    return Stream.of(
        // Ignore files
        arguments(
            ".gitignore=out/\\n*.tmp.yaml\\n!keep.tmp.yaml a.yaml b.tmp.yaml keep.tmp.yaml"
                + " out/c.yaml d/out/e.yaml",
            ".",
            "a.yaml keep.tmp.yaml",
            "b.tmp.yaml IGNORED 1, d/out IGNORED 1, out IGNORED 1"),
        arguments(
            "a/.gitignore=/x.yaml a/x.yaml a/b/x.yaml x.yaml",
            ".",
            "a/b/x.yaml x.yaml",
            "a/x.yaml IGNORED 1"),
        arguments(
            ".git/HEAD .gitignore=gen.yaml a/gen.yaml a/b.yaml",
            "a",
            "a/b.yaml",
            "a/gen.yaml IGNORED 1"),
        arguments(".gitignore=gen.yaml a/gen.yaml a/b.yaml", "a", "a/b.yaml a/gen.yaml", ""),
        arguments(".git/HEAD .gitignore=out out/a.yaml", "out", "out/a.yaml", ""),
        arguments(".git/HEAD .gitignore=out out/a.yaml", "out/a.yaml", "out/a.yaml", ""),
        arguments(
            ".git/info/exclude=#c\\n.mine/ .mine/a.yaml b.yaml", ".", "b.yaml", ".mine IGNORED 1"),
        // Links
        arguments("a/x.yaml l.yaml->a/x.yaml m->a", ".", "a/x.yaml", ""),
        arguments("a/x.txt l.yaml->a/x.txt", ".", "l.yaml", ""),
        arguments(
            "a/x.yaml b/l.yaml->../a/x.yaml b/m->../a b/n.txt->../a/x.yaml",
            "b",
            "",
            "b/l.yaml LINK_OUTSIDE 1, b/m LINK_OUTSIDE 1"),
        arguments("a/x.yaml b/l.yaml->../a/x.yaml", "b/l.yaml", "b/l.yaml", ""),
        arguments("a/x.yaml a/loop->. a/up->..", "a", "a/x.yaml", "a/up LINK_OUTSIDE 1"));
  }

  static Stream<Arguments> notInput() {
    return Stream.of(
        // What meshc wrote, unless it is what the user named
        arguments(
            "a.yaml out/.meshc-manifest out/b.yaml out/c/d.yaml", ".", "a.yaml", "out OUTPUT 2"),
        arguments("out/.meshc-manifest out/b.yaml", "out", "out/b.yaml", ""),
        // Submodules and clones in a clone
        arguments("a.yaml s/.git=gitdir:x s/b.yaml", ".", "a.yaml", "s SUBMODULE 1"),
        arguments("a.yaml s/.git/HEAD s/b.yaml", ".", "a.yaml s/b.yaml", ""),
        arguments("s/.git=gitdir:x s/b.yaml", "s", "s/b.yaml", ""),
        // Folders that are called like files
        arguments("x.yaml/y.yaml z.json/w.txt", ".", "x.yaml/y.yaml", ""),
        // Links
        arguments("a.yaml l.yaml->m.yaml m.yaml->l.yaml", "a.yaml", "a.yaml", ""),
        arguments("a.yaml b/n.yaml->/dev/zero", "b", "", "b/n.yaml LINK_OUTSIDE 1"));
  }

  @Test
  void pipesAreNotOpened() throws IOException, InterruptedException {
    write("a.yaml d/b.yaml");
    for (String name : List.of("p.yaml", "d/q.json", "r.txt")) {
      String pipe = top.resolve(name).toString();
      assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
    }
    Files.createSymbolicLink(top.resolve("l.yaml"), Path.of("r.txt"));
    var read = (Tree) read(".");
    assertThat(paths(read)).isEqualTo("a.yaml d/b.yaml");
    assertThat(read.skipped().stream().map(it -> said(it.path()) + " " + it.why()))
        .containsExactly("d/q.json SPECIAL", "l.yaml SPECIAL", "p.yaml SPECIAL");
  }

  @Test
  void aDeviceWithoutAnEndIsTooLarge() {
    var read = (Tree) Sources.read(new Place.Files(List.of(Path.of("/dev/zero"))));
    assertThat(told(read)).isEqualTo("NOT_TEXT 1 file is larger than 32 MiB; it is not read");
  }

  @Test
  void linksInALoopAreAProblem() throws IOException {
    write("a.yaml l.yaml->m.yaml m.yaml->l.yaml");
    var read = (Tree) read(".");
    assertThat(paths(read)).isEqualTo("a.yaml");
    assertThat(read.problems()).hasSize(2);
    assertThat(read.problems().getFirst().message())
        .isEqualTo("it cannot be read: symbolic links form a loop");
  }

  @ParameterizedTest
  @MethodSource({"trees", "ignoredAndLinked", "notInput"})
  void finds(String tree, String roots, String paths, String skipped) throws IOException {
    write(tree);
    var read = (Tree) read(roots.split(" "));
    assertThat(paths(read)).isEqualTo(paths);
    assertThat(read.skipped().stream().map(it -> it.path() + " " + it.why() + " " + it.files()))
        .map(this::said)
        .containsExactlyElementsOf(skipped.isEmpty() ? List.of() : List.of(skipped.split(", ")));
    assertThat(read.problems()).isEmpty();
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("a: é\n".getBytes(StandardCharsets.UTF_8), "a: é\n"),
        arguments("\ufeffa: 1\r\n".getBytes(StandardCharsets.UTF_8), "a: 1\r\n"),
        arguments("a: \ufffd".getBytes(StandardCharsets.UTF_8), "a: \ufffd"),
        arguments(new byte[0], ""),
        arguments(
            "a: é\nb: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1),
            "NOT_TEXT 1 byte 0xE9 is not UTF-8 text"),
        arguments(
            "a: 1\nb: 1\nc: \u00ff".getBytes(StandardCharsets.ISO_8859_1),
            "NOT_TEXT 3 byte 0xFF is not UTF-8 text"),
        arguments("a: 1\n\ufffd\n\u00c3".getBytes(StandardCharsets.UTF_8), "a: 1\n\ufffd\n\u00c3"),
        arguments(new byte[] {'a', '\n', (byte) 0xC3}, "NOT_TEXT 2 byte 0xC3 is not UTF-8 text"),
        arguments(new byte[] {'a', '\n', 0, 1}, "NOT_TEXT 2 file is binary: it has a NUL byte"),
        arguments(
            "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n"
                .getBytes(StandardCharsets.UTF_8),
            "UNREADABLE 1 file is only a pointer to what Git LFS keeps elsewhere"),
        arguments("a: 1".getBytes(StandardCharsets.UTF_16), "NOT_TEXT 1 file is UTF-16, not UTF-8"),
        arguments(
            "\ufeffa: 1".getBytes(Charset.forName("UTF-32LE")),
            "NOT_TEXT 1 file is UTF-32, not UTF-8"));
  }

  @Test
  void saysWhichByteIsNoText() throws IOException {
    Files.write(top.resolve("x.yaml"), "a: 1\nb: 😀 \u00c3".getBytes(StandardCharsets.UTF_8));
    byte[] bytes = Files.readAllBytes(top.resolve("x.yaml"));
    Files.write(top.resolve("x.yaml"), Arrays.copyOf(bytes, bytes.length - 1));
    var read = (Tree) read("x.yaml");
    assertThat(read.problems()).hasSize(1);
    assertThat(read.problems().getFirst().origin().place()).endsWith("x.yaml:2:6");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void decodes(byte[] bytes, String expected) throws IOException {
    Files.write(top.resolve("x.yaml"), bytes);
    assertThat(told((Tree) read("x.yaml"))).isEqualTo(expected);
    var stdin = new Place.Stdin("in", new ByteArrayInputStream(bytes));
    assertThat(told((Tree) Sources.read(stdin))).isEqualTo(expected);
  }

  @Test
  void oneBadFileDoesNotStopTheOthers() throws IOException {
    write("a.yaml b.yaml c.yaml->nowhere");
    Files.write(top.resolve("b.yaml"), new byte[] {(byte) 0xFF});
    var read = (Tree) read(".");
    assertThat(paths(read)).isEqualTo("a.yaml");
    assertThat(read.problems().stream().map(it -> it.kind() + " " + it.message()))
        .containsExactly(
            "NOT_TEXT byte 0xFF is not UTF-8 text",
            "UNREADABLE it cannot be read: it does not exist");
  }

  @Test
  void refusesWhatIsNotThere() throws IOException {
    write("l.yaml->nowhere");
    assertThat(read("x.yaml"))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.NO_SUCH_PATH));
    assertThat(((Refused) read("l.yaml")).message()).endsWith("l.yaml` is a link to nothing");
  }

  @Test
  void brokenInputIsRefused() {
    var broken =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            throw new IOException("Pipe broke");
          }
        };
    assertThat(Sources.read(new Place.Stdin("-", broken)))
        .isEqualTo(new Refused(Reason.BROKEN, "standard input cannot be read: pipe broke", ""));
  }

  @Test
  void manyFilesComeInOrder() throws IOException {
    for (int i : IntStream.range(0, 300).toArray()) {
      Files.writeString(top.resolve("f" + i + ".yaml"), "n: " + i);
    }
    var once = (Tree) read(".");
    assertThat(once.files())
        .hasSize(300)
        .isSortedAccordingTo((a, b) -> a.path().compareTo(b.path()));
    assertThat(once).isEqualTo(read("."));
  }

  @Test
  void relativeRootsStayRelative() throws IOException {
    write("a/x.yaml");
    Path root = Path.of("").toAbsolutePath().relativize(top.resolve("a"));
    var read = (Tree) Sources.read(new Place.Files(List.of(root)));
    assertThat(read.files().getFirst().path()).isEqualTo(root + "/x.yaml").startsWith("../");
  }

  private Reading read(String... roots) {
    List<Path> paths = Stream.of(roots).map(it -> Path.of(top + "/" + it)).toList();
    return Sources.read(new Place.Files(paths));
  }

  /// `path`, `path=content` or `link->target`, separated by spaces.
  private void write(String tree) throws IOException {
    for (String file : tree.split(" ", -1)) {
      String[] link = file.split("->", -1);
      String[] parts = file.split("=", 2);
      Path path = top.resolve(link.length == 2 ? link[0] : parts[0]);
      Files.createDirectories(path.getParent());
      if (link.length == 2) {
        Files.createSymbolicLink(path, Path.of(link[1]));
      } else {
        Files.writeString(path, parts.length == 2 ? parts[1].translateEscapes() : "a: 1\n");
      }
    }
  }

  private String paths(Tree tree) {
    return String.join(" ", tree.files().stream().map(it -> said(it.path())).toList());
  }

  private String said(String path) {
    return path.replace(top + "/", "");
  }

  private static String told(Tree tree) {
    return tree.problems().isEmpty()
        ? tree.files().getFirst().text()
        : tree.problems().stream().map(ReadFilesTest::told).findFirst().orElse("");
  }

  private static String told(Problem problem) {
    return problem.kind() + " " + problem.origin().line() + " " + problem.message();
  }
}
