package io.meshc.simulate.run;

import java.util.List;

/// What came of a run.
public sealed interface Ran {
  /// @param logs what the proxies wrote at last, where a check failed
  record Done(List<Verdict> verdicts, List<String> logs) implements Ran {
    public Done {
      verdicts = List.copyOf(verdicts);
      logs = List.copyOf(logs);
    }

    public long failed() {
      return verdicts.stream().filter(it -> !it.passed()).count();
    }
  }

  /// Nothing, because something outside is not as it has to be.
  record Unusable(String message, String help) implements Ran {}
}
