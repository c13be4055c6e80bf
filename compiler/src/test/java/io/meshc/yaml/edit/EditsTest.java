package io.meshc.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshc.diag.CompilerBug;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.ParseYaml;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each case is a text, a path of steps with `|` between them, and the text after the edit.
final class EditsTest {

  static Stream<Arguments> removals() {
    return Stream.of(
        arguments("a: 1\nb: 2 # two\nc: 3\n", "b", "a: 1\nc: 3\n"),
        arguments("a: 1\nb: 2", "b", "a: 1\n"),
        arguments("a: 1\r\nb: 2\r\nc: 3\r\n", "b", "a: 1\r\nc: 3\r\n"),
        arguments("# top\na: 1\n# of b\nb: 2\n", "a", "# top\n# of b\nb: 2\n"),
        arguments("a: |\n  x\n  y\nb: 2\n", "a", "b: 2\n"),
        arguments("b: 2\na: >-\n  x\n\n  y\n", "a", "b: 2\n"),
        arguments("a:\n  b:\n    c: 1 # only\nd: 2\n", "a|b|c", "d: 2\n"),
        arguments("a:\n  b: 1\n  x/y.z: q\n", "a|x/y.z", "a:\n  b: 1\n"),
        arguments("a: {b: 1, c: 2}\n", "a|b", "a: {c: 2}\n"),
        arguments("a: {b: 1, c: 2}\n", "a|c", "a: {b: 1}\n"),
        arguments("a: {b: 1} # gone\nc: 2\n", "a|b", "c: 2\n"),
        arguments("{\n  \"a\": 1,\n  \"b\": 2\n}\n", "b", "{\n  \"a\": 1\n}\n"),
        arguments("{\n  \"a\": 1,\n  \"b\": 2\n}\n", "a", "{\n  \"b\": 2\n}\n"),
        arguments("l:\n- a: 1\n  b: 2\n- c: 3\n", "l|[0]|a", "l:\n- b: 2\n- c: 3\n"),
        arguments("l:\n- a: 1\n  # of b\n  b: 2\n", "l|[0]|a", "l:\n- # of b\n  b: 2\n"),
        arguments("l:\n- a: 1\n  b: 2\n- c: 3\n", "l|[0]|b", "l:\n- a: 1\n- c: 3\n"),
        arguments("l:\n- a: 1\n- c: 3\n", "l|[0]|a", "l:\n- {}\n- c: 3\n"),
        arguments("l:\n  - a\n  - b # b\n  - c\n", "l|[1]", "l:\n  - a\n  - c\n"),
        arguments("l:\n-\n  a: 1\n- b\n", "l|[0]", "l:\n- b\n"),
        arguments("l: [a, b, c]\n", "l|[0]", "l: [b, c]\n"),
        arguments("l: [a, b, c]\n", "l|[2]", "l: [a, b]\n"),
        arguments("l: [a]\nm: 1\n", "l|[0]", "m: 1\n"),
        arguments("a: 1\n", "a", "{}\n"),
        arguments("a:\nb: 1\n", "a", "b: 1\n"),
        arguments("a: é😀 # x\nb: 😀 \nc: 1\n", "b", "a: é😀 # x\nc: 1\n"),
        arguments("x: 1\n---\na: 1\nb: 2\n---\ny: 1\n", "b", "x: 1\n---\na: 1\n---\ny: 1\n"),
        // Nothing to do, or nothing that can be done in place.
        arguments("a: 1\n", "b", "a: 1\n"),
        arguments("a: 1\n", "a|b", "a: 1\n"),
        arguments("a: &x {k: 1}\nb: *x\n", "b|k", "a: &x {k: 1}\nb: *x\n"),
        arguments("a: &x {k: 1}\nb: *x\n", "a", "a: &x {k: 1}\nb: *x\n"),
        arguments("a: &x {k: 1}\nb: *x # c\n", "b", "a: &x {k: 1}\n"),
        arguments(
            "a: &x\n  k: 1\nb:\n  <<: *x\n  j: 1\n",
            "b|k",
            "a: &x\n  k: 1\nb:\n  <<: *x\n  j: 1\n"));
  }

  @ParameterizedTest
  @MethodSource("removals")
  void removes(String before, String path, String after) {
    Document document = target(before);
    assertThat(Edits.apply(before, Edits.removeEntry(document, steps(path)))).isEqualTo(after);
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        arguments("a: 1 # one\nb: 2\n", "a", "x", "a: x # one\nb: 2\n"),
        arguments("a: \"1\"\n", "a", "x", "a: \"x\"\n"),
        arguments("a: x\n", "a", "true", "a: \"true\"\n"),
        arguments("a: # c\nb: 1\n", "a", "x", "a: x # c\nb: 1\n"),
        arguments("a:\n", "a", "x", "a: x\n"),
        arguments("a: ~\n", "a", "x", "a: x\n"),
        arguments("a: |\n  q\nb: 1\n", "a", "x", "a: x\nb: 1\n"),
        arguments("a: &n old\nb: *n\n", "a", "new", "a: &n new\nb: *n\n"),
        arguments("a: &n old\nb: *n\n", "b", "new", "a: &n old\nb: new\n"),
        arguments("a: 1\n", "b", "x", "a: 1\nb: x\n"),
        arguments("a: 1", "b", "x", "a: 1\nb: x"),
        arguments("a: 1\r\n", "b", "x", "a: 1\r\nb: x\r\n"),
        arguments(
            "m:\n  n: x # n\ns: 1\n",
            "m|labels|app",
            "x",
            "m:\n  n: x # n\n  labels:\n    app: x\ns: 1\n"),
        arguments(
            "m:\n    n: x\n", "m|l|a/b.c", "on", "m:\n    n: x\n    l:\n        a/b.c: \"on\"\n"),
        arguments("m:\n  l:\n  n: x\n", "m|l|a", "x", "m:\n  l:\n    a: x\n  n: x\n"),
        arguments("m:\n  l: {}\n", "m|l|a", "x", "m:\n  l: {a: x}\n"),
        arguments("m: {n: x}\n", "m|l|a", "x,y", "m: {n: x, l: {a: \"x,y\"}}\n"),
        arguments(
            "{\"m\": {\"n\": \"x\"}}\n", "m|l", "1", "{\"m\": {\"n\": \"x\", \"l\": \"1\"}}\n"),
        arguments(
            "{\n  \"a\": 1,\n  \"b\": 2\n}\n",
            "c",
            "x",
            "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": \"x\"\n}\n"),
        arguments(
            "p:\n- port: 1\n- port: 2\n",
            "p|[0]|name",
            "http",
            "p:\n- port: 1\n  name: http\n- port: 2\n"),
        arguments(
            "p:\n- port: 1\n- port: 2",
            "p|[1]|name",
            "http",
            "p:\n- port: 1\n- port: 2\n  name: http"),
        arguments("a: |\n  q\n\n---\nb: 1\n", "c", "x", "a: |\n  q\n\nc: x\n---\nb: 1\n"),
        // Nothing to do, or nothing that can be done in place.
        arguments("a: x\n", "a", "x", "a: x\n"),
        arguments("a: [1]\n", "a", "x", "a: [1]\n"),
        arguments("a: [1]\n", "a|b", "x", "a: [1]\n"),
        arguments("a: &x {k: 1}\nb: *x\n", "b|k", "2", "a: &x {k: 1}\nb: *x\n"),
        arguments("p: []\n", "p|[0]|a", "x", "p: []\n"));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void sets(String before, String path, String value, String after) {
    Document document = ParseYaml.parse(new SourceFile("f", before)).value().getFirst();
    assertThat(Edits.apply(before, Edits.setEntry(document, steps(path), value))).isEqualTo(after);
  }

  static Stream<Arguments> cuts() {
    return Stream.of(
        arguments("a: 1\n---\nb: 2\n---\nc: 3\n", 0, "b: 2\n---\nc: 3\n"),
        arguments("a: 1\n---\nb: 2\n---\nc: 3\n", 1, "a: 1\n---\nc: 3\n"),
        arguments("a: 1\n---\nb: 2\n---\nc: 3\n", 2, "a: 1\n---\nb: 2\n"),
        arguments("---\na: 1\n---\nb: 2\n", 0, "---\nb: 2\n"),
        arguments("--- # first\na: 1\n---\nb: 2\n", 1, "--- # first\na: 1\n"),
        arguments("a: 1\n--- {b: 2}\n", 1, "a: 1\n"),
        arguments("a: 1\n...\n---\nb: 2\n", 0, "b: 2\n"),
        arguments("kind: List\nitems:\n- a: 1\n- b: 2\n", 0, "kind: List\nitems:\n- b: 2\n"),
        arguments(
            "{\"kind\": \"List\", \"items\": [{\"a\": 1}, {\"b\": 2}]}",
            1,
            "{\"kind\": \"List\", \"items\": [{\"a\": 1}]}"));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void cutsDocuments(String before, int index, String after) {
    Document document = ParseYaml.parse(new SourceFile("f", before)).value().get(index);
    assertThat(Edits.apply(before, Edits.removeDocument(document))).isEqualTo(after);
  }

  /// One character for each document of `1 --- 2 --- 3`: `x` for one that is cut out with the others.
  @ParameterizedTest
  @CsvSource({"xx., c: 3", "x.x, b: 2", ".xx, a: 1", "xxx, ''", "x.., b: 2|---|c: 3"})
  void cutsSeveralDocumentsAtOnce(String which, String left) {
    for (String first : List.of("", "---|")) {
      String before = (first + "a: 1|---|b: 2|---|c: 3|").replace('|', '\n');
      List<Document> all = ParseYaml.parse(new SourceFile("f", before)).value();
      List<Document> cut = all.stream().filter(it -> which.charAt(it.index()) == 'x').toList();
      String after = left.isEmpty() ? "" : first + left + "|";
      assertThat(Edits.apply(before, Edits.removeDocuments(cut)).replace('\n', '|'))
          .isEqualTo(after);
    }
  }

  @Test
  void cutsNothingAtOnceWhereOneIsAnItem() {
    String text = "a: 1\n---\nkind: List\nitems:\n- b: 2\n- c: 3\n";
    List<Document> all = ParseYaml.parse(new SourceFile("f", text)).value();
    assertThat(Edits.removeDocuments(all.subList(0, 2))).isEmpty();
  }

  @Test
  void appliesInAnyOrder() {
    var edits = List.of(new Edit(4, 5, "E"), new Edit(0, 1, "A"), new Edit(2, 2, "-"));
    assertThat(Edits.apply("abcde", edits)).isEqualTo("Ab-cdE");
  }

  @Test
  void overlapsAreOurFault() {
    var edits = List.of(new Edit(0, 3, ""), new Edit(2, 4, ""));
    assertThat(edits.getFirst().overlaps(edits.getLast())).isTrue();
    assertThatThrownBy(() -> Edits.apply("abcde", edits)).isInstanceOf(CompilerBug.class);
    assertThatThrownBy(() -> Edits.apply("a", List.of(new Edit(0, 2, ""))))
        .isInstanceOf(CompilerBug.class);
  }

  /// The document under test: the one that has the key `a` or `l`, else the first.
  private static Document target(String text) {
    List<Document> documents = ParseYaml.parse(new SourceFile("f", text)).value();
    return documents.stream()
        .filter(it -> it.root().get("a").isPresent() || it.root().get("l").isPresent())
        .findFirst()
        .orElse(documents.getFirst());
  }

  private static List<String> steps(String path) {
    return List.of(path.split("\\|"));
  }
}
