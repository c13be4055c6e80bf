package io.meshc.cli;

import io.meshc.cli.config.Words;
import io.meshc.cli.options.Choice;
import io.meshc.cli.options.Stop;
import io.meshc.cli.report.GithubReport;
import io.meshc.cli.report.JsonReport;
import io.meshc.cli.report.MarkdownReport;
import io.meshc.cli.report.Paint;
import io.meshc.cli.report.Report;
import io.meshc.cli.report.ReportFile;
import io.meshc.cli.report.SarifReport;
import io.meshc.cli.report.TextReport;
import io.meshc.cli.report.Version;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where the report goes, and in which formats: standard output in one, files in others.
final class Reports {
  private final LintCommand options;
  private final Session session;
  private final List<ToFile> files = new ArrayList<>();

  private record ToFile(String format, String file) {}

  /// Fails where a format is unknown, before anything is read.
  Reports(LintCommand options, Session session) {
    this.options = options;
    this.session = session;
    Choice.of(options.format, Words.FORMATS);
    Choice.of(options.input.color, Words.COLOR);
    for (String output : options.outputs.get()) {
      int sign = output.indexOf('=');
      if (sign < 0 || sign == output.length() - 1) {
        throw Stop.usage(
            "`" + output + "` is not FORMAT=FILE", "such as `--output sarif=meshc.sarif`");
      }
      String format = Choice.of(options.outputs.source(), output.substring(0, sign), Words.FORMATS);
      String file = output.substring(sign + 1);
      ReportFile.expectRoom(options.outputs.source(), file, session.file(file));
      files.add(new ToFile(format, file));
    }
  }

  /// The user's own terminal or pipe first: what cannot be written into a file is not lost then.
  void write(Report report) {
    write(report, options.format.get(), paint(options.input.color.get(), session), session.out());
    for (ToFile it : files) {
      ReportFile.write(
          it.file(),
          session.file(it.file()),
          out -> write(report, it.format(), new Paint(false), out));
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

  /// From the top of the repository to where paths start: GitHub Actions says where that is, else Git's work tree.
  private String prefix() {
    String workspace = session.env("GITHUB_WORKSPACE");
    Path top = workspace.isEmpty() ? Inputs.top(session.cwd()) : Path.of(workspace);
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
