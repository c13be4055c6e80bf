package io.meshc.cli.baseline;

import io.meshc.cli.report.Fingerprint;
import io.meshc.cli.report.Report.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The findings of an earlier run.
///
/// @param known each fingerprint once
public record Baseline(List<Known> known) {
  public static final Baseline NONE = new Baseline(List.of());

  public Baseline {
    known = List.copyOf(known);
  }

  /// A finding that is there `count` times. All but the fingerprint and the count is for those who read the file.
  ///
  /// @param file from the directory of the baseline
  /// @param resource as findings call it, `""` where none is known
  /// @param path the field, `""` for the whole document
  public record Known(
      String fingerprint,
      String rule,
      String file,
      String resource,
      String path,
      String message,
      int count) {
    Known times(int number) {
      return new Known(fingerprint, rule, file, resource, path, message, number);
    }
  }

  /// @param fresh what the baseline does not hold
  /// @param held how many findings it does
  /// @param gone what it holds and the run did not find, with the number of what is missing
  public record Split(List<Entry> fresh, int held, List<Known> gone) {
    public Split {
      fresh = List.copyOf(fresh);
      gone = List.copyOf(gone);
    }
  }

  /// Of several findings alike, the baseline holds the first ones.
  ///
  /// @param relative a path as findings say it → from the directory of the baseline
  public Split split(List<Entry> entries, UnaryOperator<String> relative) {
    Map<String, Integer> left = new HashMap<>();
    known.forEach(it -> left.put(it.fingerprint(), it.count()));
    var fresh = new ArrayList<Entry>();
    for (Entry entry : entries) {
      String fingerprint =
          Fingerprint.ofAll(entry, relative.apply(entry.finding().origin().file()));
      int more = left.getOrDefault(fingerprint, 0);
      if (more > 0) {
        left.put(fingerprint, more - 1);
      } else {
        fresh.add(entry);
      }
    }
    List<Known> gone =
        known.stream()
            .filter(it -> left.getOrDefault(it.fingerprint(), 0) > 0)
            .map(it -> it.times(left.getOrDefault(it.fingerprint(), 0)))
            .toList();
    return new Split(fresh, entries.size() - fresh.size(), gone);
  }

  /// Sorted by what a reader sees, so that two runs differ in what they found alone.
  ///
  /// @param relative a path as findings say it → from the directory of the baseline
  public static Baseline of(List<Entry> entries, UnaryOperator<String> relative) {
    var counted = new HashMap<String, Known>();
    for (Entry entry : entries) {
      Known one = known(entry, relative.apply(entry.finding().origin().file()));
      counted.merge(one.fingerprint(), one, (a, b) -> a.times(a.count() + 1));
    }
    return new Baseline(counted.values().stream().sorted(Baseline::order).toList());
  }

  private static Known known(Entry entry, String file) {
    var finding = entry.finding();
    return new Known(
        Fingerprint.ofAll(entry, file),
        finding.rule(),
        file,
        finding.resource().map(it -> it.label()).orElse(""),
        finding.origin().path(),
        finding.message(),
        1);
  }

  private static int order(Known one, Known other) {
    int order = one.file().compareTo(other.file());
    order = order != 0 ? order : one.resource().compareTo(other.resource());
    order = order != 0 ? order : one.path().compareTo(other.path());
    order = order != 0 ? order : one.rule().compareTo(other.rule());
    return order != 0 ? order : one.fingerprint().compareTo(other.fingerprint());
  }
}
