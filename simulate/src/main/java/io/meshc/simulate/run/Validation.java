package io.meshc.simulate.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What `envoy --mode validate` says of one bootstrap.
///
/// @param refused Envoy's own words; empty where it takes the bootstrap
/// @param deprecated what it says of fields that are going to be gone
public record Validation(Optional<String> refused, List<String> deprecated) {
  private static final int MOST_WORDS = 1000;
  private static final String MARK = "error initializing configuration ";

  public Validation {
    deprecated = List.copyOf(deprecated);
  }

  static Validation of(Path program, Path bootstrap, Path directory, Path output, Deadline deadline)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--mode",
                "validate",
                "-c",
                bootstrap.toString(),
                "-l",
                "warning")
            .directory(directory.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(Math.max(1000, deadline.leftMillis()), TimeUnit.MILLISECONDS)) {
        return new Validation(Optional.of("no verdict in time"), List.of());
      }
    } finally {
      process.destroyForcibly();
    }
    String said = Files.readString(output);
    List<String> deprecated =
        said.lines()
            .filter(it -> it.contains("eprecated"))
            .map(it -> it.substring(it.lastIndexOf("] ") < 0 ? 0 : it.lastIndexOf("] ") + 2))
            .distinct()
            .toList();
    return new Validation(
        process.exitValue() == 0 ? Optional.empty() : Optional.of(verdict(said, bootstrap)),
        deprecated);
  }

  /// Without the echo of the whole configuration.
  private static String verdict(String said, Path bootstrap) {
    int mark = said.indexOf(MARK);
    String words =
        (mark < 0 ? said : said.substring(mark + MARK.length()))
            .replace("'" + bootstrap + "': ", "")
            .replaceAll("\\s+", " ");
    return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + " …" : words.strip();
  }
}
