package io.meshc.cli.config;

import io.meshc.cli.config.Config.Setting;
import io.meshc.cli.config.Keys.Key;
import io.meshc.cli.options.Defaults;
import io.meshc.cli.options.Stop;
import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.read.Place;
import io.meshc.read.Reading;
import io.meshc.read.Sources;
import io.meshc.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What the environment and the config file say where the command line is silent, the environment first. The file is looked
/// for and read when it is first asked for; one that is wrong stops the command.
public final class Configured implements Defaults {
  /// As the name of the file: there is none.
  private static final String NONE = "none";

  private final Map<String, String> env;
  private final Where where;
  private Optional<Config> config = Optional.empty();

  /// The directories that count, all absolute.
  ///
  /// @param cwd where the user stands
  /// @param named the file that the user names, `none`, or `""` for the one that is found
  /// @param start where it is looked for, and above
  /// @param paths what the paths to read are relative to
  public record Where(
      Path cwd, Supplier<String> named, Supplier<Path> start, Supplier<Path> paths) {}

  public Configured(Map<String, String> env, Where where) {
    this.env = env;
    this.where = where;
  }

  @Override
  public Optional<Default> of(String key) {
    Optional<Default> variable = variable(env, key);
    if (variable.isPresent() || known(key).isEmpty()) {
      return variable;
    }
    Setting setting = config().settings().get(key);
    return setting == null ? Optional.empty() : Optional.of(said(setting));
  }

  /// What the environment alone says. A variable that is empty counts as absent, as it does to the runners of CI.
  public static Optional<Default> variable(Map<String, String> env, String key) {
    String name = "MESHC_" + key.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    String said = env.getOrDefault(name, "");
    if (said.isEmpty() || key.equals("paths")) {
      return Optional.empty();
    }
    boolean several = key.equals("ignore") || known(key).filter(Configured::isList).isPresent();
    return Optional.of(new Default(several ? List.of(said.split(",")) : List.of(said), name));
  }

  public Config config() {
    if (config.isEmpty()) {
      config = Optional.of(load());
    }
    return config.get();
  }

  /// The paths of an environment, as if the user had typed them.
  public List<String> paths(Meshes.Environment environment) {
    return from(where.paths().get(), environment.paths());
  }

  /// The file with Istio's settings of an environment, in the same way.
  public Optional<String> meshConfig(Meshes.Environment environment) {
    return environment.meshConfig().map(it -> from(where.cwd(), it));
  }

  private static Optional<Key> known(String key) {
    for (Key it : key.startsWith(Keys.TRANSLATE + ".") ? Keys.OF_TRANSLATE : Keys.TOP) {
      if (it.name().equals(key)) {
        return Optional.of(it);
      }
    }
    return Optional.empty();
  }

  private static boolean isList(Key key) {
    return key.takes() == Takes.RULES || key.takes() == Takes.WORDS || key.takes() == Takes.OUTPUTS;
  }

  /// Paths are said as if the user had typed them.
  private Default said(Setting setting) {
    List<String> values =
        switch (setting.takes()) {
          case FILE -> from(where.cwd(), setting.values());
          case FILES -> from(where.paths().get(), setting.values());
          case OUTPUTS ->
              setting.values().stream()
                  .map(it ->
                      it.substring(0, it.indexOf('=') + 1)
                          + from(where.cwd(), it.substring(it.indexOf('=') + 1)))
                  .toList();
          case FLAG, TEXT, WORD, WORDS, RULES -> setting.values();
        };
    return new Default(values, FindConfig.NAME);
  }

  private List<String> from(Path directory, List<String> paths) {
    return paths.stream().map(it -> from(directory, it)).toList();
  }

  private String from(Path directory, String path) {
    if (Path.of(path).isAbsolute()) {
      return path;
    }
    Path relative = directory.normalize().relativize(config().base().resolve(path).normalize());
    return relative.toString().isEmpty() ? "." : relative.toString().replace('\\', '/');
  }

  private Config load() {
    String named = where.named().get();
    if (named.equals(NONE)) {
      return Config.none(where.cwd());
    }
    if (!named.isEmpty()) {
      return named(named);
    }
    Optional<Path> found = FindConfig.above(where.start().get());
    if (found.isEmpty()) {
      return Config.none(where.cwd());
    }
    Path file = found.get();
    if (!Files.isRegularFile(file)) {
      String name = where.cwd().relativize(file).toString().replace('\\', '/');
      throw Stop.usage(
          "`" + name + "` is no file that can be read", "`--config none` goes without");
    }
    return read(where.cwd().relativize(file).toString().replace('\\', '/'), file);
  }

  private Config named(String name) {
    Path file = where.cwd().resolve(name);
    if (!Files.isRegularFile(file)) {
      throw Stop.usage("`" + name + "` does not exist", "`--config` takes a file, or `none`");
    }
    return read(name, file.normalize());
  }

  private static Config read(String said, Path file) {
    Reading reading = Sources.read(new Place.Files(List.of(file)));
    if (reading instanceof Reading.Tree tree && tree.files().size() == 1) {
      var source = new SourceFile(said, tree.files().getFirst().text());
      return checked(ParseConfig.parse(source, Optional.ofNullable(file.getParent()).orElse(file)));
    }
    String why =
        reading instanceof Reading.Tree tree && !tree.problems().isEmpty()
            ? tree.problems().getFirst().message()
            : "it cannot be read";
    throw Stop.usage(said + ": " + why, "");
  }

  /// The first thing that is wrong is enough: the next run tells the next.
  private static Config checked(Outcome<Config> parsed) {
    Optional<Problem> first =
        parsed.problems().stream().min((a, b) -> a.origin().compareTo(b.origin()));
    if (first.isPresent()) {
      Problem problem = first.get();
      throw Stop.usage(problem.origin().place() + ": " + problem.message(), problem.help());
    }
    return parsed.value();
  }
}
