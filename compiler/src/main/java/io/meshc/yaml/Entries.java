package io.meshc.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// The entries of a mapping while it is read. A key that is written twice is kept twice and
/// reported; one that came by a merge key is replaced without a word, as that is what merge keys
/// are for.
final class Entries {
  private final List<Node.Entry> entries = new ArrayList<>();
  private final Map<String, Node.Entry> written = new HashMap<>();
  private final Set<String> merged = new HashSet<>(0);

  /// From which index on the entries of a key count: those before were replaced.
  private final Map<String, Integer> since = new HashMap<>(0);

  private final BiConsumer<Node.Entry, Node.Entry> onDuplicate;

  Entries(BiConsumer<Node.Entry, Node.Entry> onDuplicate) {
    this.onDuplicate = onDuplicate;
  }

  void add(Node.Entry entry) {
    if (merged.remove(entry.key())) {
      since.put(entry.key(), entries.size());
    }
    Node.Entry first = written.putIfAbsent(entry.key(), entry);
    if (first != null) {
      onDuplicate.accept(first, entry);
    }
    entries.add(entry);
  }

  void merge(Node.Entry entry) {
    boolean known = written.remove(entry.key()) != null;
    if (!merged.add(entry.key()) || known) {
      since.put(entry.key(), entries.size());
    }
    entries.add(entry);
  }

  List<Node.Entry> list() {
    if (since.isEmpty()) {
      return entries;
    }
    var counting = new ArrayList<Node.Entry>();
    for (int i = 0; i < entries.size(); i++) {
      if (since.getOrDefault(entries.get(i).key(), 0) <= i) {
        counting.add(entries.get(i));
      }
    }
    return counting;
  }
}
