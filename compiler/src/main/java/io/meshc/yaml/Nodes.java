package io.meshc.yaml;

import io.meshc.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Makes nodes that stand in no file, for what meshc writes: `Nodes.map().put("kind", "Service").put("port", 80).build()`.
/// Entries keep the order in which they are put.
public final class Nodes {
  private final List<Node.Entry> entries = new ArrayList<>();

  private Nodes() {}

  /// An empty mapping to fill.
  public static Nodes map() {
    return new Nodes();
  }

  public Node.Mapping build() {
    return new Node.Mapping(entries, Span.FILE_START);
  }

  public Nodes put(String key, String value) {
    return put(key, text(value));
  }

  public Nodes put(String key, long value) {
    return put(key, number(value));
  }

  public Nodes put(String key, boolean value) {
    return put(key, bool(value));
  }

  public Nodes put(String key, Node value) {
    entries.add(new Node.Entry(key, Span.FILE_START, value));
    return this;
  }

  public Nodes put(String key, Nodes value) {
    return put(key, value.build());
  }

  /// Nothing where there is no value.
  public Nodes putIfPresent(String key, Optional<? extends Node> value) {
    value.ifPresent(it -> put(key, it));
    return this;
  }

  /// Nothing where there is no value: `putIfPresent("host", host, Nodes::text)`.
  public <T> Nodes putIfPresent(
      String key, Optional<T> value, Function<? super T, ? extends Node> as) {
    value.ifPresent(it -> put(key, as.apply(it)));
    return this;
  }

  /// Nothing where there is no value.
  public Nodes putNumber(String key, Optional<Integer> value) {
    value.ifPresent(it -> put(key, it));
    return this;
  }

  /// Nothing where the list is empty.
  public Nodes putList(String key, List<? extends Node> items) {
    return items.isEmpty() ? this : put(key, list(items));
  }

  /// Nothing where the list is empty: `putList("hosts", hosts, Nodes::text)`.
  public <T> Nodes putList(
      String key, List<? extends T> items, Function<? super T, ? extends Node> as) {
    return putList(key, items.stream().map(as).toList());
  }

  /// Nothing where the mapping is empty.
  public Nodes putTexts(String key, Map<String, String> texts) {
    return texts.isEmpty() ? this : put(key, texts(texts));
  }

  /// All entries of another mapping.
  public Nodes putAll(Node.Mapping other) {
    other.entries().forEach(it -> put(it.key(), it.value()));
    return this;
  }

  /// A string, whatever it looks like.
  public static Node.Scalar text(String value) {
    return new Node.Scalar(value, true, Span.FILE_START);
  }

  public static Node.Scalar number(long value) {
    return new Node.Scalar(Long.toString(value), false, Span.FILE_START);
  }

  public static Node.Scalar bool(boolean value) {
    return new Node.Scalar(Boolean.toString(value), false, Span.FILE_START);
  }

  public static Node.Sequence list(List<? extends Node> items) {
    return new Node.Sequence(List.copyOf(items), Span.FILE_START);
  }

  public static Node.Sequence texts(List<String> items) {
    return list(items.stream().map(Nodes::text).toList());
  }

  public static Node.Mapping texts(Map<String, String> entries) {
    var map = map();
    entries.forEach(map::put);
    return map.build();
  }
}
