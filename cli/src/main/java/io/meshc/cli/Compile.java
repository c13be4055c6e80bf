package io.meshc.cli;

import static java.util.stream.Collectors.toCollection;

import io.meshc.cli.config.Words;
import io.meshc.cli.crds.Cluster;
import io.meshc.cli.envoy.Digests;
import io.meshc.cli.envoy.Envoys;
import io.meshc.cli.options.Choice;
import io.meshc.cli.options.Exit;
import io.meshc.cli.options.Stop;
import io.meshc.cli.query.AnswerText;
import io.meshc.cli.query.Asked;
import io.meshc.cli.report.Paint;
import io.meshc.cli.report.Report;
import io.meshc.cli.report.ReportFile;
import io.meshc.cli.report.TextReport;
import io.meshc.cli.report.Texts;
import io.meshc.cli.report.Translation;
import io.meshc.cli.report.Translation.Outcome;
import io.meshc.cli.report.TranslationJson;
import io.meshc.cli.report.TranslationText;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.lower.Backend;
import io.meshc.lower.Backends;
import io.meshc.lower.Effect;
import io.meshc.lower.Lowered;
import io.meshc.lower.Options;
import io.meshc.lower.Output;
import io.meshc.lower.envoy.EnvoyOptions;
import io.meshc.normalize.Settings;
import io.meshc.read.Reading;
import io.meshc.rules.Catalog;
import io.meshc.validate.verify.Verify;
import io.meshc.write.OutputDirectory;
import io.meshc.write.Tree;
import io.meshc.write.WriteFiles;
import io.meshc.write.WriteTree;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// `meshc translate`: understand, lower, ask the user's leave for what is lost, read back, and only then write.
final class Compile {
  private final TranslateCommand options;
  private final Session session;
  private final Paint paint;

  private Compile(TranslateCommand options, Session session) {
    this.options = options;
    this.session = session;
    this.paint = Reports.paint(options.input.color.get(), session);
  }

  static int run(TranslateCommand options, Session session) {
    Backend backend = backend(options);
    Set<Effect> accepted = accepted(options);
    if (options.directory.get().isEmpty() && !options.plan.get()) {
      throw Stop.usage(
          "`-o` is missing", "it names the directory to write to; `--plan` writes nothing");
    }
    if (!options.istioRegex.get().isEmpty()) {
      Choice.of(options.istioRegex, Words.ISTIO_REGEX);
    }
    Choice.of(options.input.color, Words.COLOR);
    if (!options.report.get().isEmpty()) {
      ReportFile.expectRoom("--report", options.report.get(), session.file(options.report.get()));
    }
    return new Compile(options, session).run(backend, accepted);
  }

  private static Backend backend(TranslateCommand options) {
    String target = options.to.get();
    if (target.isEmpty()) {
      throw Stop.usage(
          "`--to` is missing", "it names the dialect to write: " + Choice.listed(Words.targets()));
    }
    return Backends.named(target)
        .orElseThrow(() ->
            Stop.usage(
                "`" + target + "` is not written by this version yet",
                "it writes: " + Choice.listed(Words.targets())));
  }

  /// The effects that keep nothing from being written.
  private static Set<Effect> accepted(TranslateCommand options) {
    var effects = EnumSet.noneOf(Effect.class);
    for (String label : options.accept.get()) {
      Choice.of(options.accept.source(), label, Words.effects());
      effects.add(Effect.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
    if (!options.strict.get()) {
      effects.addAll(
          Arrays.stream(Effect.values())
              .filter(it -> !it.needsAcceptance())
              .collect(toCollection(() -> EnumSet.noneOf(Effect.class))));
    }
    return effects;
  }

  private int run(Backend backend, Set<Effect> accepted) {
    Cluster cluster = Inputs.cluster(options.input, session);
    Input input = Inputs.readOne(options.input, session);
    Settings settings = input.only().settings();
    Reading.Tree tree = withoutOutput(input.only().tree());
    Understood source = Pipeline.understand(tree.files(), tree.problems(), settings, cluster.get());
    if (source.isIncomplete()) {
      throw Stop.incomplete(
          "the input cannot be read as a whole, so nothing is written",
          "`meshc lint` shows what is missing");
    }
    if (refusesInvalid(source, input)) {
      return Exit.FINDINGS;
    }
    var chosen =
        new Options(
            !options.istioRegex.get().isEmpty(),
            Options.DEFAULT.rootNamespace(),
            envoys(settings, source));
    Lowered<Output> lowered = backend.lower(source.mesh(), source.resources(), chosen);
    var translation =
        new Translation(
            backend.name(),
            Outcome.PLANNED,
            options.directory.get(),
            List.of(),
            lowered.value(),
            List.of(),
            lowered.losses(),
            accepted,
            source.origins(),
            Optional.empty());
    return translation.unaccepted().isEmpty()
        ? write(source, translation, settings)
        : refused(translation);
  }

  private EnvoyOptions envoys(Settings settings, Understood source) {
    List<String> inputs = Inputs.paths(options.input);
    return Envoys.options(options.envoy, session.cwd(), inputs, settings.assumptions())
        .of(Digests.of(source.files(), inputs));
  }

  /// What an earlier run wrote is no input of this one, though it may stand below it.
  private Reading.Tree withoutOutput(Reading.Tree tree) {
    if (options.directory.get().isEmpty()) {
      return tree;
    }
    Path out = session.file(options.directory.get()).normalize();
    return new Reading.Tree(
        tree.files().stream()
            .filter(it -> !session.file(it.path()).normalize().startsWith(out))
            .toList(),
        tree.problems().stream()
            .filter(it -> !session.file(it.origin().file()).normalize().startsWith(out))
            .toList(),
        tree.skipped());
  }

  /// What servers would refuse is in no mesh, and what meshc cannot read it cannot translate.
  private boolean refusesInvalid(Understood source, Input input) {
    List<Finding> errors =
        input.exemptions(options.input.config()).apply(Pipeline.judge(source)).kept().stream()
            .filter(it -> it.severity() == Severity.ERROR)
            .toList();
    if (errors.isEmpty()) {
      return false;
    }
    var collate = new Collate();
    errors.forEach(it -> collate.add(it, "default"));
    var summary =
        new Report.Summary(
            source.files().size(), source.documents().size(), 0, 0, 0, 0, List.of(), false);
    var report = new Report(collate.entries(), summary, Catalog.ALL, new Texts(source.files()));
    TextReport.write(
        report, paint, true, options.skipInvalid.get() ? session.err() : session.out());
    String what = errors.size() == 1 ? "1 error" : errors.size() + " errors";
    if (options.skipInvalid.get()) {
      session.say("the input has " + what + "; what is invalid is left out", "");
      return false;
    }
    session.say(
        "refused: the input has " + what + ", so nothing is written",
        "mend them, or leave out what is invalid with `--skip-invalid`");
    return true;
  }

  private int refused(Translation translation) {
    report(translation.as(Outcome.REFUSED));
    var effects =
        translation.unaccepted().stream()
            .map(it -> it.effect().label())
            .distinct()
            .sorted()
            .toList();
    int count = translation.unaccepted().size();
    session.say(
        "refused: "
            + (count == 1 ? "1 loss is" : count + " losses are")
            + " not accepted: "
            + String.join(", ", effects),
        options.strict.get()
            ? "without `--strict`, only what changes access, routing, transport or resilience is"
                + " refused"
            : "change the source, or accept with `--accept " + String.join(",", effects) + "`");
    return Exit.FINDINGS;
  }

  private int write(Understood source, Translation lowered, Settings settings) {
    var layout =
        new WriteTree.Source(root(), options.input.defaultNamespace.get(), lowered.target());
    boolean standsAlone = !lowered.output().files().isEmpty();
    Tree tree =
        standsAlone
            ? WriteFiles.of(lowered.output())
            : WriteTree.of(source.files(), source.documents(), lowered.output(), layout);
    var output = new Written(options, session);
    SortedMap<String, String> files = output.withKept(tree.files());
    if (!options.plan.get() && !options.check.get()) {
      output.expectRoom(files);
    }
    Translation translation = lowered.wrote(List.copyOf(files.keySet()), tree.undone());
    if (!options.noVerify.get() && !standsAlone) {
      Verify.Report verified = ReadBack.compare(source, files, translation.losses(), settings);
      translation = translation.verified(ReadBack.summary(verified));
      if (!verified.differences().isEmpty()) {
        return differs(translation.as(Outcome.REFUSED), verified.differences());
      }
    }
    if (options.plan.get()) {
      report(translation);
      return Exit.OK;
    }
    return options.check.get()
        ? check(output, translation, files)
        : write(output, translation, files);
  }

  private int check(Written output, Translation translation, SortedMap<String, String> files) {
    List<String> drifts = output.drifts(files);
    report(translation.as(drifts.isEmpty() ? Outcome.UNCHANGED : Outcome.DRIFT));
    drifts.forEach(it -> session.out().println("  " + Paint.harmless(it)));
    return drifts.isEmpty() ? Exit.OK : Exit.FINDINGS;
  }

  private int write(Written output, Translation translation, SortedMap<String, String> files) {
    OutputDirectory.Written written = output.write(files);
    report(translation.as(Outcome.WRITTEN));
    written.written().forEach(it -> session.out().println("  wrote " + Paint.harmless(it)));
    written.removed().forEach(it -> session.out().println("  removed " + Paint.harmless(it)));
    return Exit.OK;
  }

  /// The path that paths in the output start below, said as the paths of the files are: from where the user stands.
  private String root() {
    List<String> read = Inputs.paths(options.input);
    if (read.size() != 1 || (options.input.paths.get().isEmpty() && read.equals(List.of(".")))) {
      return "";
    }
    String given = read.getFirst();
    Path whole = Path.of(given);
    return whole.isAbsolute() && whole.startsWith(session.cwd())
        ? session.cwd().relativize(whole.normalize()).toString().replace('\\', '/')
        : given;
  }

  /// A translation that means something else is never written. Where an edit is left to the user, it may be for that.
  private int differs(Translation translation, List<Verify.Difference> differences) {
    report(translation);
    for (Verify.Difference it : differences.subList(0, Math.min(3, differences.size()))) {
      session.out().println("before:");
      AnswerText.write(new Asked("", it.question()), it.before(), paint, session.out());
      session.out().println("after:");
      AnswerText.write(new Asked("", it.question()), it.after(), paint, session.out());
    }
    if (!translation.undone().isEmpty()) {
      session.say(
          "refused: without the edits by hand, the translation decides otherwise",
          "make those edits in the source first");
      return Exit.FINDINGS;
    }
    session.say(
        "this is a bug in meshc: the translation decides "
            + differences.size()
            + " requests otherwise, so nothing is written",
        "please report it, with the answers above; `--no-verify` writes it all the same");
    return Exit.BUG;
  }

  private void report(Translation translation) {
    TranslationText.write(translation, paint, session.out());
    if (options.report.get().isEmpty()) {
      return;
    }
    ReportFile.write(
        options.report.get(),
        session.file(options.report.get()),
        out -> TranslationJson.write(translation, out));
  }
}
