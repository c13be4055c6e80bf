package io.meshc.rules.portability;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.TrafficSplit;
import io.meshc.rules.linkerd.Linkerd;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Weights of a TrafficSplit v1alpha1 whose shares change when a server converts them. Page, examples, tests: WeightDigits.md, beside this file.
public final class WeightDigits implements ResourceRule<TrafficSplit> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC4011", "weight-digits", Category.PORTABILITY, Severity.WARNING, "0.1");
  }

  @Override
  public Class<TrafficSplit> reads() {
    return TrafficSplit.class;
  }

  @Override
  public Stream<Finding> check(TrafficSplit split, Checked input) {
    boolean converts =
        split.meta().version().equals("v1alpha1")
            && OpenServiceMesh.shown(input).isEmpty()
            // its CRD has v1alpha1 for its own version, and no conversion
            && Linkerd.alone(input).isEmpty();
    List<TrafficSplit.Backend> backends =
        converts ? split.backends().stream().map(At::value).toList() : List.of();
    boolean changes =
        backends.stream().anyMatch(one -> backends.stream().anyMatch(it -> !keepsShares(one, it)));
    return changes ? Stream.of(said(split, backends)) : Stream.empty();
  }

  /// Whether the digits stand in the same proportion as the weights. Without a unit that they share, they do not.
  private static boolean keepsShares(TrafficSplit.Backend one, TrafficSplit.Backend other) {
    return new BigDecimal(digits(one))
            .multiply(other.weight().value().exact())
            .compareTo(new BigDecimal(digits(other)).multiply(one.weight().value().exact()))
        == 0;
  }

  /// What the conversion keeps of a quantity: its digits, without point and suffix.
  private static BigInteger digits(TrafficSplit.Backend backend) {
    var digits = new StringBuilder("0");
    for (char c : backend.written().toCharArray()) {
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c != '.' && c != '+') {
        break;
      }
    }
    return new BigInteger(digits.toString());
  }

  private Finding said(TrafficSplit split, List<TrafficSplit.Backend> backends) {
    String written =
        backends.stream().map(TrafficSplit.Backend::written).collect(Collectors.joining(" : "));
    String converted =
        backends.stream().map(it -> digits(it).toString()).collect(Collectors.joining(" : "));
    return at(
            backends.getFirst().weight().origin(),
            split.meta().id(),
            "weights `"
                + written
                + "` become `"
                + converted
                + "` where v1alpha1 is converted to a later version")
        .help("write v1alpha2, with whole numbers");
  }
}
