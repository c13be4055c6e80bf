package io.meshc.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshc.diag.Problem;
import io.meshc.source.SourceFile;
import io.meshc.source.Span;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ParseYamlTest {

  static Stream<Arguments> readings() {
    return Stream.of(
        arguments("", ""),
        arguments("# only a comment\n", ""),
        arguments("---\n# c\n---\n...\n", ""),
        arguments("---\nnull\n---\n~\n", ""),
        arguments("a: 1\n", "{a: 1}"),
        arguments("a: 1\n---\nb: 2\n", "{a: 1} / {b: 2}"),
        arguments("a: 1\r\n---\r\nb: x\r\n", "{a: 1} / {b: 'x'}"),
        arguments("a: 1\r---\rb: 2\r", "{a: 1} / {b: 2}"),
        // Joined files keep their byte order marks.
        arguments("---\n\ufeffa: 1\n\ufeff---\nb: 2\n", "{a: 1} / {b: 2}"),
        arguments("a: 1\n...\n\ufeff# c\n\ufeffb: 2\n\ufeff...\n", "{a: 1} / {b: 2}"),
        arguments("--- {a: 1}\n--- # Source: x\nb: 2\n", "{a: 1} / {b: 2}"),
        arguments("a: 1\n...\nb: 2\n...\n", "{a: 1} / {b: 2}"),
        arguments("%YAML 1.1\n---\na: 1\n...\n%TAG !e! x:\n---\nb: !e!y 2\n", "{a: 1} / {b: 2}"),
        arguments("a: |\n  --- x\n  ...\n", "{a: '--- x\n...\n'}"),
        arguments("a: ---\nb: x---\n---\nc: 1", "{a: '---', b: 'x---'} / {c: 1}"),
        arguments(
            "a: on\nb: \"on\"\nc: 0777\nd: 1e3\ne:\nf: ''\n",
            "{a: on, b: 'on', c: 0777, d: 1e3, e: null, f: ''}"),
        arguments("a: !!str 5\nb: !!int \"5\"\nc: !x z\n", "{a: '5', b: 5, c: 'z'}"),
        arguments("a: >-\n  one\n  two\nb: [1, {c: 2}]\n", "{a: 'one two', b: [1, {c: 2}]}"),
        arguments("a:\n- b\n-\n  c: 1\n- - d\n", "{a: ['b', {c: 1}, ['d']]}"),
        arguments("1: a\ntrue: b\n? c\n: d\n", "{1: 'a', true: 'b', c: 'd'}"),
        arguments("a: &x [1]\nb: *x\n", "{a: [1], b: [1]}"),
        arguments("&k a: 1\nb: *k\n", "{a: 1, b: 'a'}"),
        // A colon is a part of the text where nothing tells it from it.
        arguments("a: [1.2.3.4, fe80::, b]\n", "{a: ['1.2.3.4', 'fe80::', 'b']}"),
        arguments("a: [b:, c: , d: e, {f:}]\n", "{a: ['b:', {c: null}, {d: 'e'}, {f: null}]}"),
        arguments("a: [\"b\": ]\n", "{a: [{b: null}]}"),
        // JSON
        arguments(
            "{\t\"a\":\t\"\\ud83d\\ude00\\/\\u0041\",\n\t\"b\":[1,true,null]\n}\n",
            "{a: '😀/A', b: [1, true, null]}"),
        arguments("{\"a\": \"x\ty\"}", "{a: 'x\ty'}"));
  }

  static Stream<Arguments> merges() {
    return Stream.of(
        // Merge keys, in the order of the text, as Kubernetes' reader does.
        arguments("a: &x {k: 1, j: 1}\nb: {<<: *x, k: 2}\n", "{a: {k: 1, j: 1}, b: {j: 1, k: 2}}"),
        arguments("a: &x {k: 1}\nb: {k: 2, <<: *x}\n", "{a: {k: 1}, b: {k: 1}}"),
        arguments(
            "a: &x {k: 1}\nb: &y {k: 2, j: 2}\nc: {<<: [*x, *y]}\n",
            "{a: {k: 1}, b: {k: 2, j: 2}, c: {j: 2, k: 1}}"),
        arguments("a: {\"<<\": 1}\n", "{a: {<<: 1}}"),
        // What looks like a template and is YAML
        arguments(
            "a: \"{{ .x }}\"\nb: Pod {{ $labels.pod }} is down\nc: |\n  {{ x }}\n# {{ y }}\n",
            "{a: '{{ .x }}', b: 'Pod {{ $labels.pod }} is down', c: '{{ x }}\n'}"),
        arguments("a: ${HOST}\nb: ${PORT:=80}\n", "{a: '${HOST}', b: '${PORT:=80}'}"),
        arguments("a: x#@ y\nb: \"#@ z\"\nc: |\n  #@ w\n", "{a: 'x#@ y', b: '#@ z', c: '#@ w\n'}"),
        arguments("kind: Secret\nsops: {mac: x}\n", "{kind: 'Secret', sops: {mac: 'x'}}"));
  }

  static Stream<Arguments> listReadings() {
    return Stream.of(
        arguments("kind: List\nitems:\n- a: 1\n- b: 2\n---\nc: 3\n", "{a: 1} / {b: 2} / {c: 3}"),
        arguments("kind: ServiceList\nitems: [{a: 1}]\n", "{a: 1}"),
        arguments("kind: List\nitems: []\n", ""),
        // an item without a kind has that of its list
        arguments(
            "apiVersion: apps/v1\nkind: DeploymentList\nitems: [{a: 1}, {kind: X, b: 2}]\n",
            "{apiVersion: 'apps/v1', kind: 'Deployment', a: 1} / {kind: 'X', b: 2}"),
        arguments("kind: AllowList\na: 1\n", "{kind: 'AllowList', a: 1}"),
        arguments("kind: Playlist\nitems: {a: 1}\n", "{kind: 'Playlist', items: {a: 1}}"));
  }

  @ParameterizedTest
  @MethodSource({"readings", "listReadings", "merges"})
  void reads(String text, String expected) {
    assertThat(Told.documents(text)).isEqualTo(expected);
    assertThat(Told.problems(text)).isEmpty();
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        arguments("a: [\n---\nb: 1\n", "NOT_YAML 1:4 `[` is opened and never closed"),
        arguments(
            "x: 1\n---\na: \"x\n---\nb: 1\n", "NOT_YAML 3:4 a quote is opened and never closed"),
        arguments("a: [1,\n", "NOT_YAML 1:4 `[` is opened and never closed"),
        arguments("a: [1, {b: (x)[, c: ]\n", "NOT_YAML 1:15 `,` or a closing bracket is missing"),
        arguments("é😀: b: c\n", "NOT_YAML 1:6 `: ` is not allowed here"),
        arguments(
            "a:\n - b\n c: d\n",
            "NOT_YAML 3:2 this line is not part of the mapping or list above it"),
        arguments("a:\n\tb: 1\n", "NOT_YAML 2:1 a tab stands where only spaces are allowed"),
        arguments("a: @x\n", "NOT_YAML 1:4 character `@` cannot start a value; it needs quotes"),
        arguments(
            "a: \"\\q\"\n", "NOT_YAML 1:6 an escape in double quotes is not one that YAML knows"),
        arguments("a: - b\n", "NOT_YAML 1:4 `- ` is not allowed here"),
        arguments("a: 1\nb\n", "NOT_YAML 2:1 a key has no `:` after it"),
        arguments("a: !e!x y\n", "NOT_YAML 1:4 a tag has a prefix that no `%TAG` line states"),
        arguments(
            "%YAML 3.0\n---\na: b\n",
            "NOT_YAML 1:1 the `%YAML` line asks for a version that is not known"),
        arguments("[1]: 2\n", "NOT_YAML 1:1 a key is a mapping or a list; only text can be a key"),
        arguments("a: x\u0007y\n", "NOT_YAML 1:5 control character U+0007 is not allowed in YAML"),
        arguments(
            "a: x\u0000\n---\nb: 1\n",
            "NOT_YAML 1:5 control character U+0000 is not allowed in YAML"),
        arguments("a: \ud800\n", "NOT_YAML 1:4 control character U+D800 is not allowed in YAML"),
        arguments("a: *q\n", "NOT_YAML 1:4 alias `*q` names no anchor above it"),
        arguments(
            "a: &x [*x]\n", "NOT_YAML 1:8 alias `*x` stands inside of the value that it names"),
        arguments("a: {<<: 1}\n", "NOT_YAML 1:9 `<<` merges a value that is no mapping"),
        arguments("a: {<<: [1]}\n", "NOT_YAML 1:9 `<<` merges a list item that is no mapping"),
        arguments("- a\n", "NOT_AN_OBJECT 1:1 document is a list, not a Kubernetes object"),
        arguments(
            "a: 1\n---\ntext\n", "NOT_AN_OBJECT 3:1 document is a string, not a Kubernetes object"),
        arguments(
            "kind: List\nitems:\n- 5\n",
            "NOT_AN_OBJECT 3:3 list item is a number, not a Kubernetes object"),
        arguments(
            "a: 1\nb: 2\na: 3\n",
            "DUPLICATE_KEY 3:1 key `a` stands twice in one mapping, first on line 1"));
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        arguments("kind: List\na: 1\n", "NOT_AN_OBJECT 1:7 the List has no `items`"),
        arguments("kind: List\nitems:\n", "NOT_AN_OBJECT 1:7 the List has no `items`"),
        arguments(
            "kind: List\nitems:\n  a: {b: 1}\n",
            "NOT_AN_OBJECT 3:3 `items` of the List is a mapping, not a list"),
        arguments(
            "kind: ServiceList\nitems: x\n",
            "NOT_AN_OBJECT 2:8 `items` of the ServiceList is a string, not a list"));
  }

  static Stream<Arguments> templates() {
    return Stream.of(
        arguments("a: {{ .x }}\n", TEMPLATED.formatted("1:4")),
        arguments("a: 1\n{{- if .x }}\nb: 2\n{{- end }}\n", TEMPLATED.formatted("2:1")),
        arguments("{% if x %}\na: 1\n{% endif %}\n", TEMPLATED.formatted("1:1")),
        arguments("a: 1\n<% if x %>\nb: 1\n", TEMPLATED.formatted("2:1")),
        arguments("a: {p: ${P}}\n", TEMPLATED.formatted("1:8")),
        arguments("a: #@ data.values.x\n", TEMPLATED.formatted("1:4")),
        arguments("#@ load(\"x\")\n---\na: 1 #@ y\n", TEMPLATED.formatted("3:6")),
        arguments(
            "a: {{ x }}\n---\nb: 1\n---\nc: {{ x }}\n",
            "TEMPLATED 1:4 2 documents look like templates, not like YAML, and are not checked"),
        // A true error beside text that only looks like a template
        arguments("a: \"{{ x }}\"\nb: [\n", "NOT_YAML 2:4 `[` is opened and never closed"),
        arguments("a: |\n  {{ x }}\nb: c: d\n", "NOT_YAML 3:5 `: ` is not allowed here"));
  }

  private static final String TEMPLATED =
      "TEMPLATED %s document looks like a template, not like YAML, and is not checked";

  @ParameterizedTest
  @MethodSource({"problems", "lists", "templates"})
  void reports(String text, String expected) {
    assertThat(Told.problems(text)).isEqualTo(expected);
  }

  @Test
  void aBadDocumentHidesNoNeighbour() {
    assertThat(Told.documents("a: 1\n---\nb: [\n---\n- x\n---\nc: {{ x }}\n---\nd: 4\n"))
        .isEqualTo("{a: 1} / {d: 4}");
  }

  @Test
  void bothEntriesOfADuplicateKeyStay() {
    assertThat(Told.documents("s:\n- {a: 1, a: 2}\n")).isEqualTo("{s: [{a: 1, a: 2}]}");
    assertThat(Told.parse("s:\n- {a: 1, a: 2}\n").problems().getFirst().origin().path())
        .isEqualTo("s[0].a");
  }

  static Stream<Arguments> places() {
    return Stream.of(
        arguments("a: 1\n---\nb: 2\n", "[0,5) [9,14)"),
        arguments("---\na: 1\n--- \nb: 2\n...\n", "[4,9) [14,23)"),
        arguments("--- {a: 1}\n", "[3,11)"),
        arguments("a: 1\n...\nb: 1", "[0,5) [9,13)"),
        arguments("a: 1\n\ufeff---\n\ufeffb: 1", "[0,5) [11,15)"),
        arguments("{kind: List, items: [{a: 😀}, {b: \ufeff1}]}", "[21,28) [30,37)"),
        arguments("# head\r\n---\r\na: 1", "[13,17)"),
        arguments("kind: List\nitems:\n- a: 😀\n  b: 1 # c\n- {c: 1}\n", "[20,32) [39,45)"));
  }

  @ParameterizedTest
  @MethodSource("places")
  void knowsWhereDocumentsStand(String text, String expected) {
    String offsets =
        Told.parse(text).value().stream()
            .map(it -> "[" + it.startOffset() + "," + it.endOffset() + ")")
            .collect(Collectors.joining(" "));
    assertThat(offsets).isEqualTo(expected);
  }

  @Test
  void spansAreThoseOfTheFile() {
    Node.Mapping root =
        Told.parse("x: 1\n---\na:\n  é😀: [1,\n    2] # c\n\n# d\nb: &n \"q\"\n")
            .value()
            .getLast()
            .root();
    assertThat(root.span()).isEqualTo(new Span(3, 1, 8, 10));
    assertThat(root.keySpan("b")).contains(new Span(8, 1, 8, 2));
    assertThat(root.get("b").orElseThrow().span()).isEqualTo(new Span(8, 4, 8, 10));
    var a = (Node.Mapping) root.get("a").orElseThrow();
    assertThat(a.span()).isEqualTo(new Span(4, 3, 5, 7));
    assertThat(a.keySpan("é😀")).contains(new Span(4, 3, 4, 5));
    assertThat(a.get("é😀").orElseThrow().span()).isEqualTo(new Span(4, 7, 5, 7));
  }

  /// Each is refused, or read, in a moment and without an exception.
  static Stream<Arguments> bombs() {
    String laughs =
        "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + IntStream.range(1, 30)
                .mapToObj(
                    i -> "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)))
                .collect(Collectors.joining());
    String deepAliases =
        "a0: &a0 [x]\n"
            + IntStream.range(1, 5000)
                .mapToObj(i -> "a%d: &a%d [*a%d]\n".formatted(i, i, i - 1))
                .collect(Collectors.joining());
    return Stream.of(
        arguments("laughs", laughs, "aliases expand to more than"),
        arguments("deep aliases", deepAliases, "aliases "),
        arguments("brackets", "a: " + "[".repeat(1_000_000), "nesting is deeper"),
        arguments("braces", "a: " + "{a: ".repeat(200_000), "nesting is deeper"),
        arguments("dashes", "- ".repeat(300_000), "nesting is deeper"),
        arguments(
            "indents",
            IntStream.range(0, 1000)
                .mapToObj(i -> " ".repeat(i) + "a:\n")
                .collect(Collectors.joining()),
            "nesting is deeper"),
        arguments("quote", "a: \"" + "x\n".repeat(500_000), "a quote is opened"),
        arguments("question marks", "? ".repeat(300_000), "a key is a mapping"),
        arguments(
            "merges",
            "a: &a {"
                + "k%d: 1, ".repeat(500).formatted(IntStream.range(0, 500).boxed().toArray())
                + "}\nb:\n"
                + "  <<: *a\n".repeat(1000),
            "aliases expand"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bombs")
  void bombsAreDefused(String name, String text, String message) {
    assertTimeout(
        Duration.ofSeconds(10),
        () -> assertThat(Told.problems(text)).contains("NOT_YAML").contains(message));
  }

  @Test
  void refusesMoreThanTheLimit() {
    String text = "#".repeat(SourceFile.MAX_BYTES + 1);
    List<Problem> problems = ParseYaml.parse(new SourceFile("f", text)).problems();
    assertThat(problems).singleElement().returns(Problem.Kind.NOT_TEXT, Problem::kind);
  }
}
