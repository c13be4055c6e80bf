package io.meshc.dialect.linkerd;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All of it holds for what is selected; an empty one selects everything.
public record LabelSelector(
    Map<String, At<String>> matchLabels, List<Expression> matchExpressions, Origin origin) {
  public LabelSelector {
    matchLabels = Map.copyOf(matchLabels);
    matchExpressions = List.copyOf(matchExpressions);
  }

  /// @param operator `In`, `NotIn`, `Exists` or `DoesNotExist`
  public record Expression(
      Optional<At<String>> key,
      Optional<At<String>> operator,
      List<At<String>> values,
      Origin origin) {
    public Expression {
      values = List.copyOf(values);
    }
  }
}
