package io.meshc.model.server;

import java.util.List;

/// Some port numbers.
public record Ports(List<Range> ranges) {
  public static final Ports NONE = new Ports(List.of());

  public Ports {
    ranges = List.copyOf(ranges);
  }

  public record Range(int from, int to) {}

  public boolean holds(int port) {
    return ranges.stream().anyMatch(it -> it.from() <= port && port <= it.to());
  }
}
