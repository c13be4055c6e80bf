package io.meshc.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.meshc.diag.Outcome;
import io.meshc.source.SourceFile;
import io.meshc.yaml.edit.Edit;
import io.meshc.yaml.edit.Edits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Text that was YAML until somebody sat on the keyboard: nothing throws, and what is edited still parses.
final class MutatedYamlTest {
  private static final String SEED =
      """
      # head
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: &m
        name: "reviews" # name
        labels: {app: reviews, 'v': "1"}
      spec:
        <<: *m
        hosts: [reviews, *x, "a.b"]
        http:
        - match:
          - uri: {prefix: /x}
          route: &r
          - destination:
              host: |
                text {{ x }}
              port: !!str 80
        - route: *r
      ---
      kind: List
      items:
      - {"a": [1, 2.5, ~, on]}
      - b: >-
          folded ${X}

          more
      ...
      %YAML 1.2
      --- # next
      ? long key
      : - - nested é😀
      """;
  private static final int ROUNDS = Integer.getInteger("rounds", 3_000);
  private static final String BITS =
      "{}[]:,-?&*!|>'\"%@`#\n\r\t ~<=\\0aé😀\u0085\u2028\ufeff\u0007\ud800";
  private static final List<String> WORDS =
      List.of(
          "---\n", "...\n", "{{", "}}", "<<: *m", "*r", "&r ", "#@ ", ": ", "- ", "|\n", "!!int ",
          "\r\n", "\\u");

  @Test
  void neverThrows() {
    var random = new Random(42);
    for (int i = 0; i < ROUNDS; i++) {
      String text = mutated(random);
      try {
        Outcome<List<Document>> outcome = Told.parse(text);
        for (Document document : outcome.value()) {
          assertThat(document.startOffset()).isBetween(0, document.endOffset());
          assertThat(document.endOffset()).isLessThanOrEqualTo(text.length());
          if (i % 2 == 0) {
            edit(document, random);
          }
        }
      } catch (RuntimeException | AssertionError e) {
        fail("seed 42, round " + i + ":\n" + text, e);
      }
    }
  }

  private static void edit(Document document, Random random) {
    var path = new ArrayList<String>();
    Node at = document.root();
    while (random.nextInt(4) > 0 || path.isEmpty()) {
      switch (at) {
        case Node.Mapping(var entries, _) when !entries.isEmpty() -> {
          Node.Entry entry = entries.get(random.nextInt(entries.size()));
          path.add(entry.key());
          at = entry.value();
        }
        case Node.Sequence(var items, _) when !items.isEmpty() -> {
          int index = random.nextInt(items.size());
          path.add("[" + index + "]");
          at = items.get(index);
        }
        case Node.Mapping _, Node.Sequence _, Node.Scalar _ -> {
          if (path.isEmpty()) {
            return;
          }
          path.add("new");
          at = Nodes.text("");
        }
      }
      if (path.size() > 8) {
        break;
      }
    }
    check(document, Edits.removeEntry(document, path), without(document.root(), path));
    check(document, Edits.setEntry(document, path, "on"), with(document.root(), path));
    List<Edit> cut = Edits.removeDocument(document);
    String rest = Edits.apply(document.file().text(), cut);
    assertThat(Told.parse(rest).value())
        .as(rest)
        .hasSize(Told.parse(document.file().text()).value().size() - cut.size());
  }

  /// An edit changes what it says and nothing else. What an anchor shares is not looked at.
  private static void check(Document document, List<Edit> edits, Optional<Node> expected) {
    String before = document.file().text();
    if (edits.isEmpty() || before.contains("*")) {
      return;
    }
    String text = Edits.apply(before, edits);
    var after = ParseYaml.parse(new SourceFile("f", text)).value();
    String root = Told.node(after.get(document.index()).root());
    assertThat(root).as(before + "\n=====>\n" + text).isEqualTo(Told.node(expected.orElseThrow()));
  }

  /// The tree without what is at a path; empty where nothing would be left of it.
  private static Optional<Node> without(Node node, List<String> path) {
    Optional<Node> left = path.isEmpty() ? Optional.empty() : removed(node, path);
    return path.isEmpty() || left.isPresent() ? left : Optional.of(Nodes.map().build());
  }

  private static Optional<Node> removed(Node node, List<String> path) {
    String step = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    if (node instanceof Node.Sequence(var items, var span)) {
      var left = new ArrayList<>(items);
      int index = Integer.parseInt(step.substring(1, step.length() - 1));
      Optional<Node> item = rest.isEmpty() ? Optional.empty() : removed(items.get(index), rest);
      if (rest.isEmpty()) {
        left.remove(index);
      } else {
        left.set(index, item.orElse(empty(items.get(index))));
      }
      return left.isEmpty() ? Optional.empty() : Optional.of(new Node.Sequence(left, span));
    }
    if (!(node instanceof Node.Mapping(var entries, var span))) {
      return Optional.empty();
    }
    var left = new ArrayList<>(entries);
    int last = entries.stream().map(Node.Entry::key).toList().lastIndexOf(step);
    Node.Entry entry = entries.get(last);
    Optional<Node> value = rest.isEmpty() ? Optional.empty() : removed(entry.value(), rest);
    if (value.isPresent()) {
      left.set(last, new Node.Entry(step, entry.keySpan(), value.get()));
    } else {
      left.remove(last);
    }
    return left.isEmpty() ? Optional.empty() : Optional.of(new Node.Mapping(left, span));
  }

  private static Node empty(Node node) {
    return node instanceof Node.Sequence ? Nodes.list(List.of()) : Nodes.map().build();
  }

  private static Optional<Node> with(Node node, List<String> path) {
    if (path.isEmpty()) {
      return Optional.of(Nodes.text("on"));
    }
    String step = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    if (node instanceof Node.Sequence(var items, var span)) {
      var all = new ArrayList<>(items);
      int index = Integer.parseInt(step.substring(1, step.length() - 1));
      all.set(index, with(items.get(index), rest).orElseThrow());
      return Optional.of(new Node.Sequence(all, span));
    }
    var all = new ArrayList<>(node instanceof Node.Mapping map ? map.entries() : List.of());
    int last = all.stream().map(Node.Entry::key).toList().lastIndexOf(step);
    Node old = last < 0 ? Nodes.map().build() : all.get(last).value();
    var entry = new Node.Entry(step, node.span(), with(old, rest).orElseThrow());
    if (last < 0) {
      all.add(entry);
    } else {
      all.set(last, entry);
    }
    return Optional.of(new Node.Mapping(all, node.span()));
  }

  private static String mutated(Random random) {
    String seed = random.nextBoolean() ? SEED : SEED.replace("<<: *m", "q: 1").replace('*', 'x');
    var text = new StringBuilder(seed);
    int from = random.nextInt(seed.length());
    if (random.nextInt(3) == 0) {
      text.delete(0, from);
    }
    for (int n = 1 + random.nextInt(6); n > 0 && !text.isEmpty(); n--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, BITS.charAt(random.nextInt(BITS.length())));
        case 2 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
        default -> text.setLength(at + 1);
      }
    }
    return text.toString();
  }
}
