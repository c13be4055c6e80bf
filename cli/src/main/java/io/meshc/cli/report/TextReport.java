package io.meshc.cli.report;

import io.meshc.cli.report.Report.Entry;
import io.meshc.cli.report.Report.Summary;
import io.meshc.diag.Finding;
import io.meshc.diag.Related;
import io.meshc.diag.Severity;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// For people.
public final class TextReport {
  private final Report report;
  private final Paint paint;
  private final PrintStream out;

  private TextReport(Report report, Paint paint, PrintStream out) {
    this.report = report;
    this.paint = paint;
    this.out = out;
  }

  /// @param brief without the closing line
  public static void write(Report report, Paint paint, boolean brief, PrintStream out) {
    var text = new TextReport(report, paint, out);
    Listed listed = Listed.of(report, Listed.TO_READ);
    listed.entries().forEach(text::entry);
    listed.more().forEach(it -> text.line(clean(it.words())));
    if (!listed.more().isEmpty()) {
      out.println();
    }
    if (!brief) {
      out.println(summary(report));
    }
  }

  private void entry(Entry entry) {
    Finding finding = entry.finding();
    Severity severity = finding.severity();
    line(
        paint.severity(severity, severity.label() + "[" + finding.rule() + "]")
            + paint.bold(": " + clean(finding.message())));
    if (finding.origin().isWritten()) {
      line(paint.faint("  --> ") + clean(finding.origin().place()));
      Excerpt.of(finding.origin(), severity, report.texts(), paint).forEach(this::line);
    }
    finding.because().forEach(this::because);
    if (!finding.help().isEmpty()) {
      note("help", finding.help());
    }
    if (finding.rejected()) {
      String what = finding.resource().isPresent() ? "object" : "document";
      note("note", "the API server or an admission webhook refuses this " + what);
    }
    if (entry.environments().size() > 1) {
      note("note", "in " + String.join(", ", entry.environments()));
    }
    out.println();
  }

  private void because(Related related) {
    String place = related.origin().isWritten() ? " (" + related.origin().place() + ")" : "";
    note("because", related.message() + place);
  }

  private void note(String label, String text) {
    line(paint.faint("   = ") + paint.bold(label + ": ") + clean(text));
  }

  private void line(String text) {
    out.println(text);
  }

  private static String clean(String text) {
    return Paint.brief(text);
  }

  /// `2 findings (1 error, 1 warning) in 3 files, 7 documents; 1 suppressed`
  public static String summary(Report report) {
    Summary summary = report.summary();
    Stream<Optional<String>> parts =
        Stream.of(
            summary.suppressed() == 0
                ? Optional.empty()
                : Optional.of(summary.suppressed() + " suppressed"),
            summary.unknown() == 0
                ? Optional.empty()
                : Optional.of(
                    count(summary.unknown(), "reference") + " to what is not in the input"));
    String more =
        Stream.concat(parts.flatMap(Optional::stream), summary.skipped().stream())
            .map(it -> "; " + it)
            .collect(Collectors.joining());
    return findings(report)
        + " in "
        + count(summary.files(), "file")
        + ", "
        + count(summary.documents(), "document")
        + more;
  }

  private static String findings(Report report) {
    if (report.entries().isEmpty()) {
      return "no findings";
    }
    List<String> counts =
        List.of(Severity.ERROR, Severity.WARNING, Severity.INFO).stream()
            .filter(it -> report.count(it) > 0)
            .map(it ->
                it == Severity.INFO
                    ? report.count(it) + " info"
                    : count(report.count(it), it.label()))
            .toList();
    return count(report.entries().size(), "finding") + " (" + String.join(", ", counts) + ")";
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
