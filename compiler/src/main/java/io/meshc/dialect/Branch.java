package io.meshc.dialect;

import io.meshc.source.At;
import io.meshc.source.Span;
import io.meshc.yaml.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Builds a mapping in the order of the calls. What is empty is left out, but for [#map].
public final class Branch {
  private final List<Node.Entry> entries = new ArrayList<>();

  public static Node.Mapping object(String apiVersion, Meta meta, Node.Mapping spec) {
    return new Branch()
        .text("apiVersion", apiVersion)
        .text("kind", meta.id().kind())
        .map("metadata", metadata(meta))
        .map("spec", spec)
        .node();
  }

  private static Node.Mapping metadata(Meta meta) {
    Branch name = new Branch().text("name", meta.name());
    if (!meta.namespace().isEmpty()) {
      name.text("namespace", meta.namespace());
    }
    return name.texts("labels", meta.labels()).texts("annotations", meta.annotations()).node();
  }

  public Branch text(String key, String value) {
    return put(key, scalar(value));
  }

  public Branch text(String key, Optional<? extends At<?>> value) {
    value.ifPresent(it -> text(key, String.valueOf(it.value())));
    return this;
  }

  public Branch number(String key, Optional<? extends At<? extends Number>> value) {
    value.ifPresent(it -> put(key, plain(it.value())));
    return this;
  }

  public Branch numbers(String key, List<At<Long>> values) {
    return list(key, values.stream().<Node>map(it -> plain(it.value())).toList());
  }

  public Branch numbers(String key, Map<String, At<Long>> values) {
    var below = new Branch();
    new TreeMap<>(values).forEach((name, value) -> below.put(name, plain(value.value())));
    return values.isEmpty() ? this : map(key, below.node());
  }

  public Branch flag(String key, boolean value) {
    return put(key, plain(value));
  }

  public Branch flag(String key, Optional<At<Boolean>> value) {
    value.ifPresent(it -> flag(key, it.value()));
    return this;
  }

  /// A value that is not ours to look into.
  public Branch value(String key, Optional<At<Node>> value) {
    value.ifPresent(it -> put(key, it.value()));
    return this;
  }

  public <T> Branch object(String key, Optional<T> value, Function<T, Node.Mapping> render) {
    value.ifPresent(it -> map(key, render.apply(it)));
    return this;
  }

  public <T> Branch objects(String key, List<T> values, Function<T, Node.Mapping> render) {
    return list(key, values.stream().map(render).toList());
  }

  public <T> Branch objects(String key, Map<String, T> values, Function<T, Node.Mapping> render) {
    var below = new Branch();
    new TreeMap<>(values).forEach((name, value) -> below.map(name, render.apply(value)));
    return values.isEmpty() ? this : map(key, below.node());
  }

  public Branch texts(String key, List<At<String>> values) {
    return list(key, values.stream().<Node>map(it -> scalar(it.value())).toList());
  }

  public Branch texts(String key, Map<String, At<String>> values) {
    var below = new Branch();
    new TreeMap<>(values).forEach((name, value) -> below.text(name, value.value()));
    return values.isEmpty() ? this : map(key, below.node());
  }

  public Branch list(String key, Collection<? extends Node> items) {
    return items.isEmpty()
        ? this
        : put(key, new Node.Sequence(List.copyOf(items), Span.FILE_START));
  }

  public Branch map(String key, Node.Mapping value) {
    return put(key, value);
  }

  public Branch unlessEmpty(String key, Node.Mapping value) {
    return value.entries().isEmpty() ? this : put(key, value);
  }

  public Node.Mapping node() {
    return new Node.Mapping(entries, Span.FILE_START);
  }

  /// A string, whatever it looks like: whoever emits it sees to the quotes.
  private static Node.Scalar scalar(String text) {
    return new Node.Scalar(text, true, Span.FILE_START);
  }

  private static Node.Scalar plain(Object value) {
    return new Node.Scalar(String.valueOf(value), false, Span.FILE_START);
  }

  private Branch put(String key, Node value) {
    entries.add(new Node.Entry(key, Span.FILE_START, value));
    return this;
  }
}
