package io.meshc.cli;

import io.meshc.cli.options.Choice;
import io.meshc.cli.options.Exit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What picocli has against a command line, in our words.
final class UsageFault {
  private UsageFault() {}

  static int say(ParameterException fault, Session session) {
    CommandLine command = fault.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    if (fault instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      unknown(unmatched.getUnmatched().getFirst(), command, session);
    } else if (fault instanceof MissingParameterException missing
        && !missing.getMissing().isEmpty()) {
      session.say(lowerFirst(firstLine(fault)), "`" + name + " --help` shows its options");
    } else {
      session.say(lowerFirst(firstLine(fault)), "`" + name + " --help` shows its options");
    }
    return Exit.USAGE;
  }

  private static void unknown(String word, CommandLine command, Session session) {
    boolean atTop = command.getParent() == null;
    if (word.startsWith("-")) {
      String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      session.say("unknown option `" + option + "`", Choice.suggestion(option, options(command)));
    } else if (atTop) {
      List<String> known = List.copyOf(command.getSubcommands().keySet());
      session.say("unknown command `" + word + "`", Choice.suggestion(word, known));
    } else {
      String name = command.getCommandSpec().qualifiedName();
      session.say(
          "`" + name + "` does not take `" + word + "`",
          "`" + name + " --help` shows what it takes");
    }
  }

  private static List<String> options(CommandLine command) {
    var names = new ArrayList<String>();
    command.getCommandSpec().options().forEach(it -> names.add(it.longestName()));
    return names;
  }

  private static String firstLine(ParameterException fault) {
    return String.valueOf(fault.getMessage()).lines().findFirst().orElse("").replace('\'', '`');
  }

  private static String lowerFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
