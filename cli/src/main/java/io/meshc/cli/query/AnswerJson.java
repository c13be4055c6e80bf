package io.meshc.cli.query;

import io.meshc.cli.report.Json;
import io.meshc.cli.report.JsonReport;
import io.meshc.source.Origin;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Portion;
import java.io.PrintStream;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// For programs, one line each: `docs/query.schema.json` says what each field means.
public final class AnswerJson {
  private AnswerJson() {}

  public static void write(String id, Decision decision, PrintStream to) {
    try (Json json = Json.line(to)) {
      json.object()
          .field("id", id)
          .field("verdict", decision.verdict().label())
          .field("status", decision.status())
          .field("reason", decision.reason())
          .array("backends");
      decision.backends().forEach(it -> backend(it, json));
      json.endArray().array("steps");
      decision.steps().forEach(it -> step(it, json));
      json.endArray().field("unknown", decision.unknown()).endObject();
    }
  }

  private static void backend(Decision.Reached reached, Json json) {
    json.object()
        .field("workload", reached.workload())
        .field("service", reached.service())
        .field("share", exact(reached.share()));
    if (!reached.share().isExact()) {
      json.array("between")
          .number(reached.share().least())
          .number(reached.share().most())
          .endArray();
    }
    if (!reached.environment().isEmpty()) {
      json.field("environment", reached.environment());
    }
    json.field("verdict", reached.verdict().label()).field("status", reached.status()).endObject();
  }

  private static OptionalDouble exact(Portion share) {
    return share.isExact() ? OptionalDouble.of(share.most()) : OptionalDouble.empty();
  }

  private static void step(Decision.Step step, Json json) {
    json.object().field("point", step.point());
    JsonReport.resource(step.resource(), json);
    Origin origin = step.origin();
    json.field("file", origin.isWritten() ? Optional.of(origin.file()) : Optional.empty())
        .field("line", origin.isWritten() ? OptionalInt.of(origin.line()) : OptionalInt.empty())
        .field("matched", step.matched())
        .field("because", step.because())
        .endObject();
  }
}
