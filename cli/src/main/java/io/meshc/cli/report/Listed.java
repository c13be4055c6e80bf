package io.meshc.cli.report;

import io.meshc.cli.report.Report.Entry;
import io.meshc.diag.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The findings that a report names one by one. A file that was generated wrongly has the same mistake a hundred thousand times:
/// of one rule in one file the first ones are enough, and how many more there are.
///
/// @param more what is left out, in the order of the files
record Listed(List<Entry> entries, List<More> more) {
  /// For people, who stop reading long before.
  static final int TO_READ = 100;

  /// For programs.
  static final int TO_PARSE = 1_000;

  Listed {
    entries = List.copyOf(entries);
    more = List.copyOf(more);
  }

  /// @param last the last of them that is listed
  record More(Entry last, int count) {
    /// `and 3 more of MC0004 unknown-field in shop.yaml`
    String words() {
      Finding finding = last.finding();
      String where = finding.origin().isWritten() ? " in " + finding.origin().file() : "";
      return "and " + count + " more of " + finding.rule() + " " + last.card().name() + where;
    }
  }

  /// @param most how many of one rule in one file
  static Listed of(Report report, int most) {
    if (report.entries().size() <= most) {
      return new Listed(report.entries(), List.of());
    }
    var counts = new HashMap<String, Integer>();
    var listed = new ArrayList<Entry>();
    Map<String, More> more = new LinkedHashMap<>();
    for (Entry entry : report.entries()) {
      String crowd = entry.finding().rule() + " " + entry.finding().origin().file();
      int count = counts.merge(crowd, 1, Integer::sum);
      if (count <= most) {
        listed.add(entry);
      }
      if (count == most) {
        more.put(crowd, new More(entry, 0));
      } else if (count > most) {
        more.computeIfPresent(crowd, (_, it) -> new More(it.last(), it.count() + 1));
      }
    }
    return new Listed(listed, more.values().stream().filter(it -> it.count() > 0).toList());
  }

  int leftOut() {
    return more.stream().mapToInt(More::count).sum();
  }
}
