package io.meshc.cli;

import io.meshc.diag.CompilerBug;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The program's entry. Turns whatever happens into an exit status and two lines at most.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    var out = stream(FileDescriptor.out);
    var err = stream(FileDescriptor.err);
    var session =
        new Session(
            System.in,
            out,
            err,
            System.getenv(),
            Path.of("").toAbsolutePath(),
            () -> System.console() != null);
    int status = run(args, session);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /// One run in a world that the caller makes. Leaves nothing behind but what the command writes.
  public static int run(
      String[] args,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> env,
      Path cwd) {
    int status = run(args, new Session(in, out, err, env, cwd, () -> false));
    out.flush();
    err.flush();
    return status;
  }

  private static int run(String[] args, Session session) {
    try {
      return commandLine(session).execute(args);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return bug(session, e);
    }
  }

  static CommandLine commandLine(Session session) {
    var root = new CommandLine(new RootCommand(session));
    root.addSubcommand("lint", new LintCommand(session));
    root.addSubcommand("translate", new TranslateCommand(session), "compile");
    root.addSubcommand("query", new QueryCommand(session));
    root.addSubcommand("model", new ModelCommand(session));
    root.addSubcommand("rules", new RulesCommand(session));
    root.addSubcommand("explain", new ExplainCommand(session));
    root.addSubcommand("version", new VersionCommand(session));
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
  private static PrintStream stream(FileDescriptor to) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(to), 1 << 16), false, StandardCharsets.UTF_8);
  }
}
