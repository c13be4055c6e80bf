package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Reference;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ReferenceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;
import java.util.stream.Stream;

/// An AuthorizationPolicy requires something that is not there, and counts for nothing. Page, examples, tests: MissingAuthentication.md, beside this file.
public final class MissingAuthentication implements ReferenceRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC3601", "missing-authentication", Category.REFERENCE, Severity.WARNING, "0.1");
  }

  private static final Set<String> KINDS = Set.of("MeshTLSAuthentication", "NetworkAuthentication");

  @Override
  public Stream<Finding> check(Reference reference, Checked input) {
    boolean dangles =
        reference.from().kind().equals("AuthorizationPolicy")
            && KINDS.contains(reference.to().kind())
            && reference.state() == Reference.State.MISSING;
    return dangles ? Stream.of(said(reference)) : Stream.empty();
  }

  private Finding said(Reference reference) {
    return at(
            reference.origin(),
            reference.from(),
            "`"
                + reference.to().label()
                + "` is not there, and authorization policy `"
                + reference.from().name()
                + "` counts for nothing")
        .help(
            "Linkerd leaves out a policy that requires something unknown: whom else it names is not"
                + " let in");
  }
}
