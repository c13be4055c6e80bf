package io.meshc.simulate.run;

import io.meshc.simulate.wire.Outcome;
import java.util.List;

/// What became of one check.
///
/// @param problems none if it passed
/// @param note what was seen, where the expectation leaves room
/// @param outcomes of its requests
public record Verdict(String name, List<String> problems, String note, List<Outcome> outcomes) {
  public Verdict {
    problems = List.copyOf(problems);
    outcomes = List.copyOf(outcomes);
  }

  Verdict(String name, List<String> problems, String note) {
    this(name, problems, note, List.of());
  }

  public boolean passed() {
    return problems.isEmpty();
  }

  /// One line for people.
  public String line() {
    String rest =
        passed() ? note.isEmpty() ? "" : " (" + note + ")" : ": " + String.join("; ", problems);
    return (passed() ? "PASS " : "FAIL ") + name + rest;
  }
}
