package io.meshc.dialect.smi;

import io.meshc.diag.Problem;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A weight of TrafficSplit v1alpha1: a Kubernetes quantity such as `1`, `500m`, `0.5`, `2Ki` or `1e3`, by its value.
///
/// Source: `resource.Quantity` of Kubernetes' apimachinery. Parts of a billionth are rounded up, and nothing is larger than
/// 2^63 - 1.
final class Quantity {
  private static final Pattern SHAPE =
      Pattern.compile(
          "([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+))(?:[eE]([+-]?[0-9]{1,4})|([a-zA-Z]{0,2}))");

  /// Longer numbers are no weights; reading them would take time for nothing.
  private static final int LONGEST = 60;

  private static final int NANO = 9;
  private static final String NONE_SUCH = "no weight such as `1` or `500m`";
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

  private static final Map<String, BigDecimal> FACTORS =
      Map.ofEntries(
          Map.entry("", BigDecimal.ONE),
          Map.entry("n", BigDecimal.ONE.movePointLeft(NANO)),
          Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
          Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
          Map.entry("k", BigDecimal.ONE.movePointRight(3)),
          Map.entry("M", BigDecimal.ONE.movePointRight(6)),
          Map.entry("G", BigDecimal.ONE.movePointRight(9)),
          Map.entry("T", BigDecimal.ONE.movePointRight(12)),
          Map.entry("P", BigDecimal.ONE.movePointRight(15)),
          Map.entry("E", BigDecimal.ONE.movePointRight(18)),
          Map.entry("Ki", KIBI),
          Map.entry("Mi", KIBI.pow(2)),
          Map.entry("Gi", KIBI.pow(3)),
          Map.entry("Ti", KIBI.pow(4)),
          Map.entry("Pi", KIBI.pow(5)),
          Map.entry("Ei", KIBI.pow(6)));

  private Quantity() {}

  /// Empty with a problem for what is none, or is too large for one.
  static Optional<At<Weight>> read(Fields fields, String field, List<Problem> problems) {
    Optional<Node> node = fields.node(field);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Origin origin = fields.origin(field);
    if (!(node.get() instanceof Node.Scalar scalar)) {
      wrong(origin, NONE_SUCH, problems);
      return Optional.empty();
    }
    // A number without quotes is what YAML says it is, `0x10` too.
    OptionalInt number = Scalars.integer(scalar);
    if (number.isPresent()) {
      return Optional.of(At.of(Weight.of(number.getAsInt()), origin));
    }
    Optional<BigDecimal> value = value(scalar.text());
    if (value.isEmpty()) {
      wrong(origin, NONE_SUCH, problems);
    } else if (value.get().abs().compareTo(LARGEST) > 0) {
      wrong(origin, "larger than any quantity", problems);
      value = Optional.empty();
    }
    return value.map(it -> At.of(Weight.of(it), origin));
  }

  private static void wrong(Origin origin, String what, List<Problem> problems) {
    problems.add(
        new Problem(
            Problem.Kind.INVALID_VALUE, origin, "field `" + origin.path() + "` is " + what, ""));
  }

  static Optional<BigDecimal> value(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (text.length() > LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    var number = new BigDecimal(matcher.group(1));
    if (matcher.group(2) != null) {
      return Optional.of(rounded(number.scaleByPowerOfTen(Integer.parseInt(matcher.group(2)))));
    }
    return Optional.ofNullable(FACTORS.get(matcher.group(3)))
        .map(it -> rounded(number.multiply(it)));
  }

  private static BigDecimal rounded(BigDecimal value) {
    BigDecimal exact = value.scale() > NANO ? value.setScale(NANO, RoundingMode.UP) : value;
    return exact.stripTrailingZeros();
  }

  /// The shortest text of this value without a decimal point.
  static String text(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() <= 0) {
      return plain.toBigInteger().toString();
    }
    if (plain.scale() <= 3) {
      return plain.movePointRight(3).toBigInteger() + "m";
    }
    return plain.scale() <= 6
        ? plain.movePointRight(6).toBigInteger() + "u"
        : plain.movePointRight(NANO).toBigInteger() + "n";
  }
}
