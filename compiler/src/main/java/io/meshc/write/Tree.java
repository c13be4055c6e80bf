package io.meshc.write;

import io.meshc.lower.Output.ObjectEdit;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a translation leaves of a source tree.
///
/// @param files text by path, relative to the output directory, with `/`
/// @param undone edits for which there is no object, or no way to make them in place: to be made by hand
public record Tree(SortedMap<String, String> files, List<ObjectEdit> undone) {
  public Tree {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    undone = List.copyOf(undone);
  }
}
