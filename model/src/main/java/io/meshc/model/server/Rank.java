package io.meshc.model.server;

import java.util.List;

/// How specific a match is. The greater goes first; what counts more stands further left.
public record Rank(List<Integer> weights) implements Comparable<Rank> {
  public Rank {
    weights = List.copyOf(weights);
  }

  @Override
  public int compareTo(Rank other) {
    for (int i = 0; i < Math.max(weights.size(), other.weights.size()); i++) {
      int order = Integer.compare(at(i), other.at(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int at(int i) {
    return i < weights.size() ? weights.get(i) : 0;
  }
}
