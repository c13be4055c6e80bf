package io.meshc.cli;

import io.meshc.cli.report.Paint;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// All that a run sees and touches of the world outside, so that a test can be that world.
///
/// @param out the result, and nothing else
/// @param err all the rest
/// @param cwd where relative paths start
/// @param terminal whether a person looks at `out`; asked only where it matters, as the answer costs time
/// @param watched whether a person looks at `err`
/// @param readsGit set before the first repository is opened
public record Session(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> env,
    Path cwd,
    BooleanSupplier terminal,
    boolean watched,
    AtomicBoolean readsGit) {
  public Session {
    env = Map.copyOf(env);
  }

  /// A file that the user named.
  public Path file(String name) {
    return cwd.resolve(name);
  }

  public String env(String name) {
    return env.getOrDefault(name, "");
  }

  /// Two lines for a person: what is, and what to do.
  public void say(String message, String help) {
    err.println("meshc: " + Paint.harmless(message));
    if (!help.isEmpty()) {
      err.println("help: " + Paint.harmless(help));
    }
  }
}
