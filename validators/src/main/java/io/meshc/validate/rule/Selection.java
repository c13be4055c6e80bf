package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which rules the user wants to hear: `--select` and `--ignore`. Applied to findings after [Suppressions], so that a
/// suppression of a rule that is not selected does not count as unused.
///
/// @param selected ids; empty for all rules, those of no catalogue too
/// @param ignored ids; goes before `selected`
/// @param errors the words that name no rule, each as a message
public record Selection(Optional<Set<String>> selected, Set<String> ignored, List<String> errors) {
  public static final Selection ALL = new Selection(Optional.empty(), Set.of(), List.of());

  public Selection {
    selected = selected.map(Set::copyOf);
    ignored = Set.copyOf(ignored);
    errors = List.copyOf(errors);
  }

  /// @param select ids, names, aliases, categories or `*`; empty for everything
  /// @param ignore the same
  public static Selection of(List<Rule> catalog, List<String> select, List<String> ignore) {
    if (select.isEmpty() && ignore.isEmpty()) {
      return ALL;
    }
    var names = RuleNames.of(catalog);
    var errors = new ArrayList<String>();
    Set<String> selected = ids(names, select, errors);
    Set<String> ignored = ids(names, ignore, errors);
    return new Selection(
        select.isEmpty() ? Optional.empty() : Optional.of(selected), ignored, errors);
  }

  public boolean keeps(Finding finding) {
    return keeps(finding.rule());
  }

  /// @param id of a rule
  public boolean keeps(String id) {
    return selected.map(it -> it.contains(id)).orElse(true) && !ignored.contains(id);
  }

  public List<Finding> filter(List<Finding> findings) {
    return findings.stream().filter(this::keeps).toList();
  }

  private static Set<String> ids(RuleNames names, List<String> words, List<String> errors) {
    var ids = new HashSet<String>();
    for (String word : words) {
      Set<String> named = names.ids(word);
      if (named.isEmpty()) {
        String near = names.nearest(word).map(it -> "; did you mean `" + it + "`?").orElse("");
        errors.add("`" + word + "` names no rule, alias or category" + near);
      }
      ids.addAll(named);
    }
    return ids;
  }
}
