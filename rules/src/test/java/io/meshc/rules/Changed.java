package io.meshc.rules;

import io.meshc.source.SourceFile;
import io.meshc.source.Span;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import io.meshc.yaml.emit.Emit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An object with some fields changed: `spec.hosts[0]: a.b` sets one, `no spec.hosts` removes one. A step that is not there
/// is made; one in double quotes may hold dots.
final class Changed {
  private static final Pattern STEP = Pattern.compile("\\[(\\d+)\\]|\"([^\"]*)\"|([^.\\[\\]\"]+)");

  private Changed() {}

  static String by(String yaml, List<String> changes) {
    Node root = root(yaml);
    for (String change : changes) {
      Optional<Node> value =
          change.startsWith("no ")
              ? Optional.empty()
              : ((Node.Mapping) root("v: " + change.substring(colon(change) + 1))).get("v");
      root = set(root, steps(path(change)), value);
    }
    return Emit.yaml(root);
  }

  /// The path that a change is about.
  static String path(String change) {
    return change.startsWith("no ") ? change.substring(3) : change.substring(0, colon(change));
  }

  /// Whether one path is above the other, or both are in the same mapping, list or item of a list; the name of an object stands for it.
  static boolean near(String path, String other) {
    String left = path.replace("\"", "");
    return left.startsWith(other)
        || other.startsWith(left)
        || other.startsWith(parent(left))
        || left.startsWith(parent(other))
        || !item(left).isEmpty() && other.startsWith(item(left))
        || other.startsWith("metadata");
  }

  private static String item(String path) {
    return path.substring(0, path.lastIndexOf(']') + 1);
  }

  private static String parent(String path) {
    int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return end < 0 ? path : path.substring(0, end);
  }

  /// The first one that ends a path: before a space.
  private static int colon(String change) {
    int at = change.indexOf(": ");
    if (at < 0) {
      throw new AssertionError("no change: " + change);
    }
    return at;
  }

  private static Node root(String yaml) {
    return ParseYaml.parse(new SourceFile("change.yaml", yaml)).value().getFirst().root();
  }

  private static List<String> steps(String path) {
    var steps = new ArrayList<String>();
    Matcher matcher = STEP.matcher(path);
    while (matcher.find()) {
      steps.add(
          Stream.of(1, 2, 3)
              .map(matcher::group)
              .filter(it -> it != null)
              .findFirst()
              .orElseThrow());
    }
    return steps;
  }

  private static Node set(Node node, List<String> steps, Optional<Node> value) {
    if (steps.isEmpty()) {
      return value.orElseThrow();
    }
    String step = steps.getFirst();
    List<String> rest = steps.subList(1, steps.size());
    boolean last = rest.isEmpty() && value.isEmpty();
    if (node instanceof Node.Sequence list) {
      var items = new ArrayList<Node>(list.items());
      int at = Integer.parseInt(step);
      Node old = at < items.size() ? items.get(at) : empty(rest);
      if (at < items.size()) {
        items.remove(at);
      }
      if (!last) {
        items.add(at, set(old, rest, value));
      }
      return new Node.Sequence(items, Span.FILE_START);
    }
    var entries = new ArrayList<Node.Entry>();
    boolean there = false;
    for (Node.Entry it : ((Node.Mapping) node).entries()) {
      if (!it.key().equals(step)) {
        entries.add(it);
      } else if (!last) {
        there = true;
        entries.add(new Node.Entry(step, Span.FILE_START, set(it.value(), rest, value)));
      }
    }
    if (!there && !last) {
      entries.add(new Node.Entry(step, Span.FILE_START, set(empty(rest), rest, value)));
    }
    return new Node.Mapping(entries, Span.FILE_START);
  }

  private static Node empty(List<String> steps) {
    return !steps.isEmpty() && steps.getFirst().chars().allMatch(Character::isDigit)
        ? new Node.Sequence(List.of(), Span.FILE_START)
        : new Node.Mapping(List.of(), Span.FILE_START);
  }
}
