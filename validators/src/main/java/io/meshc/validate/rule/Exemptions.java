package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.validate.rule.Suppressions.Suppressed;
import io.meshc.validate.rule.suppression.Suppression;
import java.util.ArrayList;
import java.util.List;

/// The exemptions of a project, and which of them were of use in the environments so far. They come after [Suppressions]: what
/// a file silences itself counts for both.
public final class Exemptions {
  private final List<Exemption> all;
  private final List<Rule> catalog;
  private final boolean[] used;

  public Exemptions(List<Exemption> all, List<Rule> catalog) {
    this.all = List.copyOf(all);
    this.catalog = catalog;
    this.used = new boolean[all.size()];
  }

  /// @param judged one environment
  public Suppressed apply(Suppressed judged) {
    if (all.isEmpty()) {
      return judged;
    }
    judged.suppressed().forEach(this::isExempt);
    var kept = new ArrayList<Finding>();
    var suppressed = new ArrayList<>(judged.suppressed());
    for (Finding finding : judged.kept()) {
      (isExempt(finding) ? suppressed : kept).add(finding);
    }
    suppressed.sort(RuleRunner.ORDER);
    return new Suppressed(kept, suppressed);
  }

  /// What is wrong with exemptions that took nothing out of any environment.
  public List<Finding> unused() {
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < used.length; i++) {
      if (!used[i]) {
        Exemption it = all.get(i);
        var idle = new Suppression(it.origin(), it.word(), "", it.origin().span());
        Suppressions.said(idle, it.rules(), catalog).forEach(findings::add);
      }
    }
    return findings;
  }

  private boolean isExempt(Finding finding) {
    boolean exempt = false;
    for (int i = 0; i < used.length; i++) {
      if (all.get(i).takes(finding)) {
        used[i] = true;
        exempt = true;
      }
    }
    return exempt;
  }
}
