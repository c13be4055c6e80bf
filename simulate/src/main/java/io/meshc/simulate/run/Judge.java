package io.meshc.simulate.run;

import io.meshc.simulate.scenario.Bounds;
import io.meshc.simulate.scenario.Expect;
import io.meshc.simulate.wire.Outcome;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Outcomes against what is expected of them. Every disagreement is one sentence.
final class Judge {
  /// How far a share may stray: one false alarm in 16 000.
  private static final double DEVIATIONS = 4;

  private final Expect expect;
  private final List<Outcome> outcomes;
  private final List<String> problems = new ArrayList<>();

  private Judge(Expect expect, List<Outcome> outcomes) {
    this.expect = expect;
    this.outcomes = outcomes;
  }

  static List<String> problems(Expect expect, List<Outcome> outcomes, Map<String, Integer> hits) {
    var judge = new Judge(expect, outcomes);
    judge.refusals();
    if (judge.problems.isEmpty()) {
      judge.statuses();
      judge.counts();
      judge.servers();
      judge.shares();
      judge.contents();
      judge.rest(hits);
    }
    return judge.problems;
  }

  /// How often each status, or each application, was seen.
  static Map<String, Integer> count(List<Outcome> outcomes, Function<Outcome, String> of) {
    var counts = new TreeMap<String, Integer>();
    outcomes.forEach(it -> counts.merge(of.apply(it), 1, Integer::sum));
    return counts;
  }

  private void refusals() {
    List<Outcome> refused = outcomes.stream().filter(Outcome.Refused.class::isInstance).toList();
    if (expect.refused().isPresent()) {
      boolean wanted = expect.refused().get();
      outcomes.stream()
          .filter(it -> it instanceof Outcome.Refused != wanted)
          .findFirst()
          .ifPresent(it ->
              problems.add(
                  "expected " + (wanted ? "no answer" : "an answer") + ", got " + it.shown()));
    } else if (!refused.isEmpty() && expect.counts().isEmpty()) {
      problems.add(
          refused.size() + " of " + outcomes.size() + " got " + refused.getFirst().shown());
    }
  }

  private void statuses() {
    if (expect.statuses().isEmpty()) {
      return;
    }
    var allowed = new TreeSet<String>();
    expect.statuses().forEach(it -> allowed.add(Integer.toString(it)));
    List<Outcome> wrong = outcomes.stream().filter(it -> !allowed.contains(it.label())).toList();
    if (!wrong.isEmpty()) {
      String share = outcomes.size() > 1 ? wrong.size() + " of " + outcomes.size() + ": " : "";
      problems.add(
          share
              + "expected "
              + String.join(" or ", allowed)
              + ", got "
              + wrong.getFirst().shown()
              + begins(wrong.getFirst()));
    }
  }

  private static String begins(Outcome outcome) {
    String body = outcome instanceof Outcome.Answered it ? it.body() : "";
    String start = body.length() > 120 ? body.substring(0, 120) + "…" : body;
    return start.isEmpty() ? "" : " `" + start + "`";
  }

  private void counts() {
    if (expect.counts().isEmpty()) {
      return;
    }
    Map<String, Integer> seen = count(outcomes, Outcome::label);
    expect
        .counts()
        .forEach((label, bounds) -> {
          Integer count = seen.remove(label);
          within(bounds, "answers with status " + label, count == null ? 0 : count);
        });
    if (!seen.isEmpty()) {
      problems.add("unexpected answers: " + shown(seen));
    }
  }

  static String shown(Map<String, Integer> counts) {
    var parts = new ArrayList<String>();
    counts.forEach((name, count) -> parts.add(name + " x " + count));
    return String.join(", ", parts);
  }

  private void servers() {
    Map<String, Integer> served = count(outcomes, Outcome::servedBy);
    expect
        .servedBy()
        .filter(it -> !served.keySet().equals(java.util.Set.of(it)))
        .ifPresent(it -> problems.add("expected answers of " + it + ", got " + shown(served)));
  }

  private void shares() {
    if (expect.split().isEmpty()) {
      return;
    }
    Map<String, Integer> served = count(outcomes, Outcome::servedBy);
    expect
        .split()
        .forEach((app, share) -> {
          Integer count = served.remove(app);
          double seen = (count == null ? 0 : count) / (double) outcomes.size();
          double tolerance = expect.tolerance().orElse(tolerance(share, outcomes.size()));
          if (Math.abs(seen - share) > tolerance) {
            problems.add(
                "share of "
                    + app
                    + ": "
                    + decimal(seen)
                    + " is not "
                    + share
                    + " ± "
                    + decimal(tolerance));
          }
        });
    if (!served.isEmpty()) {
      problems.add("answers from " + String.join(", ", served.keySet()) + ", which have no share");
    }
  }

  static double tolerance(double share, int total) {
    return DEVIATIONS * Math.sqrt(share * (1 - share) / total);
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private void contents() {
    for (Outcome outcome : outcomes) {
      if (!(outcome instanceof Outcome.Answered answered) || !problems.isEmpty()) {
        continue;
      }
      matching(expect.headers(), answered.headers(), "header of the answer");
      if (!expect.requestHeaders().isEmpty() || expect.requestPath().isPresent()) {
        seen(answered);
      }
      expect
          .bodyContains()
          .filter(it -> !answered.body().contains(it))
          .ifPresent(it -> problems.add("the body lacks `" + it + "`" + begins(answered)));
    }
  }

  /// What the application says that it saw.
  private void seen(Outcome.Answered answered) {
    List<Document> documents =
        ParseYaml.parse(new SourceFile("the answer", answered.body())).value();
    if (documents.isEmpty()) {
      problems.add("the answer is no stub application's" + begins(answered));
      return;
    }
    Node.Mapping root = documents.getFirst().root();
    var headers = new LinkedHashMap<String, String>();
    if (root.get("headers").isPresent() && root.get("headers").get() instanceof Node.Mapping map) {
      map.entries().forEach(it -> headers.put(it.key(), text(Optional.of(it.value()))));
    }
    matching(expect.requestHeaders(), headers, "header at the application");
    String path = text(root.get("path"));
    if (expect.requestPath().isPresent() && !expect.requestPath().get().equals(path)) {
      problems.add("path at the application: `" + path + "`");
    }
  }

  private static String text(Optional<Node> node) {
    return node.isPresent() && node.get() instanceof Node.Scalar scalar ? scalar.text() : "";
  }

  private void matching(
      Map<String, Optional<String>> wanted, Map<String, String> actual, String what) {
    wanted.forEach((name, pattern) -> {
      Optional<String> value = Optional.ofNullable(actual.get(name.toLowerCase(Locale.ROOT)));
      String shown = what + " `" + name + "`: " + value.map(it -> "`" + it + "`").orElse("absent");
      if (pattern.isEmpty() && value.isPresent()) {
        problems.add(shown + " should be absent");
      } else if (pattern.isPresent()
          && !value.filter(it -> it.matches(pattern.get())).isPresent()) {
        problems.add(shown + " does not match `" + pattern.get() + "`");
      }
    });
  }

  private void rest(Map<String, Integer> hits) {
    expect
        .elapsed()
        .flatMap(it ->
            outcomes.stream()
                .flatMap(outcome -> it.violation("milliseconds", outcome.millis()).stream())
                .findFirst())
        .ifPresent(problems::add);
    expect
        .hits()
        .forEach((app, bounds) -> {
          Integer count = hits.get(app);
          within(bounds, "requests that reached " + app, count == null ? 0 : count);
        });
  }

  private void within(Bounds bounds, String what, double value) {
    bounds.violation(what, value).ifPresent(problems::add);
  }
}
