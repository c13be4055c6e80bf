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

/// What Linkerd reads as an annotation is a label, or the other way round. Page, examples, tests: MisplacedMeshLabel.md, beside this file.
public final class MisplacedMeshLabel implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC0536", "misplaced-mesh-label", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return LinkerdWorkloads.WITH_PORTS;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    Part labels = LinkerdWorkloads.metadata(object).get("labels");
    for (At<String> key : labels.keys()) {
      if (key.value().equals("linkerd.io/inject")
          || key.value().startsWith("config.linkerd.io/")
          || key.value().startsWith("config.alpha.linkerd.io/")) {
        found.say(
            key.origin(), "`" + key.value() + "` is a label, and Linkerd reads an annotation");
      }
    }
    Part exported =
        LinkerdWorkloads.metadata(object).get("annotations", "mirror.linkerd.io/exported");
    if (exported.isThere()) {
      found.say(
          exported, "`mirror.linkerd.io/exported` is an annotation, and Linkerd reads a label");
    }
  }
}
