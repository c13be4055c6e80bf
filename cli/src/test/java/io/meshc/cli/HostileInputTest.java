package io.meshc.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.meshc.cli.options.Exit;
import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that no honest author writes, beside one that is good: each is told at its line, or read, in bounded time, memory and
/// output, and the good one is still looked at. The inputs are made when the test runs.
class HostileInputTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int MOST_OUTPUT = 400_000;
  private static final String MAIN = "io.meshc.cli.Main";

  private static final String GOOD =
      """
      apiVersion: access.smi-spec.io/v1alpha3
      kind: TrafficTarget
      metadata: {name: good, namespace: shop}
      spec:
        destination: {kind: ServiceAccount, name: good, namespace: shop}
        rules: [{kind: TCPRoute, name: any}]
        sources: []
      """;
  private static final String MAP =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: big, namespace: shop}\ndata:\n";
  private static final String SERVICE =
      "apiVersion: v1\n"
          + "kind: Service\n"
          + "metadata: {name: s%d, namespace: shop}\n"
          + "spec: {selector: {app: a}, ports: [{port: 80}]}\n"
          + "---\n";

  @TempDir private Path here;

  /// @param says `MC0001 3`: a rule and the line of the bad file it stands on; `""` for a file that is read without a word
  private record Row(String name, String says, Supplier<byte[]> text) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Row row(String name, String says, Supplier<String> text) {
    return new Row(name, says, () -> text.get().getBytes(UTF_8));
  }

  private static Row bytes(String name, String says, int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return new Row(name, says, () -> all);
  }

  private static String each(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
  }

  static Stream<Row> rows() {
    return Stream.of(bombs(), depths(), crowds(), sizes(), bytesThatAreNoText(), broken(), empty())
        .flatMap(it -> it);
  }

  private static Stream<Row> bombs() {
    return Stream.of(
        row(
            "billion laughs",
            "MC0001 6",
            () ->
                "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
                    + each(
                        30,
                        i ->
                            "a%d: &a%d [%s*a%d]\n"
                                .formatted(i + 1, i + 1, ("*a" + i + ", ").repeat(9), i))),
        row("an alias of itself", "MC0001 1", () -> "a: &a {b: *a}\n"),
        row("an alias of nothing", "MC0001 2", () -> "a: 1\nb: *nothing\n"),
        row(
            "a thousand times as many aliases as fit",
            "MC0001 2",
            () -> "a: &a [" + "x,".repeat(100_000) + "x]\nb: [" + "*a ,".repeat(2_000) + "*a ]\n"),
        row(
            "merges of merges",
            "MC0001 7",
            () ->
                "m0: &m0 {"
                    + each(50, i -> "k%d: 1, ".formatted(i))
                    + "}\n"
                    + each(
                        20,
                        i ->
                            "m%d: &m%d\n  <<: [%s*m%d]\n"
                                .formatted(i + 1, i + 1, ("*m" + i + ", ").repeat(19), i))));
  }

  private static Stream<Row> depths() {
    return Stream.of(
        row("10000 brackets", "MC0001 1", () -> "a: " + "[".repeat(10_000) + "]".repeat(10_000)),
        row("10000 braces", "MC0001 1", () -> "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)),
        row("10000 dashes", "MC0001 1", () -> "- ".repeat(10_000) + "a\n"),
        row("5000 levels", "MC0001 101", () -> each(5_000, i -> " ".repeat(i) + "a:\n")),
        row("10000 question marks", "MC0001 1", () -> "? ".repeat(10_000)),
        row(
            "10000 lists in lists",
            "MC0001 1",
            () -> "{\"kind\": \"List\", \"items\": [".repeat(10_000)));
  }

  private static Stream<Row> crowds() {
    return Stream.of(
        row("a million empty documents", "", () -> "---\n".repeat(1_000_000)),
        row("a million documents", "MC0002 1", () -> "a: 1\n---\n".repeat(1_000_000)),
        row("90000 documents of another tool", "MC0003 1", () -> "a: 1\n---\n".repeat(90_000)),
        row("90000 broken documents", "MC0001 1", () -> "a: [\n---\n".repeat(90_000)),
        row("90000 templates", "MC5004 1", () -> "a: {{ x }}\n---\n".repeat(90_000)),
        row("20000 services", "", () -> each(20_000, SERVICE::formatted)),
        row("100000 keys", "", () -> MAP + each(100_000, "  k%d: v\n"::formatted)),
        row("100000 equal keys", "MC0008 6", () -> MAP + "  k: v\n".repeat(100_000)),
        row(
            "100000 unknown fields",
            "MC0004 8",
            () -> GOOD.replace("good", "bad") + each(100_000, "  k%d: v\n"::formatted)),
        row("16 million values", "MC0001 1", () -> "[" + "1,".repeat(16_000_000) + "1]"),
        row(
            "20000 suppressions",
            "MC5002 1",
            () -> each(20_000, i -> "# meshc: ignore[MC0004]\n" + SERVICE.formatted(i))),
        row(
            "100000 suppressions of one line",
            "MC5002 1",
            () -> "# meshc: ignore[MC0004]\n".repeat(100_000) + SERVICE.formatted(1)),
        row(
            "5000 splits of one service",
            "MC2001 3",
            () ->
                each(
                    5_000,
                    i ->
                        "apiVersion: split.smi-spec.io/v1alpha4\n"
                            + "kind: TrafficSplit\n"
                            + "metadata: {name: s"
                            + i
                            + ", namespace: shop}\n"
                            + "spec: {service: web, backends: [{service: w, weight: 1}]}\n"
                            + "---\n")));
  }

  private static Stream<Row> sizes() {
    return Stream.of(
        row("50 MB of documents", "MC0002 1", () -> SERVICE.repeat(50_000_000 / SERVICE.length())),
        row("50 MB in one document", "MC0002 1", () -> MAP + "  k: value\n".repeat(4_600_000)),
        row(
            "50 MB in one line",
            "MC0002 1",
            () -> MAP.strip() + " {a: \"" + "x".repeat(50_000_000) + "\"}"),
        row(
            "50 MB in one block",
            "MC0002 1",
            () -> MAP + "  a: |\n" + "    text\n".repeat(5_600_000)),
        row(
            "30 MB in one word",
            "MC0001 4",
            () -> MAP.strip() + " {a: \"" + "x".repeat(30_000_000) + "\"}"),
        row("30 MB in one block", "", () -> MAP + "  a: |\n" + "    text\n".repeat(3_300_000)),
        row("30 MB of comments", "", () -> "# c\n".repeat(7_500_000)),
        row(
            "a key of 1 MB",
            "MC0004 8",
            () -> GOOD.replace("good", "bad") + "  ? " + "k".repeat(1_000_000) + "\n  : v\n"),
        row(
            "a value of 1 MB",
            "MC0006 3",
            () -> GOOD.replace("name: good", "name: [" + "k".repeat(1_000_000) + "]")),
        row(
            "20000 objects in one line",
            "",
            () ->
                "{\"kind\":\"List\",\"items\":["
                    + each(
                        20_000,
                        i ->
                            "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"namespace\":\"shop\",\"name\":\"s"
                                + i
                                + "\"},\"spec\":{\"selector\":{\"app\":\"a\"},\"ports\":[{\"port\":80}]}},")
                    + "]}"));
  }

  private static Stream<Row> bytesThatAreNoText() {
    return Stream.of(
        bytes("a bad byte at the start", "MC0002 1", 0xFF, 'a', ':', ' ', '1', '\n'),
        bytes(
            "a bad byte in the middle",
            "MC0002 2",
            'a',
            ':',
            ' ',
            '1',
            '\n',
            0xE9,
            '\n',
            'b',
            '\n'),
        bytes("a sequence that is cut", "MC0002 2", 'a', '\n', 0xE2, 0x82),
        bytes("an overlong slash", "MC0002 1", 'a', ':', ' ', 0xC0, 0xAF, '\n'),
        bytes("a surrogate", "MC0002 1", 'a', ':', ' ', 0xED, 0xA0, 0x80, '\n'),
        bytes("beyond Unicode", "MC0002 1", 'a', ':', ' ', 0xF4, 0x90, 0x80, 0x80, '\n'),
        bytes("a NUL", "MC0002 2", 'a', ':', '\n', ' ', 0, '\n'),
        bytes("a picture", "MC0002 3", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13),
        bytes("an archive", "MC0002 1", 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3),
        new Row("UTF-16, small end first", "MC0002 1", () -> ("\ufeff" + GOOD).getBytes(UTF_16LE)),
        new Row("UTF-16, big end first", "MC0002 1", () -> ("\ufeff" + GOOD).getBytes(UTF_16BE)),
        new Row("Latin-1", "MC0002 3", () -> "a: 1\nb: 2\nc: caf\u00e9\n".getBytes(ISO_8859_1)),
        row("a control character", "MC0001 2", () -> "a: 1\nb: x\u0007y\n"));
  }

  private static Stream<Row> broken() {
    return Stream.of(
        row("tabs", "MC0001 2", () -> "a:\n" + "\tb: 1\n".repeat(100_000)),
        row("a quote that stays open", "MC0001 2", () -> "a: 1\nb: \"" + "x\n".repeat(500_000)),
        row("a single quote that stays open", "MC0001 1", () -> "b: '" + "x\n".repeat(500_000)),
        row("a bracket that stays open", "MC0001 2", () -> "a: 1\nb: [\n" + "x,\n".repeat(500_000)),
        row("a brace that stays open", "MC0001 1", () -> "b: {" + "x: 1,\n".repeat(100_000)),
        row("a mapping as key", "MC0001 2", () -> "a: 1\n? {b: 1}\n: 2\n"),
        row("a list as key", "MC0001 1", () -> "[a, b]: 2\n"),
        row("a merge key as key", "MC0001 1", () -> "{<<: 1}: 2\n"),
        row("a Python object", "MC0003 1", () -> "!!python/object/apply:os.system ['true']\n"),
        row("a Java object", "MC0003 1", () -> "!!javax.script.ScriptEngineManager [x]\n"),
        row("a tag without a prefix", "MC0001 1", () -> "a: !e!x y\n"),
        row("another YAML", "MC0001 1", () -> "%YAML 3.0\n---\na: 1\n"),
        row("lone carriage returns", "MC0003 1", () -> "a: 1\rb: 2\r"),
        row("two roots", "MC0001 2", () -> "a: 1\n]\nb: 2\n"),
        row("the end in an escape", "MC0001 1", () -> "a: \"\\u12"),
        row("the end in a block header", "MC0003 1", () -> "a: |"),
        row("a comment in brackets", "MC0003 1", () -> "[#c\n]"));
  }

  private static Stream<Row> empty() {
    return Stream.of(
        row("nothing", "", () -> ""),
        row("a line end", "", () -> "\n"),
        row("comments", "", () -> "# a\n  # b\n"),
        row("a byte order mark", "", () -> "\ufeff"),
        row("markers", "", () -> "---\n...\n---\n"),
        row("null", "", () -> "null\n"),
        row("a directive", "", () -> "%YAML 1.2\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void isToldAndTheGoodNeighbourIsRead(Row row) throws IOException {
    Files.write(here.resolve("bad.yaml"), row.text().get());
    Cli.write(here.resolve("good.yaml"), GOOD);

    Ran ran =
        assertTimeoutPreemptively(
            LIMIT, () -> Cli.run(here, "", List.of("lint", "--fail-on", "info")));

    assertThat(ran.status()).isEqualTo(Exit.FINDINGS);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains("[MC1001]", "--> good.yaml:3:")
        .doesNotContain("Exception", "java.", "org.snakeyaml")
        .hasSizeLessThan(MOST_OUTPUT);
    String first =
        ran.out()
            .lines()
            .takeWhile(it -> !it.contains("good.yaml"))
            .collect(Collectors.joining("\n"));
    if (row.says().isEmpty()) {
      assertThat(first).doesNotContain("bad.yaml");
    } else {
      String[] says = row.says().split(" ");
      assertThat(first).containsPattern("\\[" + says[0] + "\\].*\n  --> bad.yaml:" + says[1] + ":");
    }
  }

  static Stream<Row> largest() {
    return Stream.of(crowds(), sizes())
        .flatMap(it -> it)
        .filter(it -> it.name().matches("20000 .*|16 million .*|30 MB .*|90000 templates"));
  }

  /// A process of its own, with a heap that is small for a program of today.
  @ParameterizedTest(name = "{0}")
  @MethodSource("largest")
  void fitsIntoASmallHeap(Row row) throws IOException {
    Files.write(here.resolve("bad.yaml"), row.text().get());
    Cli.write(here.resolve("good.yaml"), GOOD);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    Ran ran =
        Programs.run(
            here,
            Map.of(),
            List.of(java, "-Xmx512m", "-XX:+UseSerialGC", "-cp", classPath(), MAIN, "lint"));

    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isEqualTo(Exit.FINDINGS);
    assertThat(ran.out()).contains("--> good.yaml:3:");
  }

  /// As the tests have it, whoever runs them.
  private static String classPath() {
    return Main.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(":"))
        : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
