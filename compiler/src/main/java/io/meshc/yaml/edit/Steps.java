package io.meshc.yaml.edit;

import io.meshc.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Walks a path of keys and `[0]` indexes through what is written in a document, never through an alias.
final class Steps {
  private static final Pattern INDEX = Pattern.compile("\\[([0-9]{1,9})]");

  private Steps() {}

  static boolean isIndex(String step) {
    return INDEX.matcher(step).matches();
  }

  static Optional<Node> find(Placed placed, List<String> path) {
    Optional<Node> at = Optional.of(placed.document().root());
    for (String step : path) {
      at = at.flatMap(it -> child(placed, it, step));
    }
    return at;
  }

  static Optional<Node> child(Placed placed, Node node, String step) {
    return switch (node) {
      case Node.Mapping map ->
          placed.entry(map, step).filter(it -> !placed.isAliased(it)).map(Node.Entry::value);
      case Node.Sequence list -> index(list, step).flatMap(it -> item(placed, list, it));
      case Node.Scalar _ -> Optional.empty();
    };
  }

  /// The index that a step names, if the list has it.
  static Optional<Integer> index(Node.Sequence list, String step) {
    Matcher matcher = INDEX.matcher(step);
    return matcher.matches()
        ? Optional.of(Integer.valueOf(matcher.group(1))).filter(it -> it < list.items().size())
        : Optional.empty();
  }

  /// An alias stands before the list that it is an item of.
  private static Optional<Node> item(Placed placed, Node.Sequence list, int index) {
    Node item = list.items().get(index);
    int at = placed.start(item.span());
    boolean written = at >= placed.start(list.span()) && !isRepeated(list, index);
    return written ? Optional.of(item) : Optional.empty();
  }

  /// An alias in a list may name an earlier item of it, which is the same node then.
  @SuppressWarnings("ReferenceEquality") // two items may be equal, an alias is the same
  private static boolean isRepeated(Node.Sequence list, int index) {
    return list.items().subList(0, index).stream().anyMatch(it -> it == list.items().get(index));
  }
}
