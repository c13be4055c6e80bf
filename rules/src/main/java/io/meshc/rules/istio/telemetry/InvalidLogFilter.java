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
import java.util.stream.Stream;

/// A filter of access logs is no expression, or a tag has no name. Page, examples, tests: InvalidLogFilter.md, beside this file.
public final class InvalidLogFilter implements ResourceRule<Telemetry> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0280", "invalid-log-filter", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<Telemetry> reads() {
    return Telemetry.class;
  }

  @Override
  public Stream<Finding> check(Telemetry it, Checked input) {
    var found = new Findings(this, it);
    for (Telemetry.AccessLogging logging : it.accessLogging()) {
      logging.filter().ifPresent(filter -> filter(filter, found));
    }
    for (Telemetry.Tracing tracing : it.tracing()) {
      Telemetry.CustomTag nameless = tracing.customTags().get("");
      if (nameless != null) {
        found.say(nameless.origin(), "the tag has no name");
      }
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
}
