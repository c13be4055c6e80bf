package io.meshc.simulate.run;

import java.util.List;

/// What became of one check.
///
/// @param problems none if it passed
/// @param note what was seen, where the expectation leaves room
public record Verdict(String name, List<String> problems, String note) {
  public Verdict {
    problems = List.copyOf(problems);
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
