package io.meshc.cli.envoy;

import io.meshc.cli.config.Words;
import io.meshc.cli.options.Choice;
import io.meshc.cli.options.Stop;
import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.lower.envoy.EnvoyOptions;
import io.meshc.lower.envoy.EnvoyOptions.Endpoints;
import io.meshc.lower.envoy.EnvoyOptions.Form;
import io.meshc.lower.envoy.EnvoyOptions.Layout;
import io.meshc.lower.envoy.placement.ParsePlacement;
import io.meshc.lower.envoy.placement.Placement;
import io.meshc.model.Assumptions;
import io.meshc.read.Why;
import io.meshc.source.SourceFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the user said → what Envoys are to be.
public final class Envoys {
  private static final String PLACEMENT = ".meshc/placement.yaml";

  private Envoys() {}

  /// @param inputs paths that the user named, in the first of which a placement may stand
  public static EnvoyOptions options(
      EnvoyArguments given, Path cwd, List<String> inputs, Assumptions assumptions) {
    Choice.of(given.version, Words.ENVOY_VERSIONS);
    if (given.capture.get() && given.bind.get()) {
      throw Stop.usage("`--capture` and `--bind` exclude each other", "");
    }
    return new EnvoyOptions(
        Layout.valueOf(upper(Choice.of(given.layout, Words.LAYOUTS))),
        Form.valueOf(upper(Choice.of(given.emit, Words.EMIT))),
        placement(given.placement.get(), cwd, inputs, assumptions),
        given.capture.get()
            ? Optional.of(true)
            : given.bind.get() ? Optional.of(false) : Optional.empty(),
        Endpoints.valueOf(upper(Choice.of(given.endpoints, Words.ENDPOINTS))),
        Set.copyOf(given.workloads.get()),
        text(given.certs.get()),
        given.sds.get(),
        given.contrib.get(),
        given.harden.get(),
        Map.of());
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static Optional<String> text(String given) {
    return given.isEmpty() ? Optional.empty() : Optional.of(given);
  }

  /// @param given `""` for one that stands below the input
  static Placement placement(String given, Path cwd, List<String> inputs, Assumptions assumptions) {
    String name = given;
    if (name.isEmpty()) {
      Optional<String> beside =
          inputs.stream()
              .map(it -> it + "/" + PLACEMENT)
              .filter(it -> Files.isRegularFile(cwd.resolve(it)))
              .findFirst();
      if (beside.isEmpty()) {
        return Placement.NONE;
      }
      name = beside.get();
    } else if (!Files.isRegularFile(cwd.resolve(name))) {
      throw Stop.usage("`" + name + "` does not exist", "`--placement` takes a file");
    }
    Outcome<Placement> parsed = ParsePlacement.parse(read(name, cwd));
    parsed.problems().stream()
        .findFirst()
        .ifPresent(it -> {
          throw refused(it);
        });
    parsed
        .value()
        .trustDomain()
        .filter(it -> !it.value().equals(assumptions.trustDomain()))
        .ifPresent(it -> {
          throw Stop.usage(
              it.origin().place()
                  + ": the placement is for trust domain `"
                  + it.value()
                  + "`, and the mesh has `"
                  + assumptions.trustDomain()
                  + "`",
              "");
        });
    return parsed.value();
  }

  private static Stop refused(Problem problem) {
    return Stop.usage(problem.origin().place() + ": " + problem.message(), problem.help());
  }

  private static SourceFile read(String name, Path cwd) {
    try {
      return new SourceFile(name, Files.readString(cwd.resolve(name)));
    } catch (CharacterCodingException e) {
      throw Stop.usage("`" + name + "` is no text in UTF-8", "`--placement` takes a YAML file");
    } catch (IOException e) {
      throw Stop.incomplete("`" + name + "` cannot be read: " + Why.of(e), "");
    }
  }
}
