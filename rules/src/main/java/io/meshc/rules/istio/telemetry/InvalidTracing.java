package io.meshc.rules.istio.telemetry;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.proxy.Telemetry;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.schema.cel.Syntax;
import java.math.BigDecimal;
import java.util.stream.Stream;

/// Spans or access logs are described by what is none. Page, examples, tests: InvalidTracing.md, beside this file.
public final class InvalidTracing implements ResourceRule<Telemetry> {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  @Override
  public RuleCard card() {
    return new RuleCard("MC0280", "invalid-tracing", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<Telemetry> reads() {
    return Telemetry.class;
  }

  @Override
  public Stream<Finding> check(Telemetry it, Checked input) {
    var found = new Findings(this, it);
    for (Telemetry.Tracing tracing : it.tracing()) {
      Providers.check(tracing.providers(), found);
      if (tracing.randomSamplingPercentage().isPresent()) {
        BigDecimal share = tracing.randomSamplingPercentage().get().value();
        if (share.signum() < 0 || share.compareTo(ALL) > 0) {
          found.say(
              tracing.randomSamplingPercentage().get().origin(),
              "percentage " + share.toPlainString() + " is not in 0 to 100");
        }
      }
      tracing.customTags().forEach((name, tag) -> tag(name, tag, found));
    }
    for (Telemetry.AccessLogging logging : it.accessLogging()) {
      Providers.check(logging.providers(), found);
      logging.filter().ifPresent(filter -> filter(filter, found));
    }
    return found.stream();
  }

  /// A filter without an expression is refused like an empty one.
  private static void filter(Telemetry.Filter filter, Findings found) {
    String text = Written.text(filter.expression());
    String fault = text.isEmpty() ? "it is empty" : Syntax.fault(text);
    if (!fault.isEmpty()) {
      found.say(
          Written.place(filter.expression(), filter.origin()),
          "`" + text + "` is no expression of CEL: " + fault);
    }
  }

  private static void tag(String name, Telemetry.CustomTag tag, Findings found) {
    if (name.isEmpty()) {
      found.say(tag.origin(), "the tag has no name");
    }
    int ways =
        (tag.literal().isPresent() ? 1 : 0)
            + (tag.environment().isPresent() ? 1 : 0)
            + (tag.header().isPresent() ? 1 : 0)
            + (tag.formatter().isPresent() ? 1 : 0);
    if (ways > 1) {
      found.say(tag.origin(), "tag `" + name + "` has its value in " + ways + " ways");
    }
    tag.literal()
        .filter(text -> !Written.says(text.value()))
        .ifPresent(text -> found.say(text.origin(), "tag `" + name + "` has an empty value"));
    tag.formatter()
        .filter(text -> !Written.says(text.value()))
        .ifPresent(text -> found.say(text.origin(), "tag `" + name + "` has an empty format"));
    tag.header()
        .filter(named -> !Written.says(named.name()))
        .ifPresent(named -> found.say(named.origin(), "tag `" + name + "` names no header"));
    tag.environment()
        .filter(named -> !Written.says(named.name()))
        .ifPresent(
            named -> found.say(named.origin(), "tag `" + name + "` names no environment variable"));
  }
}
