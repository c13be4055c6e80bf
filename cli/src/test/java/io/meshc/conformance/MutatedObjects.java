package io.meshc.conformance;

import io.meshc.source.Span;
import io.meshc.yaml.Node;
import io.meshc.yaml.emit.Emit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Objects with something changed in each: a value taken out, doubled, or put in the place of another one, most of them such as stand at
/// that place in other objects of the kind.
final class MutatedObjects {
  /// Values that conditions are about.
  private static final List<String> WORDS =
      List.of(
          "''",
          "Service",
          "Gateway",
          "'*'",
          "/x",
          "a//b",
          "/a/./b",
          "/a/..",
          "0",
          "80",
          "443",
          "true",
          "Terminate",
          "Passthrough",
          "TLS",
          "TCP",
          "HTTP",
          "HTTPS",
          "UDP",
          "Exact",
          "RegularExpression",
          "PathPrefix",
          "Cookie",
          "Header",
          "10.0.0.1",
          "'*.example.com'",
          "a.*.com",
          "bad host",
          "5s",
          "0s",
          "1h",
          "2h",
          "500ms",
          "ReplaceFullPath",
          "ReplacePrefixMatch",
          "RequestRedirect",
          "URLRewrite",
          "CORS",
          "Permanent",
          "foo",
          "a/b",
          "Hostname",
          "IPAddress",
          "URI",
          "System",
          "GRPC",
          "null",
          "[]",
          "{}");

  private final Random random = new Random(7);
  private final List<Node.Mapping> seeds;

  /// By kind and path, what stands there in some seed.
  private final Map<String, List<Node>> seen = new HashMap<>();

  MutatedObjects(List<Node.Mapping> seeds) {
    this.seeds = seeds;
    for (Node.Mapping it : seeds) {
      it.get("spec").ifPresent(spec -> collect(kind(it) + " spec", spec));
    }
  }

  /// So many objects, called `n0`, `n1`, and so on.
  String many(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      Node.Mapping seed = seeds.get(random.nextInt(seeds.size()));
      Node.Mapping object = seed;
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        object = mutated(object);
      }
      Node name = ((Node.Mapping) parsed("{name: n" + i + ", namespace: default}"));
      text.append("---\n").append(Emit.yaml(with(without(object, "status"), "metadata", name)));
    }
    return text.toString();
  }

  private Node.Mapping mutated(Node.Mapping object) {
    Node spec = object.get("spec").orElse(new Node.Mapping(List.of(), Span.FILE_START));
    int parts = count(spec);
    int chosen = random.nextInt(Math.max(1, parts));
    return with(object, "spec", at(spec, kind(object) + " spec", new int[] {chosen}, this::change));
  }

  private interface Change {
    Node of(Node value, String path);
  }

  /// What stands at a place is changed in one of some ways.
  private Node change(Node value, String path) {
    double way = random.nextDouble();
    if (way < 0.3 && value instanceof Node.Mapping map && !map.entries().isEmpty()) {
      return without(map, map.entries().get(random.nextInt(map.entries().size())).key());
    }
    if (way < 0.6 && value instanceof Node.Mapping map) {
      List<String> fields = fields(path);
      if (!fields.isEmpty()) {
        String field = fields.get(random.nextInt(fields.size()));
        return with(map, field, any(seen.get(path + "." + field)));
      }
    }
    if (way < 0.7 && value instanceof Node.Sequence list && !list.items().isEmpty()) {
      return longer(list, list.items().getFirst());
    }
    if (way < 0.8 && value instanceof Node.Sequence list && seen.containsKey(path + "[]")) {
      return longer(list, any(seen.get(path + "[]")));
    }
    if (way < 0.9 && value instanceof Node.Scalar) {
      return parsed(WORDS.get(random.nextInt(WORDS.size())));
    }
    return any(seen.getOrDefault(path, List.of(value)));
  }

  private List<String> fields(String path) {
    return seen.keySet().stream()
        .filter(it -> it.startsWith(path + ".") && it.indexOf('.', path.length() + 1) < 0)
        .map(it -> it.substring(path.length() + 1))
        .filter(it -> !it.contains("["))
        .sorted()
        .toList();
  }

  private Node any(List<Node> nodes) {
    return nodes.get(random.nextInt(nodes.size()));
  }

  private void collect(String path, Node node) {
    seen.computeIfAbsent(path, _ -> new ArrayList<>()).add(node);
    if (node instanceof Node.Mapping map) {
      map.entries().forEach(it -> collect(path + "." + it.key(), it.value()));
    } else if (node instanceof Node.Sequence list) {
      list.items().forEach(it -> collect(path + "[]", it));
    }
  }

  private static int count(Node node) {
    if (node instanceof Node.Mapping map) {
      return 1 + map.entries().stream().mapToInt(it -> count(it.value())).sum();
    }
    if (node instanceof Node.Sequence list) {
      return 1 + list.items().stream().mapToInt(MutatedObjects::count).sum();
    }
    return 1;
  }

  /// The node with its part of the chosen number changed; counts down as it goes.
  private static Node at(Node node, String path, int[] left, Change change) {
    if (left[0]-- == 0) {
      return change.of(node, path);
    }
    if (node instanceof Node.Mapping map) {
      return new Node.Mapping(
          map.entries().stream()
              .map(it ->
                  new Node.Entry(
                      it.key(), it.keySpan(), at(it.value(), path + "." + it.key(), left, change)))
              .toList(),
          map.span());
    }
    if (node instanceof Node.Sequence list) {
      UnaryOperator<Node> each = it -> at(it, path + "[]", left, change);
      return new Node.Sequence(list.items().stream().map(each).toList(), list.span());
    }
    return node;
  }

  private static String kind(Node.Mapping object) {
    return object.get("kind").map(it -> ((Node.Scalar) it).text()).orElse("");
  }

  private static Node parsed(String yaml) {
    return DefinitionsTest.objects("v: " + yaml).getFirst().get("v").orElseThrow();
  }

  private static Node.Sequence longer(Node.Sequence list, Node item) {
    var items = new ArrayList<>(list.items());
    items.add(item);
    return new Node.Sequence(items, list.span());
  }

  private static Node.Mapping without(Node.Mapping map, String key) {
    return new Node.Mapping(
        map.entries().stream().filter(it -> !it.key().equals(key)).toList(), map.span());
  }

  private static Node.Mapping with(Node.Mapping map, String key, Node value) {
    var entries = new ArrayList<>(without(map, key).entries());
    entries.add(new Node.Entry(key, Span.FILE_START, value));
    return new Node.Mapping(entries, map.span());
  }
}
