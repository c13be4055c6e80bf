package io.meshc.yaml;

import io.meshc.source.Span;
import java.util.List;
import java.util.Optional;

/// A value in a document, and where it stands. Anchors and aliases are resolved: an alias is the node it names.
public sealed interface Node {

  /// Where the value stands, without its key.
  Span span();

  /// Text as it was written.
  ///
  /// @param text after unescaping and folding
  /// @param quoted it stood in quotes or in a block scalar, so it is a string whatever it looks like
  record Scalar(String text, boolean quoted, Span span) implements Node {}

  record Sequence(List<Node> items, Span span) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// @param entries in the order of the text; a key that stands twice is in here twice
  record Mapping(List<Entry> entries, Span span) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /// The value of a key. Of a key that stands twice the last one counts, as in Kubernetes.
    public Optional<Node> get(String key) {
      return entry(key).map(Entry::value);
    }

    public Optional<Span> keySpan(String key) {
      return entry(key).map(Entry::keySpan);
    }

    /// A plain loop: every field of every object is looked up by it.
    private Optional<Entry> entry(String key) {
      for (int i = entries.size() - 1; i >= 0; i--) {
        if (entries.get(i).key().equals(key)) {
          return Optional.of(entries.get(i));
        }
      }
      return Optional.empty();
    }
  }

  /// @param keySpan where the key stands
  record Entry(String key, Span keySpan, Node value) {}

  /// `a string`, `a list`: what a user calls this value.
  default String describe() {
    return switch (this) {
      case Scalar scalar -> Scalars.kind(scalar).described();
      case Sequence _ -> "a list";
      case Mapping _ -> "a mapping";
    };
  }
}
