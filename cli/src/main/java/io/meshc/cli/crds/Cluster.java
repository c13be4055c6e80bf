package io.meshc.cli.crds;

import io.meshc.cli.options.Given;
import io.meshc.validate.schema.Definitions;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// The definitions that `--crds` names, read beside the rest of the input: they are large, and so is what asks their rules.
public final class Cluster {
  private static final Executor BESIDE =
      it -> {
        var thread = new Thread(it, "definitions");
        thread.setDaemon(true);
        thread.start();
      };

  private final CompletableFuture<Definitions> reading;

  private Cluster(CompletableFuture<Definitions> reading) {
    this.reading = reading;
  }

  /// @param cwd where the user stands
  public static Cluster begin(Given<String> option, Path cwd) {
    return option.get().isEmpty()
        ? new Cluster(CompletableFuture.completedFuture(Definitions.none()))
        : new Cluster(
            CompletableFuture.supplyAsync(() -> ReadDefinitions.read(option, cwd).warm(), BESIDE));
  }

  /// Waits for them. A folder without definitions stops the command here.
  public Definitions get() {
    try {
      return reading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
