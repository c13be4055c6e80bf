package io.meshc.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.meshc.cli.Input.Environment;
import io.meshc.cli.baseline.Baseline.Split;
import io.meshc.cli.config.Config;
import io.meshc.cli.config.Words;
import io.meshc.cli.crds.Cluster;
import io.meshc.cli.options.Choice;
import io.meshc.cli.options.Exit;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Stop;
import io.meshc.cli.report.Progress;
import io.meshc.cli.report.Report;
import io.meshc.cli.report.Report.Entry;
import io.meshc.cli.report.Texts;
import io.meshc.diag.Finding;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.model.Reference;
import io.meshc.read.Reading;
import io.meshc.read.Skipped;
import io.meshc.rules.Catalog;
import io.meshc.source.SourceFile;
import io.meshc.validate.rule.Exemptions;
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
  private final Config config;
  private final Known known;
  private final Cluster cluster;
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
    this.least = severity(options.minSeverity, Words.SEVERITIES).orElseThrow();
    this.config = options.input.config();
    this.known = new Known(options, session);
    this.cluster = Inputs.cluster(options.input, session);
  }

  static int run(LintCommand options, Session session) {
    Optional<Severity> failOn = severity(options.failOn, Words.FAIL_ON);
    Changed.expectBase(options);
    var outputs = new Reports(options, session);
    var check = new Check(options, session);
    Input input = check.read();
    Report report = check.report(input);
    outputs.write(report);
    check.tell(report, input.environments());
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
  private static Optional<Severity> severity(Given<String> option, List<String> known) {
    String chosen = Choice.of(option, known);
    return chosen.equals("never")
        ? Optional.empty()
        : Optional.of(Severity.valueOf(chosen.toUpperCase(Locale.ROOT)));
  }

  private Input read() {
    boolean watched = session.watched() && !options.input.quiet.get();
    try (var progress = Progress.on(session.err(), watched)) {
      progress.say("reading files");
      Input input = Inputs.read(options.input, session);
      look(input, progress);
      return input;
    }
  }

  private void look(Input input, Progress progress) {
    Exemptions exemptions = input.exemptions(config);
    int files = input.environments().stream().mapToInt(it -> it.tree().files().size()).sum();
    progress.say("parsing " + files + " files");
    String one = options.input.environment.get();
    Map<String, Understood> understood =
        input.understand(config.meshes(), it -> known.without(it, input), cluster.get());
    for (Environment it : input.environments()) {
      Understood is = understood.get(it.name());
      if (is != null && (one.isEmpty() || one.equals(it.name()))) {
        look(it, is, exemptions, progress);
      }
    }
    if (input.isWhole(config)) {
      String name = input.environments().getFirst().name();
      exemptions.unused().forEach(it -> add(it, name));
    }
  }

  private void look(
      Environment environment, Understood understood, Exemptions exemptions, Progress progress) {
    progress.say("checking " + understood.resources().all().size() + " objects");
    Suppressed judged = exemptions.apply(Pipeline.judge(understood));
    judged.kept().forEach(it -> add(it, environment.name()));
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

  /// A finding of a rule that was asked for, as severe as the user takes that rule to be.
  private void add(Finding finding, String environment) {
    if (selection.keeps(finding.rule())) {
      Severity severity = config.severities().get(finding.rule());
      collate.add(severity == null ? finding : finding.as(severity), environment);
    }
  }

  private Report report(Input input) {
    var texts = new ArrayList<>(files);
    config.file().ifPresent(texts::add);
    Split split = split(input);
    List<Entry> fresh = severe(split.fresh());
    List<Entry> told = Changed.only(fresh, options, session, input, texts);
    var summary =
        new Report.Summary(
            files.size() + noText,
            documents,
            suppressed,
            split.held(),
            fresh.size() - told.size(),
            unknown,
            skipped(input.environments()),
            incomplete);
    return new Report(told, summary, Catalog.ALL, new Texts(texts));
  }

  /// A result that is not complete is no baseline for others.
  private Split split(Input input) {
    List<Entry> entries = collate.entries();
    if (known.writes()) {
      if (!incomplete) {
        known.write(severe(entries), input);
      }
      return incomplete
          ? new Split(entries, 0, List.of())
          : new Split(List.of(), severe(entries).size(), List.of());
    }
    Split split = known.split(entries, input);
    known.tellGone(split, input, selection);
    return split;
  }

  private List<Entry> severe(List<Entry> entries) {
    return entries.stream().filter(it -> it.finding().severity().compareTo(least) >= 0).toList();
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
