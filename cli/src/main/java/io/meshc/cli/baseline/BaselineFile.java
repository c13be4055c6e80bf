package io.meshc.cli.baseline;

import io.meshc.cli.baseline.Baseline.Known;
import io.meshc.cli.report.Json;
import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import io.meshc.yaml.ParseYaml;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The text of a baseline.
public final class BaselineFile {
  private static final int VERSION = 1;

  private BaselineFile() {}

  /// One field a line, and nothing that changes when lines move.
  public static void write(Baseline baseline, PrintStream to) {
    try (Json json = Json.indented(to)) {
      json.object().field("version", VERSION).array("findings");
      for (Known it : baseline.known()) {
        json.object()
            .field("fingerprint", it.fingerprint())
            .field("rule", it.rule())
            .field("file", it.file())
            .field("resource", it.resource())
            .field("path", it.path())
            .field("message", it.message())
            .field("count", it.count())
            .endObject();
      }
      json.endArray().endObject();
    }
  }

  /// JSON is YAML, so what is wrong has its place.
  public static Outcome<Baseline> read(SourceFile file) {
    Outcome<List<Document>> parsed = ParseYaml.parse(file);
    var problems = new ArrayList<>(parsed.problems());
    List<Document> documents = parsed.value();
    if (documents.size() != 1) {
      return new Outcome<>(
          Baseline.NONE, List.of(invalid(place(file, problems), "it holds no baseline")));
    }
    Fields top = Fields.of(documents.getFirst(), problems);
    top.required("version", top::integer)
        .filter(it -> it.value() != VERSION)
        .ifPresent(
            it -> problems.add(invalid(it, "version " + it.value() + " is not one that is known")));
    var known = new ArrayList<Known>();
    Set<String> seen = new HashSet<>();
    if (top.required("findings", top::node).isPresent()) {
      for (Fields finding : top.objects("findings")) {
        known.add(known(finding, seen, problems));
      }
    }
    top.done();
    return new Outcome<>(new Baseline(known), problems);
  }

  /// Where it stops being JSON; else its start.
  private static At<String> place(SourceFile file, List<Problem> problems) {
    return At.of(
        "", problems.stream().map(Problem::origin).findFirst().orElse(Origin.file(file.path())));
  }

  private static Known known(Fields finding, Set<String> seen, List<Problem> problems) {
    Optional<At<String>> fingerprint = finding.required("fingerprint", finding::string);
    Optional<At<Integer>> count = finding.required("count", finding::integer);
    fingerprint
        .filter(it -> !it.value().matches("[0-9a-f]{32}"))
        .ifPresent(it -> problems.add(invalid(it, "`" + it.value() + "` is no fingerprint")));
    fingerprint
        .filter(it -> !seen.add(it.value()))
        .ifPresent(it -> problems.add(invalid(it, "the fingerprint stands twice")));
    count
        .filter(it -> it.value() < 1)
        .ifPresent(it -> problems.add(invalid(it, "field `count` is less than 1")));
    var known =
        new Known(
            fingerprint.map(At::value).orElse(""),
            text(finding, "rule"),
            text(finding, "file"),
            text(finding, "resource"),
            text(finding, "path"),
            text(finding, "message"),
            count.map(At::value).orElse(1));
    finding.done();
    return known;
  }

  private static String text(Fields finding, String field) {
    return finding.required(field, finding::string).map(At::value).orElse("");
  }

  private static Problem invalid(At<?> at, String message) {
    return new Problem(Problem.Kind.INVALID_VALUE, at.origin(), message, "");
  }
}
