package io.meshc.rules.gateway.policy;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DefinitionRule;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A BackendTLSPolicy names the same target twice. Page, examples, tests: RepeatedPolicyTarget.md, beside this file.
public final class RepeatedPolicyTarget implements DefinitionRule {

  private static final Kind BACKEND_TLS = new Kind(GatewayKinds.GROUP, "BackendTLSPolicy");

  /// More of them the schema refuses.
  private static final int MOST = 16;

  @Override
  public RuleCard card() {
    return new RuleCard("MC0430", "repeated-policy-target", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(BACKEND_TLS);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    List<Part> targets = object.spec().each("targetRefs");
    for (int i = 1; i < Math.min(targets.size(), MOST); i++) {
      for (int j = 0; j < i; j++) {
        if (isSame(targets.get(i), targets.get(j)) && isRefused(targets.get(i), targets.get(j))) {
          found.say(
              targets.get(i),
              "nothing tells this reference to `"
                  + targets.get(i).get("name").text()
                  + "` from another",
              targets.get(j),
              "the other one");
          break;
        }
      }
    }
  }

  private static boolean isSame(Part left, Part right) {
    return left.get("group").text().equals(right.get("group").text())
        && left.get("kind").text().equals(right.get("kind").text())
        && left.get("name").text().equals(right.get("name").text());
  }

  private static boolean isRefused(Part left, Part right) {
    String section = left.get("sectionName").text();
    String other = right.get("sectionName").text();
    return section.isEmpty() || other.isEmpty() || section.equals(other);
  }
}
