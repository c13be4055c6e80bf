package io.meshc.cli;

import io.meshc.cli.report.Report.Entry;
import io.meshc.diag.CompilerBug;
import io.meshc.diag.Finding;
import io.meshc.rules.Catalog;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.rule.RuleRunner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The findings of all environments: one that the same line causes in several is told once, with their names.
final class Collate {
  private final Map<Finding, List<String>> environments = new LinkedHashMap<>();
  private final Map<String, RuleCard> cards = new HashMap<>();

  void add(Finding finding, String environment) {
    environments.computeIfAbsent(finding, _ -> new ArrayList<>()).add(environment);
  }

  /// What tells one finding from another when lines move.
  private record Field(String rule, Optional<ResourceId> resource, String path) {}

  /// In the order of every list of findings.
  List<Entry> entries() {
    var counts = new HashMap<Field, Integer>();
    return environments.entrySet().stream()
        .sorted((one, other) -> order(one.getKey(), other.getKey()))
        .map(it -> entry(it.getKey(), it.getValue(), counts))
        .toList();
  }

  /// In our own words: the lambdas of `Comparator.comparing` are not in the AOT cache, and cost each run some milliseconds.
  private static int order(Finding one, Finding other) {
    int order = RuleRunner.ORDER.compare(one, other);
    return order == 0 ? one.help().compareTo(other.help()) : order;
  }

  private Entry entry(Finding finding, List<String> environments, Map<Field, Integer> counts) {
    RuleCard card = card(finding);
    var field = new Field(finding.rule(), finding.resource(), finding.origin().path());
    int occurrence = counts.merge(field, 1, Integer::sum) - 1;
    return new Entry(finding, card, environments, occurrence);
  }

  private RuleCard card(Finding finding) {
    RuleCard known = cards.get(finding.rule());
    if (known != null) {
      return known;
    }
    Optional<RuleCard> card = Catalog.card(finding.rule());
    if (card.isEmpty()) {
      throw new CompilerBug(finding.origin(), "rule " + finding.rule() + " is in no catalogue");
    }
    cards.put(finding.rule(), card.get());
    return card.get();
  }
}
