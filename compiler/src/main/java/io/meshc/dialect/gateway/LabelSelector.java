package io.meshc.dialect.gateway;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which objects, by their labels: all of what is there. Nothing is every object.
public record LabelSelector(
    Map<String, At<String>> matchLabels, List<Requirement> matchExpressions, Origin origin) {
  public LabelSelector {
    matchLabels = Map.copyOf(matchLabels);
    matchExpressions = List.copyOf(matchExpressions);
  }

  /// @param operator `In`, `NotIn`, `Exists` or `DoesNotExist`
  public record Requirement(
      Optional<At<String>> key,
      Optional<At<String>> operator,
      List<At<String>> values,
      Origin origin) {
    public Requirement {
      values = List.copyOf(values);
    }
  }
}
