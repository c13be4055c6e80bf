package io.meshc.cli;

import io.meshc.cli.baseline.Baseline;
import io.meshc.cli.baseline.Baseline.Split;
import io.meshc.cli.baseline.BaselineFile;
import io.meshc.cli.options.Stop;
import io.meshc.cli.report.Report.Entry;
import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.read.Place;
import io.meshc.read.Reading;
import io.meshc.read.Sources;
import io.meshc.read.Why;
import io.meshc.source.SourceFile;
import io.meshc.validate.rule.Selection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `--baseline` and `--write-baseline`: the findings that the user knows of, read before a run and written after it.
final class Known {
  private static final int SHOWN = 5;

  private final LintCommand options;
  private final Session session;
  private final Baseline baseline;

  /// What is written anew is not read.
  Known(LintCommand options, Session session) {
    this.options = options;
    this.session = session;
    if (writes() && !options.changed.get().isEmpty()) {
      throw Stop.usage("`--write-baseline` and `--changed` exclude each other", "");
    }
    if (writes() && Files.exists(session.file(options.writeBaseline.get()))) {
      expectBaseline(options.writeBaseline.get());
    }
    boolean reads = !options.baseline.get().isEmpty() && !writes();
    this.baseline = reads ? read(options.baseline.get()) : Baseline.NONE;
  }

  boolean writes() {
    return !options.writeBaseline.get().isEmpty();
  }

  /// Without the baseline itself, which is no configuration.
  List<SourceFile> without(List<SourceFile> files, Input input) {
    List<Path> own =
        Stream.of(options.baseline.get(), options.writeBaseline.get())
            .filter(it -> !it.isEmpty())
            .map(it -> session.file(it).normalize())
            .toList();
    return own.isEmpty()
        ? files
        : files.stream().filter(it -> !own.contains(input.locate(it.path()))).toList();
  }

  Split split(List<Entry> entries, Input input) {
    return options.baseline.get().isEmpty()
        ? new Split(entries, 0, List.of())
        : baseline.split(entries, it -> relative(options.baseline.get(), it, input));
  }

  /// The text is complete before the file is touched.
  void write(List<Entry> entries, Input input) {
    String name = options.writeBaseline.get();
    Baseline written = Baseline.of(entries, it -> relative(name, it, input));
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      BaselineFile.write(written, out);
    }
    try {
      Files.write(session.file(name), bytes.toByteArray());
    } catch (IOException e) {
      throw Stop.incomplete("`" + name + "` cannot be written: " + Why.of(e), "");
    }
    if (!options.input.quiet.get()) {
      session.say("wrote " + count(entries.size(), "finding") + " to `" + name + "`", "");
    }
  }

  /// Says which findings of the baseline have gone, of those that this run would have found.
  void tellGone(Split split, Input input, Selection selection) {
    boolean whole = input.isWhole(options.input.config());
    List<Baseline.Known> gone =
        split.gone().stream()
            .filter(it -> selection.keeps(it.rule()))
            .filter(it ->
                whole
                    || input.covers(
                        directory(options.baseline.get()).resolve(it.file()).normalize()))
            .toList();
    if (gone.isEmpty() || options.input.quiet.get()) {
      return;
    }
    int number = gone.stream().mapToInt(Baseline.Known::count).sum();
    String name = options.baseline.get();
    session.say(
        count(number, "finding")
            + " of `"
            + name
            + "` no longer "
            + (number == 1 ? "occurs" : "occur")
            + ": "
            + gone.stream()
                .limit(SHOWN)
                .map(it -> it.rule() + " in " + it.file())
                .collect(Collectors.joining(", "))
            + (gone.size() > SHOWN ? ", …" : ""),
        "`--write-baseline " + name + "` writes it anew");
  }

  /// From the directory of the baseline, so that it does not matter where the user stands.
  private String relative(String name, String said, Input input) {
    return said.isEmpty()
        ? said
        : directory(name).relativize(input.locate(said)).toString().replace('\\', '/');
  }

  private Path directory(String name) {
    Path file = session.file(name).normalize();
    return Optional.ofNullable(file.getParent()).orElse(file);
  }

  /// What was written before may be written anew; anything else is somebody's work.
  private void expectBaseline(String name) {
    try {
      read(name);
    } catch (Stop e) {
      throw Stop.usage(
          "`" + name + "` is there, and is no baseline of meshc",
          "`--write-baseline` would overwrite it; name a file that is not there yet");
    }
  }

  private Baseline read(String name) {
    if (!Files.isRegularFile(session.file(name))) {
      throw Stop.usage(
          "`" + name + "` does not exist", "`--write-baseline " + name + "` writes it");
    }
    Reading reading = Sources.read(new Place.Files(List.of(session.file(name))));
    if (!(reading instanceof Reading.Tree tree) || tree.files().isEmpty()) {
      throw Stop.usage("`" + name + "` cannot be read", "");
    }
    Outcome<Baseline> outcome =
        BaselineFile.read(new SourceFile(name, tree.files().getFirst().text()));
    Optional<Problem> first =
        outcome.problems().stream().min((a, b) -> a.origin().compareTo(b.origin()));
    if (first.isPresent()) {
      throw Stop.usage(
          first.get().origin().place() + ": " + first.get().message(),
          "a baseline is what `--write-baseline` writes");
    }
    return outcome.value();
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
