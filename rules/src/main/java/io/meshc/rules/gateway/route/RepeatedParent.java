package io.meshc.rules.gateway.route;

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

/// A route names the same parent twice. Page, examples, tests: RepeatedParent.md, beside this file.
public final class RepeatedParent implements DefinitionRule {

  /// More of them the schema refuses.
  private static final int MOST = 32;

  @Override
  public RuleCard card() {
    return new RuleCard("MC0400", "repeated-parent", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return GatewayKinds.ROUTES;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    List<Part> parents = object.spec().each("parentRefs");
    for (int i = 1; i < Math.min(parents.size(), MOST); i++) {
      for (int j = 0; j < i; j++) {
        if (isSame(parents.get(i), parents.get(j))
            && isRefused(parents.get(i), parents.get(j), input)) {
          found.say(
              parents.get(i),
              "nothing tells this reference to `"
                  + parents.get(i).get("name").text()
                  + "` from another",
              parents.get(j),
              "the other one");
          break;
        }
      }
    }
  }

  private static boolean isSame(Part left, Part right) {
    return group(left).equals(group(right))
        && kind(left).equals(kind(right))
        && left.get("name").text().equals(right.get("name").text())
        && left.get("namespace").text().equals(right.get("namespace").text());
  }

  private static String group(Part parent) {
    return parent.get("group").textOr(GatewayKinds.GROUP);
  }

  private static String kind(Part parent) {
    return parent.get("kind").textOr("Gateway");
  }

  /// By each channel that the cluster may have: the standard one tells references apart by `sectionName` alone, the experimental
  /// one by both fields.
  private static boolean isRefused(Part left, Part right, Checked input) {
    String section = left.get("sectionName").text();
    String other = right.get("sectionName").text();
    long port = left.get("port").wholeOr(0);
    long otherPort = right.get("port").wholeOr(0);
    boolean alike = section.isEmpty() == other.isEmpty();
    boolean bySection = alike && !section.equals(other);
    boolean byBoth =
        alike && (port == 0) == (otherPort == 0) && !(section.equals(other) && port == otherPort);
    return !(bySection && input.documents().mayHave("standard"))
        && !(byBoth && input.documents().mayHave("experimental"));
  }
}
