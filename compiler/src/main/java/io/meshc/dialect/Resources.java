package io.meshc.dialect;

import java.util.List;

/// The parsed resources of one environment, sorted by identity, so that the order of files never shows.
public record Resources(List<Resource> all) {
  public Resources {
    all = List.copyOf(all);
  }

  public <R extends Resource> List<R> of(Class<R> type) {
    return all.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
