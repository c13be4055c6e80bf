package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A field of another version of an SMI kind. Page, examples, tests: OtherVersionField.md, beside this file.
public final class OtherVersionField implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0013", "other-version-field", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    return input.problems(Problem.Kind.UNKNOWN_FIELD).stream()
        .flatMap(it -> SmiVersions.instead(it, input).map(instead -> said(it, instead)).stream());
  }

  private Finding said(Problem unknown, String instead) {
    String message = "field `" + unknown.origin().path() + "` is of another version: " + instead;
    return at(unknown.origin(), unknown.resource(), message);
  }
}
