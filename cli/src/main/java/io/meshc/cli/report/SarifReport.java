package io.meshc.cli.report;

import io.meshc.cli.report.Report.Entry;
import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Related;
import io.meshc.diag.Severity;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Rule;
import io.meshc.validate.rule.RuleCard;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// SARIF 2.1.0, as GitHub's code scanning takes it: one location for each result, regions that are small, the worst first, and
/// never more than it keeps. On one line, as white space counts against its limits.
public final class SarifReport {
  private static final int MAX_RESULTS = 5_000;
  private static final int MAX_TEXT = 1_024;

  private final Report report;
  private final String prefix;
  private final Json json;
  private final List<Rule> rules;
  private final Map<String, Integer> linesSeen = new HashMap<>();

  private SarifReport(Report report, String prefix, Json json) {
    this.report = report;
    this.prefix = prefix;
    this.json = json;
    Set<String> found =
        report.entries().stream().map(it -> it.card().id()).collect(Collectors.toSet());
    this.rules = report.rules().stream().filter(it -> found.contains(it.card().id())).toList();
  }

  /// @param prefix from the top of the repository to where the paths of findings start, `""` or with a `/` at its end
  public static void write(Report report, String version, String prefix, PrintStream to) {
    try (Json json = Json.line(to)) {
      new SarifReport(report, prefix, json).log(version);
    }
  }

  private void log(String version) {
    List<Entry> results =
        report.entries().stream()
            .sorted(Comparator.comparing((Entry it) -> it.finding().severity()).reversed())
            .limit(MAX_RESULTS)
            .toList();
    json.object()
        .field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        .field("version", "2.1.0")
        .array("runs")
        .object()
        .object("tool")
        .object("driver")
        .field("name", "meshc")
        .field("semanticVersion", version)
        .field("version", version)
        .array("rules");
    rules.forEach(this::rule);
    json.endArray().endObject().endObject();
    json.object("automationDetails").field("id", "meshc/").endObject();
    json.field("columnKind", "utf16CodeUnits");
    invocation(report.entries().size() - results.size());
    json.array("results");
    results.forEach(this::result);
    json.endArray().endObject().endArray().endObject();
  }

  private void invocation(int leftOut) {
    json.array("invocations").object().field("executionSuccessful", !report.summary().incomplete());
    json.array("toolExecutionNotifications");
    if (leftOut > 0) {
      notification(leftOut + " more findings are left out: code scanning keeps " + MAX_RESULTS);
    }
    report.summary().skipped().forEach(this::notification);
    json.endArray().endObject().endArray();
  }

  private void notification(String text) {
    json.object()
        .field("level", "note")
        .object("message")
        .field("text", text)
        .endObject()
        .endObject();
  }

  private void rule(Rule rule) {
    RuleCard card = rule.card();
    RulePage page = RulePage.of(rule);
    String title = card.name().replace('-', ' ');
    String what = page.section("What").isEmpty() ? title : page.section("What");
    json.object().field("id", card.id()).field("name", card.name());
    text("shortDescription", title);
    text("fullDescription", what);
    json.object("help").field("text", page.text().isEmpty() ? title : page.text());
    if (!page.text().isEmpty()) {
      json.field("markdown", page.text());
    }
    json.endObject();
    json.object("defaultConfiguration").field("level", level(card.severity())).endObject();
    json.object("properties").field("tags", tags(card)).field("precision", "high");
    if (card.category() == Category.SECURITY) {
      json.field("security-severity", securitySeverity(card.severity()));
    } else {
      json.field(
          "problem.severity",
          card.severity() == Severity.INFO ? "recommendation" : card.severity().label());
    }
    json.endObject().endObject();
  }

  private static List<String> tags(RuleCard card) {
    return Stream.concat(Stream.of(card.category().label()), card.aliases().stream())
        .limit(20)
        .toList();
  }

  private static String securitySeverity(Severity severity) {
    return switch (severity) {
      case ERROR -> "8.0";
      case WARNING -> "5.0";
      case INFO -> "2.0";
    };
  }

  private void result(Entry entry) {
    Finding finding = entry.finding();
    List<Related> related =
        finding.because().stream().filter(it -> it.origin().isWritten()).limit(10).toList();
    json.object()
        .field("ruleId", finding.rule())
        .field("ruleIndex", index(finding.rule()))
        .field("level", level(finding.severity()));
    json.object("message").field("text", message(finding, related)).endObject();
    json.array("locations").object();
    location(finding.origin());
    json.endObject().endArray().array("relatedLocations");
    for (int i = 0; i < related.size(); i++) {
      json.object().field("id", i + 1);
      location(related.get(i).origin());
      json.object("message").field("text", related.get(i).message()).endObject().endObject();
    }
    json.endArray()
        .object("partialFingerprints")
        .field("primaryLocationLineHash", lineHash(finding.origin()))
        .field("meshc/v1", Fingerprint.of(entry))
        .endObject();
    json.object("properties").field("environments", entry.environments()).endObject().endObject();
  }

  /// The first sentence is the title. What makes it so is linked by number: `[here](1)`.
  private static String message(Finding finding, List<Related> related) {
    var text = new StringBuilder(finding.message()).append('.');
    for (Related it : finding.because()) {
      int at = related.indexOf(it);
      text.append("\nbecause: ").append(escape(it.message()));
      text.append(
          at < 0
              ? ""
              : " (["
                  + escape(it.origin().file())
                  + ":"
                  + it.origin().line()
                  + "]("
                  + (at + 1)
                  + "))");
    }
    if (!finding.help().isEmpty()) {
      text.append("\nhelp: ").append(escape(finding.help()));
    }
    return text.toString();
  }

  /// Brackets in the user's words are no links.
  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }

  private void location(Origin origin) {
    var span = origin.span();
    int start = report.texts().utf16Column(origin.file(), span.startLine(), span.startColumn());
    int end = report.texts().utf16Column(origin.file(), span.endLine(), span.endColumn());
    json.object("physicalLocation")
        .object("artifactLocation")
        .field("uri", uri(prefix + origin.file()))
        .field("uriBaseId", "%SRCROOT%")
        .endObject()
        .object("region")
        .field("startLine", span.startLine())
        .field("startColumn", start)
        .field("endLine", span.endLine())
        .field("endColumn", span.endLine() == span.startLine() ? Math.max(start + 1, end) : end)
        .endObject()
        .endObject();
  }

  private static String uri(String path) {
    try {
      // A relative URI whose first part holds a colon would have a scheme.
      String raw = new URI(null, null, "/" + path, null).toASCIIString();
      return path.startsWith("/")
          ? raw.substring(1)
          : raw.substring(1).replaceFirst("^([^/]*):", "$1%3A");
    } catch (URISyntaxException e) {
      return "unknown";
    }
  }

  /// As code scanning computes it where it is absent: the line's text and which one of such lines it is.
  private String lineHash(Origin origin) {
    String line =
        report
            .texts()
            .around(origin.file(), origin.line(), 1, 0, MAX_TEXT)
            .map(Texts.Stretch::text)
            .orElse("");
    String hash = Fingerprint.hash(line.strip()).substring(0, 16);
    return hash + ":" + linesSeen.merge(origin.file() + "\0" + hash, 1, Integer::sum);
  }

  private int index(String rule) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).card().id().equals(rule)) {
        return i;
      }
    }
    return -1;
  }

  private void text(String name, String text) {
    json.object(name)
        .field("text", text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…")
        .endObject();
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.label();
  }
}
