package io.meshc.rules.linkerd.annotation;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.linkerd.LinkerdWorkloads;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A setting of a proxy has a value that it cannot have. Page, examples, tests: InvalidProxySetting.md, beside this file.
public final class InvalidProxySetting implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC0535", "invalid-proxy-setting", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return LinkerdWorkloads.WITH_PROXY;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    Part annotations = LinkerdWorkloads.annotations(object);
    for (At<String> key : annotations.keys()) {
      Part value = annotations.get(key.value());
      String fault = value.isThere() ? Words.settingFault(key.value(), value.text()) : "";
      if (!fault.isEmpty()) {
        found.say(value, "`" + value.text() + "` is " + fault + ": the annotation is ignored");
      }
    }
  }
}
