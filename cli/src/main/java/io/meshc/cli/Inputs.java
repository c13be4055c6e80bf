package io.meshc.cli;

import io.meshc.cli.Input.Environment;
import io.meshc.cli.config.Meshes;
import io.meshc.cli.config.Words;
import io.meshc.cli.crds.Cluster;
import io.meshc.cli.options.Choice;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Stop;
import io.meshc.diag.Problem;
import io.meshc.model.Assumptions;
import io.meshc.normalize.Settings;
import io.meshc.normalize.Settings.GatewayProfile;
import io.meshc.normalize.Settings.PathReading;
import io.meshc.read.Place;
import io.meshc.read.Reading;
import io.meshc.read.Skipped;
import io.meshc.read.Sources;
import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The input options → what they name.
final class Inputs {
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  private final InputOptions options;
  private final Session session;
  private final Map<String, Path> elsewhere = new HashMap<>();

  private Inputs(InputOptions options, Session session) {
    this.options = options;
    this.session = session;
  }

  static Input read(InputOptions options, Session session) {
    var inputs = new Inputs(options, session);
    List<Environment> read = inputs.environments();
    if (read.stream()
        .allMatch(it -> it.tree().files().isEmpty() && it.tree().problems().isEmpty())) {
      inputs.nothing();
    }
    return new Input(read, inputs.roots(), session.cwd(), inputs.elsewhere);
  }

  private List<Environment> environments() {
    List<Meshes.Environment> said = chosen(options);
    if (!said.isEmpty()) {
      return said.stream().map(this::environment).toList();
    }
    return options.isolated.get() && !options.paths.get().isEmpty()
        ? isolated()
        : List.of(together());
  }

  /// All that is read, as the user could have typed it.
  static List<String> paths(InputOptions options) {
    List<Meshes.Environment> said = chosen(options);
    if (!said.isEmpty()) {
      return said.stream().flatMap(it -> options.configured.paths(it).stream()).toList();
    }
    return options.paths.get().isEmpty() ? List.of(".") : options.paths.get();
  }

  /// The environments of the config file that are meant: all, or the one that is named with those of its mesh. None where paths are
  /// typed.
  private static List<Meshes.Environment> chosen(InputOptions options) {
    String name = options.environment.get();
    Meshes meshes = options.config().meshes();
    if (name.isEmpty()) {
      return options.paths.isTyped() ? List.of() : meshes.environments();
    }
    if (options.paths.isTyped()) {
      throw Stop.usage(
          "`--environment` and PATH exclude each other", "an environment has paths of its own");
    }
    if (meshes.environment(name).isEmpty()) {
      String known = Choice.listed(meshes.environments().stream().map(it -> it.name()).toList());
      throw Stop.usage(
          "`" + name + "` is none of the `environments` of the config file",
          known.isEmpty() ? "there are none" : "there is " + known);
    }
    return meshes.environments().stream().filter(it -> isOf(it, name, meshes)).toList();
  }

  private static boolean isOf(Meshes.Environment environment, String name, Meshes meshes) {
    Optional<Meshes.Mesh> mesh = meshes.meshOf(name);
    return environment.name().equals(name)
        || (mesh.isPresent() && meshes.meshOf(environment.name()).equals(mesh));
  }

  private Environment environment(Meshes.Environment said) {
    Reading.Tree tree = read(places(options.configured.paths(said)));
    return new Environment(said.name(), tree, settings(said));
  }

  private Settings settings(Meshes.Environment said) {
    Settings settings = settings(options, session);
    Assumptions assumed = settings.assumptions();
    Meshes meshes = options.config().meshes();
    return new Settings(
        new Assumptions(
            said.trustDomain().orElse(assumed.trustDomain()),
            said.clusterDomain().orElse(assumed.clusterDomain()),
            assumed.closed()),
        settings.defaultNamespace(),
        settings.osmPermissive(),
        settings.pathRegex(),
        options.configured.meshConfig(said).isPresent()
            ? meshConfig(options.configured.meshConfig(said).get(), ".meshc.yaml", session)
            : settings.meshConfig(),
        settings.gateways(),
        meshes
            .meshOf(said.name())
            .map(it -> new Settings.Sharing(Set.copyOf(it.aliases()), it.clustersetHosts()))
            .orElse(Settings.Sharing.NOTHING));
  }

  /// One environment for commands that speak of one mesh.
  static Input readOne(InputOptions options, Session session) {
    if (options.isolated.get()) {
      if (options.isolated.isTyped()) {
        throw Stop.usage("`--isolated` is for `meshc lint`", "");
      }
      if (options.paths.get().size() > 1) {
        throw Stop.usage(
            "each of `" + String.join("`, `", options.paths.get()) + "` is a mesh of its own",
            "name the one that is meant");
      }
    }
    Input input = read(options, session);
    List<Environment> all = input.environments();
    if (all.size() < 2) {
      return input;
    }
    String name = options.environment.get();
    if (name.isEmpty()) {
      throw oneOf(all);
    }
    var one = all.stream().filter(it -> it.name().equals(name)).toList();
    return new Input(one, input.roots(), input.cwd(), input.elsewhere());
  }

  /// Environments for commands that go from one to another: those of one mesh.
  static Input readMeshes(InputOptions options, Session session) {
    List<Meshes.Environment> said = chosen(options);
    Meshes meshes = options.config().meshes();
    boolean one =
        said.isEmpty()
            || said.stream().map(it -> meshes.meshOf(it.name())).distinct().count() > 1
            || meshes.meshOf(said.getFirst().name()).isEmpty();
    return one ? readOne(options, session) : read(options, session);
  }

  private static Stop oneOf(List<Environment> all) {
    return Stop.usage(
        "the config file has several environments",
        "`--environment` names the one that is meant: "
            + Choice.listed(all.stream().map(Environment::name).toList()));
  }

  static Settings settings(InputOptions options, Session session) {
    if (!NAMESPACE.matcher(options.defaultNamespace.get()).matches()) {
      throw Stop.usage(
          "`" + options.defaultNamespace.get() + "` is no name of a namespace",
          "`" + options.defaultNamespace.source() + "` takes lower-case letters, digits and `-`");
    }
    boolean closed = Choice.of(options.assume, Words.ASSUME).equals("closed");
    Assumptions open = Assumptions.DEFAULT;
    return new Settings(
        new Assumptions(open.trustDomain(), open.clusterDomain(), closed),
        options.defaultNamespace.get(),
        optional(options.osmPermissive, Words.YES_NO).map("true"::equals),
        optional(options.smiPathRegex, Words.PATH_REGEX)
            .map(it -> it.equals("full") ? PathReading.FULL : PathReading.PREFIX),
        meshConfig(options.meshConfig.get(), options.meshConfig.source(), session),
        optional(options.gatewayProfile, Words.GATEWAY_PROFILES)
            .map(it -> GatewayProfile.valueOf(it.toUpperCase(Locale.ROOT))));
  }

  private static Optional<SourceFile> meshConfig(String path, String source, Session session) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(session.file(path))) {
      throw Stop.usage("`" + path + "` does not exist", "`" + source + "` takes a file");
    }
    try {
      return Optional.of(new SourceFile(path, Files.readString(session.file(path))));
    } catch (IOException e) {
      throw Stop.incomplete("`" + path + "` cannot be read: " + e.getMessage(), "");
    }
  }

  /// The definitions that the user says the cluster has: ask for them before the input is read.
  static Cluster cluster(InputOptions options, Session session) {
    String channel = optional(options.gatewayChannel, Words.GATEWAY_CHANNELS).orElse("");
    return Cluster.begin(options.crds, channel, session.cwd());
  }

  private static Optional<String> optional(Given<String> option, List<String> known) {
    return option.get().isEmpty() ? Optional.empty() : Optional.of(Choice.of(option, known));
  }

  private List<Environment> isolated() {
    return options.paths.get().stream()
        .map(it -> new Environment(it, read(places(List.of(it))), settings(options, session)))
        .toList();
  }

  private Environment together() {
    return new Environment(
        "default", read(places(options.paths.get())), settings(options, session));
  }

  private List<Place> places(List<String> paths) {
    Path repository = session.file(options.repo.get());
    if (options.repo.isTyped() && !Files.isDirectory(repository)) {
      throw Stop.usage(
          "`" + options.repo.get() + "` is no directory", "`--repo` takes a repository");
    }
    if (options.rev.isTyped() && options.rev.get().isEmpty()) {
      // a variable that is not set in a script must not make it look at something else
      throw Stop.usage("`--rev` names no revision", "such as `--rev HEAD`");
    }
    if (options.staged.get() && !options.rev.get().isEmpty()) {
      throw Stop.usage("`--staged` and `--rev` exclude each other", "");
    }
    if (options.staged.get()) {
      session.readsGit().set(true);
      return List.of(new Place.Index(repository, paths));
    }
    if (!options.rev.get().isEmpty()) {
      session.readsGit().set(true);
      return List.of(new Place.Revision(repository, options.rev.get(), paths));
    }
    var places = new ArrayList<Place>();
    var files = new ArrayList<Path>();
    for (String path : paths.isEmpty() ? List.of(".") : paths) {
      int colon = path.indexOf(':');
      if (path.equals("-")) {
        places.add(new Place.Stdin(options.stdinFilename.get(), session.in()));
      } else if (colon > 0 && !Files.exists(session.file(path))) {
        session.readsGit().set(true);
        places.add(revision(repository, path.substring(0, colon), path.substring(colon + 1)));
      } else {
        files.add(session.file(path));
      }
    }
    if (!files.isEmpty()) {
      places.add(new Place.Files(files));
    }
    return places;
  }

  /// As Git has it: a path that does not start with a dot is one from the top of the repository.
  private static Place revision(Path repository, String revision, String path) {
    if (path.isEmpty()) {
      return new Place.Revision(repository, revision, List.of(":/"));
    }
    return new Place.Revision(
        repository, revision, List.of(path.startsWith(".") ? path : ":/" + path));
  }

  /// The files and directories that the options name, wherever they are read from.
  private List<Path> roots() {
    boolean git = options.staged.get() || !options.rev.get().isEmpty();
    Path repository = session.file(options.repo.get());
    var roots = new ArrayList<Path>();
    for (String path : paths(options)) {
      int colon = path.indexOf(':');
      if (path.startsWith(":/")) {
        roots.add(top(repository).resolve(path.substring(2)).normalize());
      } else if (git) {
        roots.add(repository.resolve(path).normalize());
      } else if (colon > 0 && !Files.exists(session.file(path))) {
        String in = path.substring(colon + 1);
        Path from = in.startsWith(".") ? repository : top(repository);
        roots.add(from.resolve(in).normalize());
      } else if (!path.equals("-")) {
        roots.add(session.file(path).normalize());
      }
    }
    return roots;
  }

  /// The directory that relative paths of a reading start from.
  private Path start(Place place) {
    if (place instanceof Place.Revision revision) {
      boolean fromTop = revision.paths().stream().anyMatch(it -> it.startsWith(":/"));
      return fromTop ? top(revision.repository()) : revision.repository();
    }
    return place instanceof Place.Index index ? index.repository() : session.cwd();
  }

  /// Of the work tree; a bare repository is its own.
  static Path top(Path repository) {
    Path top = repository.toAbsolutePath().normalize();
    for (Path at = top; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    return top;
  }

  private Reading.Tree read(List<Place> places) {
    var files = new ArrayList<SourceFile>();
    var problems = new ArrayList<Problem>();
    var skipped = new ArrayList<Skipped>();
    for (Place place : places) {
      Reading.Tree tree = tree(Sources.read(place, options.config().exclude()));
      Path start = start(place);
      if (!start.normalize().equals(session.cwd())) {
        tree.files().forEach(it -> elsewhere.put(said(it.path()), start));
        tree.problems().forEach(it -> elsewhere.put(said(it.origin().file()), start));
      }
      tree.files().forEach(it -> files.add(new SourceFile(said(it.path()), it.text())));
      tree.problems().forEach(it -> problems.add(said(it)));
      tree.skipped().forEach(it -> skipped.add(new Skipped(said(it.path()), it.why(), it.files())));
    }
    return new Reading.Tree(files, problems, skipped);
  }

  /// Without a `switch` on the type: no AOT cache holds one, and it costs each run of meshc some milliseconds.
  private Reading.Tree tree(Reading reading) {
    if (reading instanceof Reading.Refused refused) {
      throw stop(refused);
    }
    return (Reading.Tree) reading;
  }

  private Stop stop(Reading.Refused refused) {
    String message = refused.message().replace("`" + session.cwd() + "/", "`");
    return switch (refused.reason()) {
      case NO_SUCH_PATH, NOT_A_REPOSITORY, UNKNOWN_REVISION -> Stop.usage(message, refused.help());
      case BROKEN -> Stop.incomplete(message, refused.help());
    };
  }

  /// As the user would say it: from where they stand.
  private String said(String path) {
    Path whole = Path.of(path);
    if (!whole.isAbsolute()) {
      return path;
    }
    boolean below = whole.startsWith(session.cwd());
    boolean climbs =
        paths(options).stream()
            .anyMatch(it -> it.startsWith("..") && whole.startsWith(session.file(it).normalize()));
    return below || climbs ? session.cwd().relativize(whole).toString().replace('\\', '/') : path;
  }

  private Problem said(Problem problem) {
    return problem.placed(it -> new Origin(said(it.file()), it.path(), it.span()));
  }

  /// A wrong path must not look like a clean one. What is staged, though, may well hold no configuration.
  private void nothing() {
    if (options.staged.get()) {
      return;
    }
    String where = String.join("`, `", paths(options));
    throw Stop.usage(
        "no configuration in `" + where + "`",
        "meshc reads files that end in .yaml, .yml or .json");
  }
}
