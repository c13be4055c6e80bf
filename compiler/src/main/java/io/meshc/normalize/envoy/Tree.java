package io.meshc.normalize.envoy;

import io.meshc.source.Origin;
import io.meshc.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A value and the way to it. What is not there is an empty tree, so that readers follow long paths without asking at each step.
record Tree(Optional<Node> node, Origin origin) {
  static final Tree NONE = new Tree(Optional.empty(), Origin.none());

  static Tree of(Node node, Origin origin) {
    return new Tree(Optional.of(node), origin);
  }

  boolean isThere() {
    return node.isPresent();
  }

  /// The value of a key.
  Tree at(String key) {
    Optional<Node> value =
        node.isPresent() && node.get() instanceof Node.Mapping map
            ? map.get(key)
            : Optional.empty();
    String path = origin.path().isEmpty() ? key : origin.path() + "." + key;
    return new Tree(
        value, new Origin(origin.file(), path, value.map(Node::span).orElse(origin.span())));
  }

  boolean has(String key) {
    return at(key).isThere();
  }

  /// The items of the list at a key.
  List<Tree> each(String key) {
    return at(key).items();
  }

  List<Tree> items() {
    var items = new ArrayList<Tree>();
    if (node.isPresent() && node.get() instanceof Node.Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        Node item = list.items().get(i);
        String path = origin.path() + "[" + i + "]";
        items.add(of(item, new Origin(origin.file(), path, item.span())));
      }
    }
    return items;
  }

  List<String> keys() {
    return node.isPresent() && node.get() instanceof Node.Mapping map
        ? map.entries().stream().map(Node.Entry::key).toList()
        : List.of();
  }

  /// The values of a mapping, in the order of the text.
  List<Tree> values() {
    return keys().stream().map(this::at).toList();
  }

  /// `""` if there is none.
  String text(String key) {
    return at(key).text();
  }

  String text() {
    return node.isPresent() && node.get() instanceof Node.Scalar scalar ? scalar.text() : "";
  }

  List<String> texts(String key) {
    return each(key).stream().map(Tree::text).toList();
  }

  boolean flag(String key) {
    return text(key).equals("true");
  }

  int number(String key, int otherwise) {
    return text(key).matches("[0-9]{1,9}") ? Integer.parseInt(text(key)) : otherwise;
  }

  /// A number that is a mapping around a `value` in some places and bare in others.
  int wrapped(String key, int otherwise) {
    return at(key).has("value") ? at(key).number("value", otherwise) : number(key, otherwise);
  }

  /// Of the typed configuration: `v3.Router` of `type.googleapis.com/envoy.extensions.filters.http.router.v3.Router`.
  boolean isA(String message) {
    return text("@type").endsWith("." + message);
  }
}
