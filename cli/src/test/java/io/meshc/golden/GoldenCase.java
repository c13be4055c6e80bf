package io.meshc.golden;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Shared;
import io.meshc.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A folder of `golden/`: its input in `in/`, or in the folder that `in.txt` names; what `meshc translate` is told beside that
/// in `options.txt`; what it shows in `notes.md`; the rest is approved.
record GoldenCase(Path folder) {

  static Stream<GoldenCase> all() {
    try (Stream<Path> folders = Files.list(Shared.repository().resolve("golden"))) {
      return folders.filter(Files::isDirectory).sorted().toList().stream().map(GoldenCase::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<SourceFile> files() {
    Path elsewhere = folder.resolve("in.txt");
    Path input =
        Files.exists(elsewhere)
            ? Shared.repository().resolve(Cli.read(elsewhere).strip())
            : folder.resolve("in");
    return Cli.tree(input);
  }

  List<String> options() {
    Path options = folder.resolve("options.txt");
    return Files.exists(options) ? List.of(Cli.read(options).strip().split(" +")) : List.of();
  }

  String notes() {
    return Cli.read(folder.resolve("notes.md"));
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
