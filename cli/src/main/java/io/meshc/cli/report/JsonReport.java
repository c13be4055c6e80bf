package io.meshc.cli.report;

import io.meshc.cli.report.Report.Entry;
import io.meshc.cli.report.Report.Summary;
import io.meshc.diag.Finding;
import io.meshc.diag.Related;
import io.meshc.diag.Severity;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.io.PrintStream;
import java.util.Optional;

/// For programs: `docs/lint.schema.json` says what each field means.
public final class JsonReport {
  private JsonReport() {}

  public static void write(Report report, PrintStream to) {
    try (Json json = Json.indented(to)) {
      json.object().field("version", 1).array("findings");
      Listed listed = Listed.of(report, Listed.TO_PARSE);
      listed.entries().forEach(it -> entry(it, json));
      json.endArray();
      summary(report, listed.leftOut(), json);
      json.endObject();
    }
  }

  private static void entry(Entry entry, Json json) {
    Finding finding = entry.finding();
    json.object()
        .field("rule", finding.rule())
        .field("name", entry.card().name())
        .field("severity", finding.severity().label())
        .field("category", entry.card().category().label())
        .field("rejected", finding.rejected())
        .field("message", finding.message())
        .field("because", finding.because().stream().map(Related::message).toList())
        .field("help", finding.help());
    place(finding.origin(), json);
    json.field("path", finding.origin().path());
    resource(finding.resource(), json);
    json.field("environment", entry.environments().getFirst())
        .field("environments", entry.environments())
        .field("aliases", entry.card().aliases())
        .array("related");
    finding.because().stream()
        .filter(it -> it.origin().isWritten())
        .forEach(it -> related(it, json));
    json.endArray().none("fix").field("fingerprint", Fingerprint.of(entry)).endObject();
  }

  private static void related(Related related, Json json) {
    json.object().field("message", related.message());
    place(related.origin(), json);
    json.field("path", related.origin().path()).endObject();
  }

  private static void place(Origin origin, Json json) {
    json.field("file", origin.file())
        .field("line", origin.span().startLine())
        .field("column", origin.span().startColumn())
        .field("endLine", origin.span().endLine())
        .field("endColumn", origin.span().endColumn());
  }

  /// Shared with the answers of `query`.
  public static void resource(Optional<ResourceId> resource, Json json) {
    if (resource.isEmpty()) {
      json.none("resource");
      return;
    }
    json.name("resource");
    id(resource.get(), json);
  }

  static void id(ResourceId id, Json json) {
    json.object()
        .field("group", id.group())
        .field("kind", id.kind())
        .field("namespace", id.namespace())
        .field("name", id.name())
        .endObject();
  }

  private static void summary(Report report, int unlisted, Json json) {
    Summary summary = report.summary();
    json.object("summary")
        .field("files", summary.files())
        .field("documents", summary.documents())
        .field("errors", report.count(Severity.ERROR))
        .field("warnings", report.count(Severity.WARNING))
        .field("infos", report.count(Severity.INFO))
        .field("suppressed", summary.suppressed())
        .field("unknown", summary.unknown())
        .field("unlisted", unlisted)
        .endObject();
  }
}
