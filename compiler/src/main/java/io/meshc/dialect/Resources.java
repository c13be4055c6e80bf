package io.meshc.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The parsed resources of one environment, sorted by identity, so that the order of files never shows.
public final class Resources {
  private final List<Resource> all;

  /// What was asked for before: every rule and every front end asks.
  private final Map<Class<?>, List<Resource>> byType = new ConcurrentHashMap<>();

  public Resources(List<? extends Resource> all) {
    this.all = List.copyOf(all);
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
    var chosen = new ArrayList<Resource>();
    for (Resource it : all) {
      if (type.isInstance(it)) {
        chosen.add(it);
      }
    }
    return List.copyOf(chosen);
  }
}
