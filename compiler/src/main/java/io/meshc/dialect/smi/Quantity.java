package io.meshc.dialect.smi;

import io.meshc.diag.Problem;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A weight of TrafficSplit v1alpha1: a Kubernetes quantity such as `1`, `500m` or `0.5`, in thousandths.
final class Quantity {
  private static final Pattern SHAPE = Pattern.compile("\\+?([0-9]{1,9}(?:\\.[0-9]{0,9})?)(m|k?)");

  private Quantity() {}

  static Optional<At<Integer>> read(Fields fields, String field, List<Problem> problems) {
    Optional<Node> node = fields.node(field);
    if (node.isPresent() && node.get() instanceof Node.Scalar scalar) {
      Optional<Integer> value = thousandths(scalar.text());
      if (value.isPresent()) {
        return value.map(it -> At.of(it, fields.origin(field)));
      }
    }
    node.ifPresent(it ->
        problems.add(
            new Problem(
                Problem.Kind.INVALID_VALUE,
                fields.origin(field),
                "field `" + fields.origin(field).path() + "` is no weight such as `1` or `500m`",
                "")));
    return Optional.empty();
  }

  /// Parts of a thousandth are rounded up, as Kubernetes does.
  private static Optional<Integer> thousandths(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int scale =
        switch (matcher.group(2)) {
          case "m" -> 0;
          case "k" -> 6;
          default -> 3;
        };
    BigDecimal value =
        new BigDecimal(matcher.group(1))
            .scaleByPowerOfTen(scale)
            .setScale(0, java.math.RoundingMode.CEILING);
    boolean fits = value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    return fits ? Optional.of(value.intValue()) : Optional.empty();
  }
}
