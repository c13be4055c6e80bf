package io.meshc.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.meshc.cli.Inputs.Environment;
import io.meshc.cli.report.Report;
import io.meshc.cli.report.Texts;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.model.Reference;
import io.meshc.normalize.Settings;
import io.meshc.read.Reading;
import io.meshc.read.Skipped;
import io.meshc.rules.Catalog;
import io.meshc.source.SourceFile;
import io.meshc.validate.rule.Selection;
import io.meshc.validate.rule.Suppressions.Suppressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `meshc lint`: every environment is understood and judged, and what the rules say is told once, in each format asked for.
final class Check {
  private final LintCommand options;
  private final Session session;
  private final Selection selection;
  private final Severity least;
  private final Collate collate = new Collate();
  private final List<SourceFile> files = new ArrayList<>();
  private int noText;
  private int documents;
  private int suppressed;
  private int unknown;
  private boolean incomplete;

  private Check(LintCommand options, Session session) {
    this.options = options;
    this.session = session;
    this.selection = selection(options);
    this.least =
        severity("--min-severity", options.minSeverity.get(), "info", "warning", "error")
            .orElseThrow();
  }

  static int run(LintCommand options, Session session) {
    Optional<Severity> failOn =
        severity("--fail-on", options.failOn.get(), "error", "warning", "info", "never");
    var outputs = new Reports(options, session);
    Settings settings = Inputs.settings(options.input);
    var check = new Check(options, session);
    List<Environment> environments = Inputs.read(options.input, session);
    environments.forEach(it -> check.look(it, settings));
    Report report = check.report(environments);
    outputs.write(report);
    check.tell(report, environments);
    boolean fails =
        failOn.isPresent()
            && report.entries().stream()
                .anyMatch(it -> it.finding().severity().compareTo(failOn.get()) >= 0);
    return check.incomplete ? Exit.INCOMPLETE : fails ? Exit.FINDINGS : Exit.OK;
  }

  private static Selection selection(LintCommand options) {
    Selection selection = Selection.of(Catalog.ALL, options.select.get(), options.ignore.get());
    if (!selection.errors().isEmpty()) {
      throw Stop.usage(selection.errors().getFirst(), "`meshc rules` lists the rules");
    }
    return selection;
  }

  /// Empty for `never`.
  private static Optional<Severity> severity(String option, String word, String... known) {
    String chosen = Choice.of(option, word, List.of(known));
    return chosen.equals("never")
        ? Optional.empty()
        : Optional.of(Severity.valueOf(chosen.toUpperCase(Locale.ROOT)));
  }

  private void look(Environment environment, Settings settings) {
    Understood understood =
        Pipeline.understand(environment.tree().files(), environment.tree().problems(), settings);
    Suppressed judged = Pipeline.judge(understood);
    judged.kept().stream()
        .filter(it -> selection.keeps(it) && it.severity().compareTo(least) >= 0)
        .forEach(it -> collate.add(it, environment.name()));
    files.addAll(understood.files());
    noText += filesWithoutText(environment.tree());
    documents += (int) understood.documents().stream().filter(it -> it.hidden().isEmpty()).count();
    suppressed += (int) judged.suppressed().stream().filter(selection::keeps).count();
    unknown +=
        (int) understood.mesh().references().stream().filter(it -> isUnknown(it.state())).count();
    incomplete |= understood.isIncomplete();
  }

  /// They were read, although there is nothing in them to look at.
  private static int filesWithoutText(Reading.Tree tree) {
    return (int) tree.problems().stream().filter(it -> it.kind() == Problem.Kind.NOT_TEXT).count();
  }

  private static boolean isUnknown(Reference.State state) {
    return state == Reference.State.OUTSIDE || state == Reference.State.HIDDEN;
  }

  private Report report(List<Environment> environments) {
    var summary =
        new Report.Summary(
            files.size() + noText, documents, suppressed, unknown, skipped(environments));
    return new Report(collate.entries(), summary, Catalog.ALL, new Texts(files));
  }

  /// `12 files skipped: templates of a Helm chart`
  private static List<String> skipped(List<Environment> environments) {
    var counts = new TreeMap<Skipped.Why, Integer>();
    for (Environment environment : environments) {
      environment.tree().skipped().forEach(it -> counts.merge(it.why(), it.files(), Integer::sum));
    }
    var lines = new ArrayList<String>();
    counts.forEach((why, files) -> lines.add(files + " skipped: " + why.described()));
    return lines;
  }

  /// What the result does not say, on standard error.
  private void tell(Report report, List<Environment> environments) {
    boolean silent = !options.format.get().equals("text") && !options.input.quiet.get();
    if (silent) {
      report.summary().skipped().forEach(it -> session.say(it, ""));
    }
    if (options.input.verbose.get()) {
      for (Environment environment : environments) {
        environment.tree().files().forEach(it -> session.err().println("read " + it.path()));
        environment
            .tree()
            .skipped()
            .forEach(
                it -> session.err().println("skipped " + it.path() + ": " + it.why().described()));
      }
    }
    if (options.statistics.get()) {
      Map<String, Long> counts =
          report.entries().stream()
              .collect(
                  groupingBy(
                      it -> it.finding().rule() + " " + it.card().name(),
                      TreeMap::new,
                      counting()));
      counts.forEach((rule, count) -> session.err().printf(Locale.ROOT, "%6d %s%n", count, rule));
    }
  }
}
