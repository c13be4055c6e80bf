package io.meshc.validate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each line of a text has a finding of `double-key`; the tests say which of them are taken out.
final class SuppressionsTest {
  @Test
  void afterSomethingItGovernsItsLine() {
    taken("a: 1\nb: 2 # meshc: ignore[MC0001] why\nc: 3\n", 2);
    taken("a: 1\nb: # meshc:ignore[double-key]\n  c: 3\n", 2);
  }

  @Test
  void byIdNameAliasCategoryOrAll() {
    for (String word : List.of("MC0001", "mc0001", "double-key", "X100", "invalid", "*")) {
      taken("a: 1 # meshc: ignore[" + word + "]\nb: 2\n", 1);
    }
  }

  @Test
  void aloneItGovernsTheNodeBelow() {
    taken(
        "a: 1\n# meshc: ignore[MC0001]\nb:\n  c:\n    - d\n\n  # e\n  f: 1\ng: 1\n",
        3,
        4,
        5,
        6,
        7,
        8);
    taken("a: 1\n# meshc: ignore[MC0001]\n# more\n\nb: 2\nc: 3\n", 5);
  }

  @Test
  void itemsInTheColumnOfTheirKeyBelongToIt() {
    taken("a: 1\n# meshc: ignore[MC0001]\nb:\n- c\n- d\ne: 1\n", 3, 4, 5);
    taken("b:\n- c: 1\n# meshc: ignore[MC0001]\n- d: 1\n  e: 1\n- f: 1\n", 4, 5);
  }

  @Test
  void onTopItGovernsTheDocument() {
    taken("# meshc: ignore[MC0001]\na: 1\nb: 2\n---\nc: 3\n", 2, 3);
    taken("a: 1\n# meshc: ignore[MC0001]\n---\nb: 2\nc: 3\n", 4, 5);
    taken("a: 1\n---\n# meshc: ignore[MC0001]\nb: 2\nc: 3\n", 4, 5);
  }

  @Test
  void textIsNoComment() {
    taken("a: |\n  x # meshc: ignore[MC0001]\nb: 1\n");
    taken("a: |\n  # meshc: ignore[MC0001]\n  y\nb: 1\n");
    taken("a: \"x # meshc: ignore[MC0001]\"\nb: 1\n");
    taken("a: x# meshc: ignore[MC0001]\n");
    taken("a: | # meshc: ignore[MC0001]\n  y\nb: 1\n", 1);
    taken("a: 'x' # meshc: ignore[MC0001]\n", 1);
    taken("a: |\n  x\n# meshc: ignore[MC0001]\nb: 1\n", 4);
  }

  @Test
  void lineEndsDoNotMatter() {
    taken("a: 1\r\nb: 2 # meshc: ignore[MC0001] why\r\nc: 3\r\n", 2);
  }

  @Test
  void annotationGovernsItsObject() {
    String silence = "metadata:\n  annotations:\n    meshc.io/ignore: MC0001=it is so; idle=x\n";
    taken(silence + "---\na: 1\n", 1, 2, 3);
    taken("kind: List\nitems:\n- a: 1\n- metadata: {annotations: {meshc.io/ignore: MC0001}}\n", 4);
  }

  @Test
  void whatTakesNothingOutIsFound() {
    said("a: 1 # meshc: ignore[odd-field]\n", "1:idle odd-field");
    said("a: 1 # meshc: ignore[MC0001, odd-field]\n", "1:idle odd-field");
    said("a: 1 # meshc: ignore[od-field]\n", "1:unknown od-field");
    said("a: 1 # meshc: ignore\n", "1:unknown ");
    said("a: 1 # meshc: ignore[odd-field, idle]\n");
    said("a: 1\nb: 2\n# meshc: ignore[MC0001]\n", "3:idle MC0001");
  }

  @Test
  void ofABrokenDocumentNobodyKnows() {
    said("a: [ # meshc: ignore[odd-field]\n");
    said("a: [\n---\nb: 1 # meshc: ignore[odd-field]\n", "3:idle odd-field");
  }

  private static void taken(String yaml, int... lines) {
    List<Integer> kept =
        keys(yaml).map(it -> Integer.parseInt(it.substring(0, it.indexOf(':')))).toList();
    List<Integer> taken =
        IntStream.rangeClosed(1, (int) yaml.lines().count())
            .boxed()
            .filter(it -> !kept.contains(it))
            .toList();
    assertThat(taken).as(yaml).isEqualTo(Arrays.stream(lines).boxed().toList());
  }

  private static void said(String yaml, String... findings) {
    assertThat(Sample.kept(yaml).stream().filter(it -> !it.endsWith(":key")))
        .as(yaml)
        .containsExactly(findings);
  }

  private static Stream<String> keys(String yaml) {
    return Sample.kept(yaml).stream().filter(it -> it.endsWith(":key"));
  }
}
