package io.meshc.cli.report;

import io.meshc.cli.report.Report.Entry;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;

/// A table for the summary of a job or a comment, the worst first. Short enough for both to take it.
public final class MarkdownReport {
  private static final int MAX_ROWS = 100;

  private MarkdownReport() {}

  public static void write(Report report, PrintStream out) {
    out.println("### meshc");
    out.println();
    out.println(text(TextReport.summary(report)));
    if (report.entries().isEmpty()) {
      return;
    }
    List<Entry> worst =
        report.entries().stream()
            .sorted(Comparator.comparing((Entry it) -> it.finding().severity()).reversed())
            .limit(MAX_ROWS)
            .toList();
    out.println();
    out.println("| severity | rule | place | finding |");
    out.println("|---|---|---|---|");
    worst.forEach(it -> out.println(row(it)));
    int more = report.entries().size() - worst.size();
    if (more > 0) {
      out.println();
      out.println("and " + more + " more");
    }
  }

  private static String row(Entry entry) {
    Finding finding = entry.finding();
    String help = finding.help().isEmpty() ? "" : "<br>" + text(finding.help());
    return "| "
        + String.join(
            " | ",
            icon(finding.severity()) + finding.severity().label(),
            finding.rule() + " " + entry.card().name(),
            text("`" + finding.origin().place().replace("`", "") + "`"),
            text(finding.message()) + help)
        + " |";
  }

  private static String icon(Severity severity) {
    return switch (severity) {
      case ERROR -> "❌ ";
      case WARNING -> "⚠️ ";
      case INFO -> "ℹ️ ";
    };
  }

  /// The user's words as they are: no cell ends in them, and no markup starts. What stands in backticks stays code, where
  /// only the `|` counts.
  private static String text(String text) {
    String[] parts = Paint.brief(text).replace("\t", " ").replace("|", "\\|").split("`", -1);
    var out = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1;
      out.append(code ? "`" + parts[i] + "`" : plain(parts[i]));
    }
    return out.toString();
  }

  private static String plain(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("@", "&#64;")
        .replace("[", "&#91;")
        .replace("*", "&#42;");
  }
}
