package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.source.Origin;
import java.util.Set;
import java.util.function.Predicate;

/// What a project decided not to be told, outside of the files that it is about.
///
/// @param origin where the decision stands
/// @param word by which it names rules, as it was written
/// @param rules the ids of those rules
/// @param reaches whether a finding stands where it is meant, whichever rule it is of
public record Exemption(Origin origin, String word, Set<String> rules, Predicate<Finding> reaches) {
  public Exemption {
    rules = Set.copyOf(rules);
  }

  boolean takes(Finding finding) {
    return rules.contains(finding.rule()) && reaches.test(finding);
  }
}
