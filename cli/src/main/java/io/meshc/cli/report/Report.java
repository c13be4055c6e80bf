package io.meshc.cli.report;

import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.validate.rule.Rule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;

/// What `lint` has to say.
///
/// @param entries in the order of the files
/// @param rules the catalogue, for what formats tell of the rules that found something; not copied, as most formats do not look
public record Report(List<Entry> entries, Summary summary, List<Rule> rules, Texts texts) {
  public Report {
    entries = List.copyOf(entries);
  }

  /// A finding, once, however many environments have it.
  ///
  /// @param environments never empty
  /// @param occurrence which one it is of those that the same rule has at the same field of the same resource, from 0
  public record Entry(Finding finding, RuleCard card, List<String> environments, int occurrence) {
    public Entry {
      environments = List.copyOf(environments);
    }
  }

  /// @param documents that were understood as objects
  /// @param suppressed findings that their authors took out
  /// @param baseline findings that the baseline holds
  /// @param unchanged findings on lines that did not change, where only changes were asked for
  /// @param unknown references to what the input does not hold, and need not
  /// @param skipped what was not read on purpose, a line each
  /// @param incomplete whether something that belongs to it could not be read
  public record Summary(
      int files,
      int documents,
      int suppressed,
      int baseline,
      int unchanged,
      int unknown,
      List<String> skipped,
      boolean incomplete) {
    public Summary {
      skipped = List.copyOf(skipped);
    }
  }

  public long count(Severity severity) {
    return entries.stream().filter(it -> it.finding().severity() == severity).count();
  }
}
