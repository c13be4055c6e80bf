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

  /// @param channel of the Gateway API; `""` where nobody says it
  /// @param cwd where the user stands
  public static Cluster begin(Given<String> option, String channel, Path cwd) {
    if (option.get().isEmpty()) {
      Definitions none = Definitions.none().ofChannel(channel);
      return new Cluster(CompletableFuture.completedFuture(none));
    }
    return new Cluster(
        CompletableFuture.supplyAsync(
            () -> ReadDefinitions.read(option, cwd).warm().ofChannel(channel), BESIDE));
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
