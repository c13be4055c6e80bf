package io.meshc.cli.report;

import io.meshc.cli.report.Report.Entry;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.source.Origin;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/// Workflow commands: GitHub shows them at the lines of a pull request. It keeps ten of each level from one step and drops
/// the rest without a word, so the tenth says how many more there are.
public final class GithubReport {
  private static final int LIMIT = 10;

  private GithubReport() {}

  /// @param prefix from the top of the repository to where the paths of findings start, `""` or with a `/` at its end
  public static void write(Report report, String prefix, PrintStream out) {
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      List<Entry> entries =
          report.entries().stream().filter(it -> it.finding().severity() == severity).toList();
      int shown = entries.size() > LIMIT ? LIMIT - 1 : entries.size();
      entries.subList(0, shown).forEach(it -> out.println(command(it, prefix)));
      if (shown < entries.size()) {
        String more = "+" + (entries.size() - shown) + " more of severity " + severity.label();
        out.println(
            "::"
                + level(severity)
                + " title=meshc::"
                + more
                + "; the log of `meshc lint` has them all");
      }
    }
  }

  private static String command(Entry entry, String prefix) {
    Finding finding = entry.finding();
    Origin origin = finding.origin();
    boolean oneLine = origin.span().startLine() == origin.span().endLine();
    String place =
        "file="
            + property(prefix + origin.file())
            + ",line="
            + origin.span().startLine()
            + ",endLine="
            + origin.span().endLine()
            + ",col="
            + origin.span().startColumn()
            + (oneLine ? ",endColumn=" + origin.span().endColumn() : "");
    String title = ",title=" + property(finding.rule() + " " + entry.card().name());
    return "::"
        + level(finding.severity())
        + " "
        + (origin.isWritten() ? place + title : title.substring(1))
        + "::"
        + data(message(finding));
  }

  private static String message(Finding finding) {
    Stream<String> because =
        finding.because().stream()
            .map(it ->
                "\nbecause: "
                    + it.message()
                    + (it.origin().isWritten() ? " (" + it.origin().place() + ")" : ""));
    String help = finding.help().isEmpty() ? "" : "\nhelp: " + finding.help();
    return finding.message() + String.join("", because.toList()) + help;
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "notice" : severity.label();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
