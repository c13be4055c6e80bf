package io.meshc.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.yaml.emit.Emit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmitTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " a",
        "a ",
        "a: b",
        "a:",
        ":a",
        "#x",
        "a #x",
        "a#x",
        "*x",
        "&x",
        "!x",
        "|",
        ">",
        "%x",
        "@x",
        "`x",
        "-",
        "- a",
        "-a",
        "--",
        "---",
        "--- a",
        "...",
        "?",
        "? a",
        "?a",
        "=",
        "<<",
        "~",
        "null",
        "Null",
        "true",
        "TRUE",
        "yes",
        "Y",
        "n",
        "on",
        "Off",
        "0",
        "0777",
        "0o17",
        "0x1F",
        "0b1",
        "1_000",
        "1e3",
        "1.",
        ".5",
        "-.inf",
        ".nan",
        "+1",
        "-1",
        "089",
        "1:30",
        "190:20:30",
        "2001-01-01",
        "2001-12-14t21:59:43.10-05:00",
        "10.0.0.1",
        "10.0.0.0/8",
        "v1",
        "1.2.3",
        "80/TCP",
        ".*a-book.*new",
        "/books/[0-9]+",
        "[a]",
        "{a}",
        "a,b",
        "a]",
        "'x'",
        "\"x\"",
        "it's",
        "\\d+",
        "a\\nb",
        "a\nb",
        "a\nb\n",
        "a\n\n",
        "\n",
        "\na",
        "a\n b\n",
        " a\nb",
        "a \nb",
        "a\tb",
        "\ta",
        "a\r\nb",
        "a\r",
        "é",
        "日本",
        "😀",
        "\u00a0",
        "\u0085",
        "\u2028",
        "\ufeffx",
        "a\u0007",
        "\u007f",
        "${X}",
        "$(X)",
        "{{ x }}",
        "#@ x",
        "a: |\n  b",
        "x: y\nz",
        "# c\nx",
        "- a\n- b",
        "key: {a: b}"
      })
  void textStaysText(String text) {
    Node.Mapping before =
        Nodes.map()
            .put("plain", text)
            .put(text.isEmpty() ? "k" : text, "v")
            .put("list", Nodes.texts(List.of(text, text)))
            .put("deep", Nodes.list(List.of(Nodes.map().put("a", text).put("b", "c").build())))
            .build();
    roundTrips(before);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "on,\"on\"",
        "10.0.0.1,10.0.0.1",
        "GET,GET",
        "--x,--x",
        "*,\"*\"",
        "8080,\"8080\"",
        "a/b-c.d,a/b-c.d"
      })
  void quotesOnlyWhereItMust(String text, String expected) {
    assertThat(Emit.yaml(Nodes.text(text))).isEqualTo(expected + "\n");
  }

  @Test
  void printsAsKubectlDoes() {
    Node.Mapping service =
        Nodes.map()
            .put("apiVersion", "v1")
            .put("metadata", Nodes.map().put("name", "x").put("labels", Nodes.map()))
            .put(
                "spec",
                Nodes.map()
                    .put("headless", true)
                    .putList("none", List.of())
                    .put(
                        "ports",
                        Nodes.list(
                            List.of(
                                Nodes.map().put("name", "http").put("port", 80).build(),
                                Nodes.list(List.of(Nodes.text("a"), Nodes.list(List.of())))))))
            .put("script", "if x then\n  y\nend\n")
            .build();
    assertThat(Emit.yaml(service))
        .isEqualTo(
            """
            apiVersion: v1
            metadata:
              name: x
              labels: {}
            spec:
              headless: true
              ports:
              - name: http
                port: 80
              - - a
                - []
            script: |
              if x then
                y
              end
            """);
  }

  @Test
  void randomTreesComeBack() {
    var random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      roundTrips(Nodes.map().put("root", tree(random, 4)).put("end", 1).build());
    }
  }

  private static Node tree(Random random, int depth) {
    int children = random.nextInt(4);
    return switch (depth == 0 ? 2 + random.nextInt(2) : random.nextInt(4)) {
      case 0 -> {
        var map = Nodes.map();
        for (int i = 0; i < children; i++) {
          map.put(i + text(random), tree(random, depth - 1));
        }
        yield map.build();
      }
      case 1 -> {
        var items = new ArrayList<Node>();
        for (int i = 0; i < children; i++) {
          items.add(tree(random, depth - 1));
        }
        yield Nodes.list(items);
      }
      case 2 -> Nodes.number(random.nextInt());
      default -> Nodes.text(text(random));
    };
  }

  private static String text(Random random) {
    String alphabet = "ab1.:-#\n \t\"'\\{}[],&*!|>%@é😀~=<\u0085\u2028\r\u0001_0e+";
    int[] all = alphabet.codePoints().toArray();
    var text = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      text.appendCodePoint(all[random.nextInt(all.length)]);
    }
    return text.toString();
  }

  private static void roundTrips(Node.Mapping before) {
    String text = Emit.yaml(before);
    var after = Told.parse(text);
    assertThat(after.problems()).as(text).isEmpty();
    assertThat(after.value()).as(text).hasSize(1);
    assertThat(Told.node(after.value().getFirst().root())).as(text).isEqualTo(Told.node(before));
    assertThat(Emit.yaml(after.value().getFirst().root())).isEqualTo(text);
  }
}
