package io.meshc.lower;

import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Node;
import java.util.List;
import java.util.stream.Collectors;

/// What a translation changes in the repo.
///
/// @param created new objects
/// @param edits exact changes of Kubernetes objects, which otherwise keep their bytes
/// @param replaced the source's own objects, which the output no longer holds
/// @param files of a target that is no dialect of Kubernetes: then they are all that is written
public record Output(
    List<Created> created,
    List<ObjectEdit> edits,
    java.util.Set<ResourceId> replaced,
    List<Made> files) {
  public Output {
    files = List.copyOf(files);
    created = List.copyOf(created);
    edits = List.copyOf(edits);
    replaced = java.util.Set.copyOf(replaced);
  }

  public Output(List<Created> created, List<ObjectEdit> edits, java.util.Set<ResourceId> replaced) {
    this(created, edits, replaced, List.of());
  }

  public static final Output NONE = new Output(List.of(), List.of(), java.util.Set.of());

  public static Output of(List<Created> created) {
    return new Output(created, List.of(), java.util.Set.of());
  }

  public static Output edits(List<? extends ObjectEdit> edits) {
    return new Output(List.of(), List.copyOf(edits), java.util.Set.of());
  }

  public static Output files(List<Made> files) {
    return new Output(List.of(), List.of(), java.util.Set.of(), files);
  }

  /// All of several; an edit that two ask for is in it once.
  public static Output join(List<Output> all) {
    return new Output(
        all.stream().flatMap(it -> it.created().stream()).toList(),
        all.stream().flatMap(it -> it.edits().stream()).distinct().toList(),
        all.stream().flatMap(it -> it.replaced().stream()).collect(Collectors.toSet()),
        all.stream().flatMap(it -> it.files().stream()).toList());
  }

  /// @param path below the output directory
  /// @param json in the place of YAML
  public record Made(String path, Node.Mapping node, boolean json) {}

  /// @param node the whole object
  /// @param from the lines of the source that ask for it, the first one being the main one
  public record Created(ResourceId id, Node.Mapping node, List<Origin> from) {
    public Created {
      from = List.copyOf(from);
    }
  }

  /// One change of one object.
  ///
  /// @param path the keys from the top; `[0]` is an index
  public sealed interface ObjectEdit {
    ResourceId object();

    List<String> path();

    String because();

    /// Adds or replaces a text value.
    record Set(ResourceId object, List<String> path, String value, String because)
        implements ObjectEdit {}

    /// Removes an entry, and its parent if nothing is left in it.
    record Remove(ResourceId object, List<String> path, String because) implements ObjectEdit {}
  }
}
