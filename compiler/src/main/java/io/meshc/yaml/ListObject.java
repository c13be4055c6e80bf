package io.meshc.yaml;

import io.meshc.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A mapping that holds objects: a kind that ends with `List`, and `items`, as kubectl has it.
///
/// @param kind without its `List`; empty for one of any kinds
/// @param version the stated `apiVersion`
/// @param items empty where they are no list
/// @param mistake why they are none
/// @param place of the mistake
record ListObject(
    String kind, Optional<Node> version, List<Node> items, Optional<String> mistake, Span place) {

  /// Empty for any other mapping. A kind of somebody's own may end so and have no items.
  static Optional<ListObject> of(Node.Mapping root) {
    Optional<Node> kind = root.get("kind");
    if (kind.isEmpty()
        || !(kind.get() instanceof Node.Scalar stated)
        || !stated.text().endsWith("List")) {
      return Optional.empty();
    }
    Optional<Node> items = root.get("items").filter(it -> !Scalars.isNull(it));
    boolean any = stated.text().equals("List");
    if (items.isEmpty() && !any) {
      return Optional.empty();
    }
    String of = stated.text().substring(0, stated.text().length() - 4);
    if (items.isPresent() && items.get() instanceof Node.Sequence list) {
      return Optional.of(
          new ListObject(of, root.get("apiVersion"), list.items(), Optional.empty(), list.span()));
    }
    String mistake =
        items
            .map(it -> "`items` of the " + stated.text() + " is " + it.describe() + ", not a list")
            .orElse("the List has no `items`");
    Span place = items.map(Node::span).orElse(stated.span());
    return Optional.of(
        new ListObject(of, root.get("apiVersion"), List.of(), Optional.of(mistake), place));
  }

  /// An item of a list of one kind may leave that kind out: it stands at the list.
  Node.Mapping named(Node.Mapping item) {
    if (kind.isEmpty() || version.isEmpty() || item.get("kind").isPresent()) {
      return item;
    }
    var entries = new ArrayList<Node.Entry>();
    Span start =
        new Span(
            item.span().startLine(),
            item.span().startColumn(),
            item.span().startLine(),
            item.span().startColumn());
    entries.add(new Node.Entry("apiVersion", start, version.get()));
    entries.add(new Node.Entry("kind", start, new Node.Scalar(kind, true, start)));
    item.entries().stream().filter(it -> !it.key().equals("apiVersion")).forEach(entries::add);
    return new Node.Mapping(entries, item.span());
  }
}
