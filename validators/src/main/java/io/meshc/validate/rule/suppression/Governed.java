package io.meshc.validate.rule.suppression;

import io.meshc.diag.Finding;
import io.meshc.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The suppressions of one file by what they govern, so that a finding does not ask each of them: there may be as many of both
/// as a file has lines.
public final class Governed {
  /// A longer node is asked by every finding of the file; there is no room in a file for many such.
  private static final int SHORT = 64;

  private final List<Silence> all;
  private final Map<Integer, List<Silence>> shortByLine = new HashMap<>();
  private final List<Silence> longer = new ArrayList<>();

  /// Suppressions that say the same of the same lines: they are used together, and none of them is used alone.
  public record Silence(String word, Span governs, List<Suppression> said) {
    /// Another suppression than this one is in it.
    public boolean isMoreThan(Suppression one) {
      return said.size() > 1 || !said.getFirst().equals(one);
    }

    private boolean reaches(Finding finding) {
      return said.getFirst().reaches(finding);
    }
  }

  private record Key(String word, Span governs) {}

  private Governed(List<Silence> all) {
    this.all = all;
    for (Silence it : all) {
      Span span = it.governs();
      if (span.endLine() - span.startLine() > SHORT) {
        longer.add(it);
        continue;
      }
      for (int line = span.startLine(); line <= span.endLine(); line++) {
        shortByLine.computeIfAbsent(line, _ -> new ArrayList<>()).add(it);
      }
    }
  }

  /// @param suppressions of one file
  public static Governed of(List<Suppression> suppressions) {
    var said = new LinkedHashMap<Key, List<Suppression>>();
    for (Suppression it : suppressions) {
      said.computeIfAbsent(new Key(it.word(), it.governs()), _ -> new ArrayList<>()).add(it);
    }
    return new Governed(
        said.entrySet().stream()
            .map(it -> new Silence(it.getKey().word(), it.getKey().governs(), it.getValue()))
            .toList());
  }

  public List<Silence> all() {
    return all;
  }

  /// Those that govern the place of a finding, whichever rule it is of.
  public List<Silence> reaching(Finding finding) {
    List<Silence> near = shortByLine.getOrDefault(finding.origin().line(), List.of());
    return Stream.concat(near.stream(), longer.stream()).filter(it -> it.reaches(finding)).toList();
  }
}
