package io.meshc.cli.envoy;

import io.meshc.cli.Session;
import io.meshc.cli.options.Exit;
import io.meshc.cli.options.Stop;
import io.meshc.cli.report.Paint;
import io.meshc.diag.Outcome;
import io.meshc.dialect.Resources;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Options;
import io.meshc.lower.Output;
import io.meshc.lower.envoy.EnvoyBackend;
import io.meshc.lower.envoy.EnvoyOptions;
import io.meshc.lower.envoy.placement.Placement;
import io.meshc.model.Lookup;
import io.meshc.simulate.run.Ran;
import io.meshc.simulate.run.Simulate;
import io.meshc.simulate.run.Verdict;
import io.meshc.simulate.scenario.ReadScenario;
import io.meshc.simulate.scenario.Scenario;
import io.meshc.source.SourceFile;
import io.meshc.write.WriteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A mesh → configurations for Envoys on the loopback interface → what they do with requests.
public final class Rehearsal {
  private static final String CERTIFICATES = "/etc/meshc/certs";

  static final String PLAN = "`meshc translate --to envoy --plan` lists them";

  private final Session session;
  private final Wanted wanted;
  private final Lookup lookup;
  private final Resources resources;

  /// @param envoy the program
  /// @param time for all of it
  /// @param hardens as `translate --harden` does
  /// @param each how many requests of a class are sent
  /// @param seed of those that are drawn at random
  public record Wanted(Path envoy, Duration time, boolean hardens, int each, OptionalLong seed) {}

  public Rehearsal(Session session, Wanted wanted, Lookup lookup, Resources resources) {
    this.session = session;
    this.wanted = wanted;
    this.lookup = lookup;
    this.resources = resources;
  }

  /// A request of each class that the mesh tells apart, against what `query` says of it.
  public int classes() {
    Stage stage = Stage.of(lookup.mesh());
    if (stage.proxied().isEmpty()) {
      throw Stop.usage(
          "no workload of the input has a proxy", "a simulation runs the proxies beside workloads");
    }
    Lowered<Output> lowered = lower(bound(stage.placement()));
    Cases.Found found = Cases.of(lookup, stage, new Cases.Choice(wanted.each(), wanted.seed()));
    var scenario =
        new Scenario(
            "",
            lookup.mesh().assumptions().trustDomain(),
            Stage.BLOCKS,
            Map.of(CERTIFICATES, "{certs}"),
            stage.proxied(),
            stage.bare(),
            List.of(),
            List.of(),
            found.cases().stream().map(Case::check).toList());
    Ran.Done done = ran(scenario, files(lowered), session.cwd(), _ -> {});
    boolean started = RehearsalText.hasStarted(found, done);
    if (!started) {
      log(done);
    }
    return new RehearsalText(lookup.mesh().assumptions().clusterDomain(), session.out())
        .write(found, stage, done, lowered.losses());
  }

  /// @param placement `""` for the one that stands below the input
  /// @param inputs paths that the user named
  /// @param checks those that are run, by their names
  public record Asked(
      String file, String placement, List<String> inputs, Predicate<String> checks) {}

  /// What a file asks, of configurations as `translate` writes them.
  public int scenario(Asked asked) {
    Path file = session.file(asked.file());
    Scenario scenario = read(asked.file(), file).only(asked.checks());
    Placement at =
        Envoys.placement(
            asked.placement(), session.cwd(), asked.inputs(), lookup.mesh().assumptions());
    if (at.workloads().isEmpty()) {
      throw Stop.usage(
          "a scenario needs a placement", "`--placement FILE` says where its workloads run");
    }
    Path parent = file.toAbsolutePath().getParent();
    Lowered<Output> lowered = lower(EnvoyOptions.DEFAULT.at(at));
    Ran.Done done =
        ran(
            scenario,
            files(lowered),
            parent == null ? session.cwd() : parent,
            it -> session.out().println(Paint.harmless(it.line())));
    session
        .out()
        .println(
            (done.verdicts().size() - done.failed()) + " passed, " + done.failed() + " failed");
    if (done.failed() == 0) {
      return Exit.OK;
    }
    log(done);
    effective(lowered.losses()).ifPresent(it -> session.say(it, PLAN));
    return Exit.FINDINGS;
  }

  /// What the proxies wrote at last is often the whole answer.
  private void log(Ran.Done done) {
    done.logs().forEach(line -> session.err().println("  " + Paint.harmless(line)));
  }

  private static Scenario read(String name, Path file) {
    try {
      Outcome<Optional<Scenario>> read =
          ReadScenario.read(new SourceFile(name, Files.readString(file)));
      return read.value()
          .orElseThrow(() -> {
            var first = read.problems().getFirst();
            return Stop.usage(first.origin().place() + ": " + first.message(), first.help());
          });
    } catch (IOException _) {
      throw Stop.usage("`" + name + "` cannot be read", "`--scenario` takes a file");
    }
  }

  /// Bound to addresses, as one file for each proxy.
  private static EnvoyOptions bound(Placement placement) {
    return new EnvoyOptions(
        EnvoyOptions.Layout.STATIC,
        EnvoyOptions.Form.YAML,
        placement,
        Optional.of(false),
        EnvoyOptions.Endpoints.DNS,
        Set.of(),
        Optional.of(CERTIFICATES),
        "",
        false,
        false,
        Map.of());
  }

  private Lowered<Output> lower(EnvoyOptions options) {
    var envoys = wanted.hardens() ? options.hardened() : options;
    return new EnvoyBackend()
        .lower(
            lookup.mesh(), resources, new Options(false, Options.DEFAULT.rootNamespace(), envoys));
  }

  private static SortedMap<String, String> files(Lowered<Output> lowered) {
    return WriteFiles.of(lowered.value()).files();
  }

  private Ran.Done ran(
      Scenario scenario, SortedMap<String, String> files, Path beside, Consumer<Verdict> watcher) {
    var options = new Simulate.Options(wanted.envoy(), beside, wanted.time());
    Ran ran = Simulate.run(options, scenario, new Simulate.Configurations.Made(files), watcher);
    return switch (ran) {
      case Ran.Unusable it -> throw Stop.incomplete(it.message(), it.help());
      case Ran.Done it -> it;
    };
  }

  /// How many losses keep the Envoys from doing as the mesh says.
  static Optional<String> effective(List<Loss> losses) {
    long count = losses.stream().filter(it -> it.effect().needsAcceptance()).count();
    return count == 0
        ? Optional.empty()
        : Optional.of(count + (count == 1 ? " loss" : " losses") + " of the translation may show");
  }
}
