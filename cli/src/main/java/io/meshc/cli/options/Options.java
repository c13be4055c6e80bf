package io.meshc.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The name of a command and all that it takes, `--help` first. An option is written as its help shows it:
/// `--format=FORMAT` is the option `--format`, which takes one FORMAT.
public final class Options {
  private static final BiFunction<List<String>, String, Boolean> YES =
      (values, source) ->
          Choice.of(source, values.getFirst(), List.of("true", "false")).equals("true");
  private static final BiFunction<List<String>, String, String> ONE =
      (values, _) -> values.getFirst();
  private static final BiFunction<List<String>, String, List<String>> ALL = (values, _) -> values;

  private final String name;
  private final String description;
  private final List<ArgSpec> declared = new ArrayList<>();

  public Options(String name, String description) {
    this.name = name;
    this.description = description;
    declared.add(flagSpec("show this help", "-h", "--help").usageHelp(true).build());
  }

  public String name() {
    return name;
  }

  public Given<Boolean> flag(String option, String help) {
    return declare(flagSpec(help, option).build(), YES);
  }

  /// As [#flag], but what another source turns on can be turned off: `--[no-]isolated`.
  public Given<Boolean> toggle(String option, String help) {
    return declare(flagSpec(help, option).negatable(true).build(), YES);
  }

  public Given<Boolean> flag(String letter, String option, String help) {
    return declare(flagSpec(help, letter, option).build(), YES);
  }

  /// @param otherwise what it is if the user does not say
  public Given<String> text(String option, String otherwise, String help) {
    return declare(textSpec(option, otherwise, help).build(), ONE);
  }

  /// As [#text], but `--help` is silent of it.
  public Given<String> hidden(String option, String otherwise, String help) {
    return declare(textSpec(option, otherwise, help).hidden(true).build(), ONE);
  }

  /// A text that may stay unsaid: `--changed` is `--changed=BARE`. A value is tied by `=`, so the word that follows is none.
  ///
  /// @param otherwise what it is without the option
  /// @param bare what it is with the option alone
  public Given<String> optional(String option, String otherwise, String bare, String help) {
    return declare(
        valued(option, help)
            .type(String.class)
            .initialValue(otherwise)
            .arity("0..1")
            .fallbackValue(bare)
            .preprocessor((args, _, argument, info) -> {
              if (" ".equals(info.get("separator"))) {
                args.push(bare);
              }
              return false;
            })
            .build(),
        ONE);
  }

  /// May be given several times.
  public Given<List<String>> repeated(String option, String help) {
    return declare(listSpec(option, help).build(), ALL);
  }

  /// May be given several times, and each time with several values between commas.
  public Given<List<String>> separated(String option, String help) {
    return declare(listSpec(option, help).splitRegex(",").build(), ALL);
  }

  /// The one word that the command takes beside its options.
  public Given<String> word(String label, String help) {
    return declare(
        PositionalParamSpec.builder()
            .paramLabel(label)
            .arity("1")
            .required(true)
            .type(String.class)
            .initialValue("")
            .description(help)
            .build(),
        ONE);
  }

  /// Any number of words beside the options.
  public Given<List<String>> words(String label, String help) {
    return declare(
        PositionalParamSpec.builder()
            .paramLabel(label)
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .initialValue(new ArrayList<String>())
            .description(help)
            .build(),
        ALL);
  }

  private static OptionSpec.Builder flagSpec(String help, String... names) {
    return OptionSpec.builder(names).type(boolean.class).initialValue(false).description(help);
  }

  private static OptionSpec.Builder textSpec(String option, String otherwise, String help) {
    return valued(option, help).type(String.class).initialValue(otherwise);
  }

  private static OptionSpec.Builder listSpec(String option, String help) {
    return valued(option, help)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .initialValue(new ArrayList<String>());
  }

  private static OptionSpec.Builder valued(String option, String help) {
    int sign = option.indexOf('=');
    return OptionSpec.builder(option.substring(0, sign))
        .paramLabel(option.substring(sign + 1))
        .description(help);
  }

  private <T> Given<T> declare(ArgSpec argument, BiFunction<List<String>, String, T> read) {
    declared.add(argument);
    return new Given<>(argument, read);
  }

  /// The command line of the command that took these options, to be called once.
  public CommandLine commandLine(Command command) {
    Callable<Integer> run = command::run;
    CommandSpec spec = CommandSpec.wrapWithoutInspection(run).name(name);
    spec.usageMessage().description(description).sortOptions(false);
    declared.forEach(spec::add);
    var line = new CommandLine(spec);
    for (Command it : command.commands()) {
      line.addSubcommand(it.options().name, it.options().commandLine(it));
    }
    return line;
  }
}
