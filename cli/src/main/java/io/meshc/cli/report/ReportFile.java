package io.meshc.cli.report;

import io.meshc.cli.options.Stop;
import io.meshc.read.Why;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A file that a report goes to. It takes the place of an earlier report, and never of somebody's configuration: one name
/// too many on the command line (`--output json=*.yaml`) must cost nothing.
public final class ReportFile {
  /// How the reports start that meshc writes.
  private static final Pattern REPORT =
      Pattern.compile(
          "\\s*|\\{\\s*\"version\": 1,\\s*\"(findings|target)\".*|\\{\"\\$schema\":"
              + " ?\"[^\"]*sarif.*",
          Pattern.DOTALL);

  private static final int START = 300;

  private ReportFile() {}

  /// Stops before anything is read.
  ///
  /// @param name the file as the user said it
  public static void expectRoom(String option, String name, Path file) {
    if (Files.exists(file) && mayBeConfiguration(name) && !isReport(file)) {
      throw Stop.usage(
          "`" + name + "` is there, and is no report of meshc",
          "`" + option + "` would overwrite it; name a file that is not there yet");
    }
  }

  /// Whatever the reason, a report that is not there makes the result incomplete.
  public static void write(String name, Path file, Consumer<PrintStream> report) {
    try (var out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
      report.accept(out);
      if (out.checkError()) {
        throw Stop.incomplete("`" + name + "` cannot be written", "is the disk full?");
      }
    } catch (NoSuchFileException _) {
      throw Stop.incomplete("`" + name + "` cannot be written: its directory does not exist", "");
    } catch (IOException e) {
      throw Stop.incomplete("`" + name + "` cannot be written: " + Why.of(e), "");
    }
  }

  private static boolean mayBeConfiguration(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  private static boolean isReport(Path file) {
    try (var in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(START), StandardCharsets.UTF_8);
      return REPORT.matcher(start).matches();
    } catch (IOException _) {
      return false;
    }
  }
}
