package io.meshc.cli;

import io.meshc.cli.crds.Cluster;
import io.meshc.cli.envoy.RealEnvoy;
import io.meshc.cli.envoy.Rehearsal;
import io.meshc.cli.options.Command;
import io.meshc.cli.options.Exit;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import io.meshc.cli.options.Stop;
import io.meshc.diag.Severity;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// `meshc envoy simulate`.
final class EnvoySimulateCommand implements Command {
  private final Session session;
  private final Options options =
      new Options("simulate", "runs a configuration on real Envoys, and shows who gets through");

  final InputOptions input;
  final RealEnvoy envoy;
  final Given<String> scenario;
  final Given<String> placement;
  final Given<String> only;
  final Given<String> skip;
  final Given<String> each;
  final Given<String> random;
  final Given<Boolean> harden;

  EnvoySimulateCommand(Session session) {
    this.session = session;
    input = new InputOptions(options, session);
    envoy = new RealEnvoy(options, session);
    scenario =
        options.text(
            "--scenario=FILE",
            "",
            "what is asked and expected; default: a request of each class that the configuration"
                + " tells apart");
    placement =
        options.text(
            "--placement=FILE",
            "",
            "where workloads run in the scenario; default: .meshc/placement.yaml below the input");
    only = options.text("--only=REGEX", "", "of the scenario, the checks with such a name");
    skip = options.text("--skip=REGEX", "", "of the scenario, no check with such a name");
    each = options.text("--each=N", "1", "how many requests of a class are sent, up to 100");
    random =
        options.text(
            "--random=SEED",
            "",
            "draw the requests of each class at random, and more than are at its borders");
    harden =
        options.flag("--harden", "refuse paths that may be read in two ways, as `translate` does");
  }

  @Override
  public Options options() {
    return options;
  }

  private int each() {
    if (!each.get().matches("[1-9][0-9]?|100")) {
      throw Stop.usage("`--each` is `" + each.get() + "`", "it is a number from 1 to 100");
    }
    return Integer.parseInt(each.get());
  }

  private Predicate<String> checks() {
    Predicate<String> named = only.get().isEmpty() ? _ -> true : pattern("--only", only.get());
    return skip.get().isEmpty() ? named : named.and(pattern("--skip", skip.get()).negate());
  }

  private static Predicate<String> pattern(String option, String text) {
    try {
      return Pattern.compile(text).asPredicate();
    } catch (PatternSyntaxException e) {
      throw Stop.usage(
          "`" + option + "` is `" + text + "`", "no regular expression: " + e.getDescription());
    }
  }

  private OptionalLong seed() {
    if (random.get().isEmpty()) {
      return OptionalLong.empty();
    }
    if (!random.get().matches("[0-9]{1,18}")) {
      throw Stop.usage("`--random` is `" + random.get() + "`", "a seed is a number");
    }
    return OptionalLong.of(Long.parseLong(random.get()));
  }

  @Override
  public int run() {
    if (!System.getProperty("os.name").startsWith("Linux")) {
      throw Stop.incomplete(
          "a simulation needs Linux",
          "only there all of 127.0.0.0/8 is at hand; `meshc envoy validate` runs anywhere");
    }
    Cluster cluster = Inputs.cluster(input, session);
    Input read = Inputs.readOne(input, session);
    var only = read.only();
    Understood source =
        Pipeline.understand(
            only.tree().files(), only.tree().problems(), only.settings(), cluster.get());
    if (source.isIncomplete()) {
      throw Stop.incomplete(
          "the input cannot be read as a whole, so nothing is run",
          "`meshc lint` shows what is missing");
    }
    long errors =
        read.exemptions(input.config()).apply(Pipeline.judge(source)).kept().stream()
            .filter(it -> it.severity() == Severity.ERROR)
            .count();
    if (errors > 0) {
      session.say(
          "refused: the input has " + errors + (errors == 1 ? " error" : " errors"),
          "`meshc lint` shows them; what is invalid is in no mesh");
      return Exit.FINDINGS;
    }
    var rehearsal =
        new Rehearsal(
            session,
            new Rehearsal.Wanted(envoy.program(), envoy.time(), harden.get(), each(), seed()),
            source.lookup(),
            source.resources());
    return scenario.get().isEmpty()
        ? rehearsal.classes()
        : rehearsal.scenario(
            new Rehearsal.Asked(scenario.get(), placement.get(), Inputs.paths(input), checks()));
  }
}
