package io.meshc.conformance;

import io.meshc.cli.Main;
import io.meshc.source.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The program as its users run it, in this process.
public final class Cli {
  private Cli() {}

  /// @param status the exit status
  public record Ran(int status, String out, String err) {}

  public static Ran run(Path cwd, String stdin, List<String> args) {
    return run(cwd, stdin, Map.of(), args);
  }

  /// @param env besides what keeps colours out
  public static Ran run(Path cwd, String stdin, Map<String, String> env, List<String> args) {
    var variables = new HashMap<>(env);
    variables.put("NO_COLOR", "1");
    var in = new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status =
        Main.run(args.toArray(String[]::new), in, stream(out), stream(err), variables, cwd);
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// The files below a folder, with paths from there, sorted.
  public static List<SourceFile> tree(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .sorted()
          .map(it -> new SourceFile(folder.relativize(it).toString(), read(it)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
