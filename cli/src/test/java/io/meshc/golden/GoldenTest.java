package io.meshc.golden;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import io.meshc.lower.Backends;
import io.meshc.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole runs of the program on the cases of `golden/`, against what somebody read and approved.
class GoldenTest {
  @TempDir private Path scratch;

  static Stream<GoldenCase> cases() {
    return GoldenCase.all();
  }

  static Stream<Arguments> casesTimesBackends() {
    return cases().flatMap(it -> Backends.ALL.stream().map(to -> Arguments.of(it, to.name())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void saysWhatItShows(GoldenCase golden) {
    assertThat(golden.notes()).isNotBlank();
    assertThat(golden.files()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void lintsAsApproved(GoldenCase golden) {
    Approved.verify(lint(golden, List.of("in")), golden.folder(), "findings", "txt");
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("casesTimesBackends")
  void translatesAsApproved(GoldenCase golden, String backend) {
    Approved.verify(translate(golden, backend, List.of("in")), golden.folder(), backend, "yaml");
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("casesTimesBackends")
  void theOrderOfFilesNeverShows(GoldenCase golden, String backend) {
    List<String> paths = golden.files().stream().map(it -> "in/" + it.path()).toList();
    var shuffled = new ArrayList<>(paths);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(lint(golden, shuffled)).isEqualTo(lint(golden, paths));
    assertThat(translate(golden, backend, shuffled)).isEqualTo(translate(golden, backend, paths));
  }

  private String lint(GoldenCase golden, List<String> paths) {
    Path here = copy(golden);
    Ran ran = Cli.run(here, "", Stream.concat(Stream.of("lint"), paths.stream()).toList());
    return "exit status: " + ran.status() + "\n" + ran.err() + ran.out();
  }

  /// The report as comments, and each file that was written under its name: YAML as a whole.
  private String translate(GoldenCase golden, String backend, List<String> paths) {
    Path here = copy(golden);
    var args = new ArrayList<>(List.of("translate", "--to", backend, "-o", "out"));
    if (backend.equals("envoy")) {
      args.add("--layout=static"); // the files of discovery say the same
    }
    args.addAll(golden.options());
    args.addAll(paths);
    Ran ran = Cli.run(here, "", args);
    Path out = here.resolve("out");
    List<SourceFile> written = Files.exists(out) ? Cli.tree(out) : List.of();
    String report = "exit status: " + ran.status() + "\n" + ran.out() + ran.err();
    // How many questions is no part of the answer.
    report = report.replaceAll("verified by \\d+ questions", "verified");
    return report.lines().map(it -> ("# " + it).stripTrailing()).collect(joining("\n", "", "\n"))
        + written.stream()
            .filter(it -> !it.path().equals(".meshc-manifest")) // digests of what follows
            .map(it -> "--- # " + it.path() + "\n" + it.text())
            .collect(joining());
  }

  /// The input in a folder of its own, so that no run sees what another one wrote.
  private Path copy(GoldenCase golden) {
    Path here = scratch.resolve(String.valueOf(copies++));
    for (SourceFile file : golden.files()) {
      Cli.write(here.resolve("in").resolve(file.path()), file.text());
    }
    return here;
  }

  private int copies;
}
