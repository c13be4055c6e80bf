package io.meshc.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.diag.Finding;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Users' mistakes are values, in rules too: whatever a slip of the fingers makes of one line of a policy, no stage throws,
/// and every finding has its place.
class MutatedCasesTest {
  private static final int LARGE = 4;

  /// The small ones: what large ones would show beside takes ten times as long.
  static List<GoldenCase> cases() {
    return GoldenCase.all().filter(it -> it.files().size() <= LARGE).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void takesEveryMistake(GoldenCase golden) {
    List<SourceFile> files = golden.files();
    for (int i = 0; i < files.size(); i++) {
      SourceFile file = files.get(i);
      if (file.text().contains(".smi-spec.io/")) {
        var environment = new ArrayList<>(files);
        for (String mutant : mutants(file.text())) {
          environment.set(i, new SourceFile(file.path(), mutant));
          var it = Pipeline.understand(environment, List.of(), Settings.DEFAULT);
          assertThat(Pipeline.judge(it).kept())
              .as("findings of\n%s", mutant)
              .extracting(Finding::origin)
              .allSatisfy(origin -> assertThat(origin.isWritten()).isTrue());
        }
      }
    }
  }

  private static List<String> mutants(String text) {
    List<String> lines = text.lines().toList();
    var mutants = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      for (List<String> instead : slips(lines.get(i))) {
        var mutant = new ArrayList<>(lines.subList(0, i));
        mutant.addAll(instead);
        mutant.addAll(lines.subList(i + 1, lines.size()));
        mutants.add(String.join("\n", mutant) + "\n");
      }
    }
    return mutants;
  }

  /// A line that was lost, written twice, emptied, filled with something else or moved to another version.
  private static List<List<String>> slips(String line) {
    Stream<String> changed =
        Stream.of(
                line.replaceAll(":.*", ":"),
                line.replaceAll(": .*", ": \"\""),
                line.replaceAll(": .*", ": [x, {a: 1}]"),
                line.replaceAll("v1alpha[0-9]", "v1alpha1"),
                line.replaceAll("v1alpha[0-9]", "v1alpha4"))
            .filter(it -> !it.equals(line))
            .distinct();
    return Stream.concat(Stream.of(List.<String>of(), List.of(line, line)), changed.map(List::of))
        .toList();
  }
}
