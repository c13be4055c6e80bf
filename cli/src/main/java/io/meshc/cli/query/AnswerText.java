package io.meshc.cli.query;

import io.meshc.cli.report.Paint;
import io.meshc.source.ResourceId;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Reached;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Question;
import java.io.PrintStream;
import java.util.Optional;
import java.util.OptionalInt;

/// For people: the verdict, where the request goes, and which lines decide.
public final class AnswerText {
  private AnswerText() {}

  public static void write(Asked asked, Decision decision, Paint paint, PrintStream out) {
    out.println(verdict(asked, decision, paint));
    decision.unknown().forEach(it -> out.println("  unknown: " + clean(it)));
    if (decision.backends().size() > 1 || decision.verdict() == Verdict.ALLOW) {
      decision.backends().forEach(it -> out.println("  " + clean(backend(it))));
    }
    if (decision.verdict() == Verdict.DENY) {
      nearest(decision)
          .ifPresent(
              it -> out.println("  nearest rule: " + clean(label(it) + it.because() + place(it))));
    }
    out.println("  steps:");
    decision.steps().forEach(it -> out.println("    " + clean(step(it))));
  }

  private static String verdict(Asked asked, Decision decision, Paint paint) {
    Verdict verdict = decision.verdict();
    String word =
        switch (verdict) {
          case ALLOW -> paint.good(verdict.label());
          case DENY, MIXED, UNKNOWN -> paint.bad(verdict.label());
        };
    String id = asked.id().isEmpty() ? "" : asked.id() + ": ";
    String why = decision.reason().isEmpty() ? "" : ", " + decision.reason();
    return clean(id)
        + word
        + clean(": " + request(asked.question()) + status(decision.status()) + why);
  }

  private static String request(Question question) {
    String to =
        question.host() + (question.port().isPresent() ? ":" + question.port().getAsInt() : "");
    String what =
        question.http() ? question.method() + " " + to + question.path() : "a connection to " + to;
    return what
        + " from "
        + question.from().label()
        + (question.plaintext() ? " in plaintext" : "");
  }

  private static String status(OptionalInt status) {
    return status.isPresent() ? " → " + status.getAsInt() : "";
  }

  private static String backend(Reached reached) {
    String share = reached.share().text();
    String there = reached.workload().isEmpty() ? "nothing" : reached.workload();
    String where = reached.environment().isEmpty() ? there : there + " in " + reached.environment();
    String service = reached.service().isEmpty() ? "" : " (Service " + reached.service() + ")";
    String why = reached.reason().isEmpty() ? "" : ", " + reached.reason();
    return share
        + " to "
        + where
        + service
        + ": "
        + reached.verdict().label()
        + status(reached.status())
        + why;
  }

  private static String step(Step step) {
    String mark = step.matched() ? "+ " : "- ";
    return mark + step.point() + ": " + label(step) + step.because() + place(step);
  }

  private static String label(Step step) {
    return step.resource().map(ResourceId::label).map(it -> it + " ").orElse("");
  }

  private static String place(Step step) {
    return step.origin().isWritten() ? " (" + step.origin().place() + ")" : "";
  }

  /// The rule that failed latest: one that fails at the client is further away than one that fails at the request.
  private static Optional<Step> nearest(Decision decision) {
    var rules =
        decision.steps().stream().filter(it -> !it.matched() && it.resource().isPresent()).toList();
    return rules.stream()
        .filter(it -> !it.because().startsWith("wants client"))
        .findFirst()
        .or(() -> rules.stream().findFirst());
  }

  private static String clean(String text) {
    return Paint.harmless(text);
  }
}
