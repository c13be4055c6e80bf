package io.meshc.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The entries of a mapping while it is read. A key that is written twice is kept twice and
/// reported; one that came by a merge key is replaced without a word, as that is what merge keys
/// are for.
final class Entries {
  /// Up to here a look at each entry is faster than an index.
  private static final int FEW = 16;

  private final List<Node.Entry> entries = new ArrayList<>();

  /// By key, the first entry that is written. Only kept where there are many entries, or a merge key.
  private final Map<String, Node.Entry> written = new HashMap<>(0);

  /// The keys that came by a merge key and are not written.
  private final Set<String> merged = new HashSet<>(0);

  /// From which index on the entries of a key count: those before were replaced.
  private final Map<String, Integer> since = new HashMap<>(0);

  private boolean indexed;

  private final BiConsumer<Node.Entry, Node.Entry> onDuplicate;

  Entries(BiConsumer<Node.Entry, Node.Entry> onDuplicate) {
    this.onDuplicate = onDuplicate;
  }

  void add(Node.Entry entry) {
    Node.Entry first = indexed || entries.size() >= FEW ? indexed(entry) : sameAmongFew(entry);
    if (first != null) {
      onDuplicate.accept(first, entry);
    }
    entries.add(entry);
  }

  private Node.@Nullable Entry sameAmongFew(Node.Entry entry) {
    for (Node.Entry it : entries) {
      if (it.key().equals(entry.key())) {
        return it;
      }
    }
    return null;
  }

  private Node.@Nullable Entry indexed(Node.Entry entry) {
    index();
    if (merged.remove(entry.key())) {
      since.put(entry.key(), entries.size());
    }
    return written.putIfAbsent(entry.key(), entry);
  }

  private void index() {
    if (!indexed) {
      entries.forEach(it -> written.putIfAbsent(it.key(), it));
      indexed = true;
    }
  }

  void merge(Node.Entry entry) {
    index();
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
