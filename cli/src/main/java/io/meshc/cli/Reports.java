package io.meshc.cli;

import io.meshc.cli.report.GithubReport;
import io.meshc.cli.report.JsonReport;
import io.meshc.cli.report.MarkdownReport;
import io.meshc.cli.report.Paint;
import io.meshc.cli.report.Report;
import io.meshc.cli.report.SarifReport;
import io.meshc.cli.report.TextReport;
import io.meshc.cli.report.Version;
import io.meshc.read.Why;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where the report goes, and in which formats: standard output in one, files in others.
final class Reports {
  private static final List<String> FORMATS =
      List.of("text", "json", "sarif", "github", "markdown");

  private final LintCommand options;
  private final Session session;
  private final List<ToFile> files = new ArrayList<>();

  private record ToFile(String format, String file) {}

  /// Fails where a format is unknown, before anything is read.
  Reports(LintCommand options, Session session) {
    this.options = options;
    this.session = session;
    Choice.of("--format", options.format.get(), FORMATS);
    Choice.of("--color", options.input.color.get(), List.of("auto", "always", "never"));
    for (String output : options.outputs.get()) {
      int sign = output.indexOf('=');
      if (sign < 0 || sign == output.length() - 1) {
        throw Stop.usage(
            "`" + output + "` is not FORMAT=FILE", "such as `--output sarif=meshc.sarif`");
      }
      files.add(
          new ToFile(
              Choice.of("--output", output.substring(0, sign), FORMATS),
              output.substring(sign + 1)));
    }
  }

  void write(Report report) {
    for (ToFile it : files) {
      toFile(report, it);
    }
    write(report, options.format.get(), paint(options.input.color.get(), session), session.out());
  }

  private void toFile(Report report, ToFile to) {
    try (var out =
        new PrintStream(
            Files.newOutputStream(session.file(to.file())), false, StandardCharsets.UTF_8)) {
      write(report, to.format(), new Paint(false), out);
      if (out.checkError()) {
        throw Stop.incomplete("`" + to.file() + "` cannot be written", "is the disk full?");
      }
    } catch (NoSuchFileException e) {
      throw Stop.incomplete(
          "`" + to.file() + "` cannot be written: its directory does not exist", "");
    } catch (IOException e) {
      throw Stop.incomplete("`" + to.file() + "` cannot be written: " + Why.of(e), "");
    }
  }

  private void write(Report report, String format, Paint paint, PrintStream out) {
    switch (format) {
      case "json" -> JsonReport.write(report, out);
      case "sarif" -> SarifReport.write(report, Version.number(), prefix(), out);
      case "markdown" -> MarkdownReport.write(report, out);
      case "github" -> GithubReport.write(report, prefix(), out);
      default -> TextReport.write(report, paint, options.input.quiet.get(), out);
    }
  }

  /// From the top of the repository, as GitHub Actions says it, to where paths start.
  private String prefix() {
    String workspace = session.env("GITHUB_WORKSPACE");
    if (workspace.isEmpty()) {
      return "";
    }
    Path top = Path.of(workspace);
    if (!session.cwd().startsWith(top) || session.cwd().equals(top)) {
      return "";
    }
    return top.relativize(session.cwd()).toString().replace('\\', '/') + "/";
  }

  /// What was asked for; else what the environment says; else colours for people only.
  static Paint paint(String color, Session session) {
    return new Paint(
        switch (color) {
          case "always" -> true;
          case "never" -> false;
          default ->
              !session.env("CLICOLOR_FORCE").isEmpty() && !session.env("CLICOLOR_FORCE").equals("0")
                  || session.env("NO_COLOR").isEmpty()
                      && !session.env("TERM").equals("dumb")
                      && session.terminal().getAsBoolean();
        });
  }
}
