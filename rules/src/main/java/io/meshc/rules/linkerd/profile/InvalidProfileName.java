package io.meshc.rules.linkerd.profile;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DnsText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A ServiceProfile has the name of no service. Page, examples, tests: InvalidProfileName.md, beside this file.
public final class InvalidProfileName implements DocumentRule {

  private static final int MOST = 253;

  @Override
  public RuleCard card() {
    return new RuleCard("MC0470", "invalid-profile-name", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(new Kind("linkerd.io", "ServiceProfile"));
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    Part name = object.root().get("metadata", "name");
    if (name.isThere() && (name.text().length() > MOST || !DnsText.isName(name.text()))) {
      found.say(name, "`" + name.text() + "` is no name of DNS");
    }
  }
}
