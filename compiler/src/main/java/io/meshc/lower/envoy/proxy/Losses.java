package io.meshc.lower.envoy.proxy;

import io.meshc.lower.Loss;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is lost on the way, each once: many proxies may lose the same.
public final class Losses {
  private final Set<Loss> all = new LinkedHashSet<>();

  public void add(Loss loss) {
    all.add(loss);
  }

  public void addAll(List<Loss> losses) {
    all.addAll(losses);
  }

  /// By the place that they speak of, whatever proxy came first.
  public List<Loss> list() {
    return all.stream()
        .sorted((a, b) -> {
          int order = a.origin().compareTo(b.origin());
          order = order != 0 ? order : a.feature().compareTo(b.feature());
          order = order != 0 ? order : a.effect().compareTo(b.effect());
          return order != 0 ? order : a.message().compareTo(b.message());
        })
        .toList();
  }
}
