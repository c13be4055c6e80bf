package io.meshc.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The parsed resources of one environment, sorted by identity, so that the order of files never shows.
public final class Resources {
  private final List<Resource> all;

  /// By record. Nearly everybody asks for one of these.
  private final Map<Class<?>, List<Resource>> byRecord = new HashMap<>();

  /// What was asked for before: every rule and every front end asks.
  private final Map<Class<?>, List<Resource>> byType = new ConcurrentHashMap<>();

  public Resources(List<? extends Resource> all) {
    this.all = List.copyOf(all);
    for (Resource it : this.all) {
      byRecord.computeIfAbsent(it.getClass(), _ -> new ArrayList<>()).add(it);
    }
  }

  public List<Resource> all() {
    return all;
  }

  /// Those of one type, in the same order.
  @SuppressWarnings("unchecked") // each was asked whether it is one
  public <R extends Resource> List<R> of(Class<R> type) {
    List<Resource> known = byType.get(type);
    if (known == null) {
      known = chosen(type);
      byType.put(type, known);
    }
    return (List<R>) known;
  }

  private List<Resource> chosen(Class<?> type) {
    List<Class<?>> records = byRecord.keySet().stream().filter(type::isAssignableFrom).toList();
    return switch (records.size()) {
      case 0 -> List.of();
      case 1 -> List.copyOf(byRecord.get(records.getFirst()));
      default -> all.stream().filter(type::isInstance).toList();
    };
  }
}
