package io.meshc.validate.rule;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resources;
import io.meshc.model.Assumptions;
import io.meshc.model.Lookup;
import io.meshc.model.Mesh;
import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import io.meshc.source.Span;
import io.meshc.validate.rule.suppression.Suppression;
import io.meshc.validate.written.Documents;
import io.meshc.yaml.Document;
import io.meshc.yaml.ParseYaml;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A small catalogue and environments for the tests.
final class Sample {
  private Sample() {}

  static final Rule KEYS =
      new OnInput("MC0001", "double-key", Problem.Kind.DUPLICATE_KEY, List.of("X100"));
  static final Rule FIELDS =
      new OnInput("MC0002", "odd-field", Problem.Kind.UNKNOWN_FIELD, List.of());
  static final Rule UNUSED = new Unused();
  static final List<Rule> CATALOG = List.of(KEYS, FIELDS, UNUSED);

  record OnInput(String id, String name, Problem.Kind kind, List<String> aliases)
      implements InputRule {
    @Override
    public RuleCard card() {
      return new RuleCard(id, name, Category.INVALID, Severity.ERROR, "0.1", aliases, true);
    }

    @Override
    public Set<Problem.Kind> reports() {
      return Set.of(kind);
    }
  }

  record Unused() implements SuppressionRule {
    @Override
    public RuleCard card() {
      return new RuleCard("MC5001", "idle", Category.HYGIENE, Severity.WARNING, "0.1");
    }

    @Override
    public Stream<Finding> check(Suppression unused, boolean known) {
      String what = (known ? "idle " : "unknown ") + unused.word();
      return Stream.of(at(unused.origin(), Optional.empty(), what));
    }
  }

  static Problem problem(Problem.Kind kind, int line, String message) {
    var origin = new Origin("a.yaml", "", new Span(line, 3, line, 4));
    return new Problem(kind, origin, message, "help");
  }

  static Checked checked(List<Problem> problems) {
    var mesh =
        new Mesh(
            Assumptions.DEFAULT,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Checked(Lookup.of(mesh), new Resources(List.of()), Documents.none(), problems);
  }

  /// What is left of findings of [#KEYS] on every line of a text, as `line:message`; of what is found wrong with
  /// suppressions, too.
  static List<String> kept(String yaml) {
    var file = new SourceFile("a.yaml", yaml);
    Outcome<List<Document>> documents = ParseYaml.parse(file);
    List<Problem> everywhere =
        IntStream.rangeClosed(1, (int) yaml.lines().count())
            .mapToObj(it -> problem(Problem.Kind.DUPLICATE_KEY, it, "key"))
            .toList();
    List<Finding> findings = RuleRunner.run(CATALOG, checked(everywhere));
    return Suppressions.apply(findings, List.of(file), documents.value(), CATALOG).kept().stream()
        .map(it -> it.origin().line() + ":" + it.message())
        .toList();
  }
}
