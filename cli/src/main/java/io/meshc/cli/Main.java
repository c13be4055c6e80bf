package io.meshc.cli;

import io.meshc.cli.about.ExplainCommand;
import io.meshc.cli.about.RulesCommand;
import io.meshc.cli.about.VersionCommand;
import io.meshc.cli.options.Command;
import io.meshc.cli.options.Exit;
import io.meshc.cli.options.Stop;
import io.meshc.cli.report.Sink;
import io.meshc.diag.CompilerBug;
import io.meshc.read.Why;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The program's entry. Turns whatever happens into an exit status and two lines at most.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // What picocli would look for in vain is a class that it opens the jar for, and converters of
    // types that we do not use.
    System.setProperty("picocli.disable.closures", "true");
    System.setProperty("picocli.converters.excludes", "java.*");
    // JGit's logger, which says nothing. Looking for it as a service costs more than reading a
    // file.
    System.setProperty("slf4j.provider", "org.slf4j.nop.NOPServiceProvider");
    System.setProperty("slf4j.internal.verbosity", "WARN");
    var sink = new Sink(new FileOutputStream(FileDescriptor.out));
    var out = stream(sink);
    var err = stream(new FileOutputStream(FileDescriptor.err));
    var session =
        new Session(
            System.in,
            out,
            err,
            System.getenv(),
            Path.of("").toAbsolutePath(),
            () -> System.console() != null,
            Boolean.getBoolean("meshc.watched"),
            new AtomicBoolean());
    int status = run(args, session);
    out.flush();
    if (sink.failure().isPresent()) {
      session.say("the result cannot be written: " + Why.of(sink.failure().get()), "");
      status = Exit.INCOMPLETE;
    }
    err.flush();
    leave(status, session.readsGit().get());
  }

  /// An orderly exit first asks the JDK's loggers who wants to know, which takes longer than reading a file does. It is for JGit
  /// alone, whose hooks remove what it tried the file system with; nothing else has anything to do at the end.
  private static void leave(int status, boolean orderly) {
    if (orderly) {
      System.exit(status);
    }
    Runtime.getRuntime().halt(status);
  }

  /// One run in a world that the caller makes. Leaves nothing behind but what the command writes.
  public static int run(
      String[] args,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> env,
      Path cwd) {
    int status =
        run(args, new Session(in, out, err, env, cwd, () -> false, false, new AtomicBoolean()));
    out.flush();
    err.flush();
    return status;
  }

  private static int run(String[] args, Session session) {
    try {
      return commandLine(session, args).execute(args);
    } catch (OutOfMemoryError _) {
      return outOfMemory(session);
    } catch (StackOverflowError e) {
      return bug(session, e);
    }
  }

  /// @param names the first one is the name, the others are aliases
  private record Known(List<String> names, Function<Session, Command> create) {}

  private static final List<Known> COMMANDS =
      List.of(
          new Known(List.of("lint"), LintCommand::new),
          new Known(List.of("translate", "compile"), TranslateCommand::new),
          new Known(List.of("query"), QueryCommand::new),
          new Known(List.of("model"), ModelCommand::new),
          new Known(List.of("envoy"), EnvoyCommand::new),
          new Known(List.of("rules"), RulesCommand::new),
          new Known(List.of("explain"), ExplainCommand::new),
          new Known(List.of("version"), VersionCommand::new));

  /// Where the first word names a command, the others are left out: each costs some milliseconds of a cold start.
  static CommandLine commandLine(Session session, String... args) {
    var names = new ArrayList<String>();
    var named = new ArrayList<Known>();
    for (Known it : COMMANDS) {
      names.addAll(it.names());
      if (args.length > 0 && it.names().contains(args[0])) {
        named.add(it);
      }
    }
    var top = new RootCommand(session, names);
    CommandLine root = top.options().commandLine(top);
    for (Known it : named.isEmpty() ? COMMANDS : named) {
      Command command = it.create().apply(session);
      String[] aliases = it.names().subList(1, it.names().size()).toArray(new String[0]);
      root.addSubcommand(it.names().getFirst(), command.options().commandLine(command), aliases);
    }
    root.getCommandSpec()
        .usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .footer("", "`meshc COMMAND --help` shows the options of a command.");
    root.setOut(new PrintWriter(session.out(), true));
    root.setErr(new PrintWriter(session.err(), true));
    root.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    root.setUsageHelpAutoWidth(false).setUsageHelpWidth(100);
    root.setParameterExceptionHandler((e, _) -> UsageFault.say(e, session));
    root.setExecutionExceptionHandler((e, _, _) -> failed(session, e));
    return root;
  }

  private static int failed(Session session, Exception e) {
    if (e instanceof Stop stop) {
      session.say(stop.message(), stop.help());
      return stop.status();
    }
    return bug(session, e);
  }

  /// No bug: each file has a limit, but there may be any number of them.
  private static int outOfMemory(Session session) {
    session.say(
        "the input needs more memory than the "
            + (Runtime.getRuntime().maxMemory() >> 20)
            + " MiB that there are",
        "check fewer files at once, or give it more, such as `MESHC_JAVA_OPTS=-Xmx8g`");
    return Exit.INCOMPLETE;
  }

  /// Never what a user wrote: so it says where meshc itself went wrong, for whoever reports it.
  private static int bug(Session session, Throwable e) {
    String origin = e instanceof CompilerBug bug ? " while looking at " + bug.origin().place() : "";
    String said = e.getMessage() == null ? "" : ": " + e.getMessage();
    StackTraceElement[] trace = e.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    session.say(
        "this is a bug in meshc" + origin + ": " + e.getClass().getSimpleName() + said + where,
        "please report it, with the input if you can; `MESHC_TRACE=1` shows where it comes from");
    if (!session.env("MESHC_TRACE").isEmpty()) {
      e.printStackTrace(session.err());
    }
    return Exit.BUG;
  }

  /// UTF-8 whatever the locale says, and without a system call for each line.
  private static PrintStream stream(OutputStream to) {
    return new PrintStream(new BufferedOutputStream(to, 1 << 16), false, StandardCharsets.UTF_8);
  }
}
