package io.meshc.cli;

import io.meshc.cli.config.Config;
import io.meshc.cli.config.Configured;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import java.util.List;

/// What every command that reads configuration takes: where from, and what Git does not show.
final class InputOptions {
  private static final String PATHS =
      "file, directory, `-` for standard input, or `REV:PATH`; default: `paths` of the config file,"
          + " else the working directory";
  private static final String OSM_PERMISSIVE =
      "whether Open Service Mesh runs in permissive mode; default: as its MeshConfig says";
  private static final String SMI_PATH_REGEX =
      "whether `pathRegex` of SMI matches the whole path (as OSM does) or a start of it (as SMI"
          + " says)";
  private static final String GATEWAY_CHANNEL =
      "which definitions of the Gateway API the cluster has; default: what either of them takes is"
          + " right";

  private static final String GATEWAY_PROFILE =
      "whose reading of the Gateway API counts where its implementations differ; default: that of"
          + " the mesh that the input shows, else its text";
  private static final String MESH_CONFIG = "Istio's MeshConfig; default: the ConfigMap `istio`";
  private static final String CRDS =
      "check objects by the cluster's own CustomResourceDefinitions, their rules too";

  final Given<List<String>> paths;
  final Given<String> stdinFilename;
  final Given<String> rev;
  final Given<Boolean> staged;
  final Given<String> repo;
  final Configured configured;
  final Given<String> defaultNamespace;
  final Given<String> assume;
  final Given<Boolean> isolated;
  final Given<String> osmPermissive;
  final Given<String> smiPathRegex;
  final Given<String> gatewayProfile;
  final Given<String> gatewayChannel;
  final Given<String> meshConfig;
  final Given<String> crds;
  final Given<String> environment;
  final Given<String> color;
  final Given<Boolean> quiet;
  final Given<Boolean> verbose;

  /// @param options of the command, which these become some of
  InputOptions(Options options, Session session) {
    Given<List<String>> words = options.words("PATH", PATHS);
    stdinFilename = options.text("--stdin-filename=NAME", "-", "what to call standard input");
    rev = options.text("--rev=REV", "", "read a Git revision, without a checkout");
    staged = options.flag("--staged", "read the Git index: what the next commit would hold");
    repo =
        options.text(
            "--repo=DIR",
            "",
            "the Git repository, bare or not; default: the one that holds the working directory");
    configured = configured(options, session);
    paths = words.or(configured, "paths");
    defaultNamespace =
        setting("--default-namespace=NAME", "default", "of objects that state none", options);
    assume =
        setting(
            "--assume=open|closed",
            "open",
            "whether something may exist that is not in the input (open), or not (closed)",
            options);
    isolated =
        options
            .toggle(
                "--isolated", "each PATH is an environment of its own, named by the PATH as given")
            .or(configured, "isolated");
    osmPermissive = setting("--osm-permissive=true|false", "", OSM_PERMISSIVE, options);
    smiPathRegex = setting("--smi-path-regex=full|prefix", "", SMI_PATH_REGEX, options);
    gatewayChannel =
        setting("--gateway-channel=standard|experimental", "", GATEWAY_CHANNEL, options);
    gatewayProfile = setting("--gateway-profile=spec|istio|linkerd", "", GATEWAY_PROFILE, options);
    meshConfig = setting("--mesh-config=FILE", "", MESH_CONFIG, options);
    crds = setting("--crds=DIR", "", CRDS, options);
    environment =
        options.text(
            "--environment=NAME", "", "the one of the config file's `environments` that is meant");
    color = setting("--color=WHEN", "auto", "auto, always or never", options);
    String onlyErrors = "nothing on standard error but errors";
    quiet = options.flag("-q", "--quiet", onlyErrors).or(configured, "quiet");
    verbose =
        options.flag("-v", "--verbose", "say what is read and skipped").or(configured, "verbose");
  }

  /// A text that the environment and the file may give, too, under the option's own name.
  private Given<String> setting(String option, String otherwise, String help, Options options) {
    String key = option.substring(2, option.indexOf('='));
    return options.text(option, otherwise, help).or(configured, key);
  }

  /// Options that the file gives are read from there when the command asks for them, which is after the command line is read.
  private Configured configured(Options options, Session session) {
    Given<String> file =
        options.text(
            "--config=FILE",
            "",
            "instead of the nearest .meshc.yaml in or above the working directory; `none` for"
                + " none");
    Given<String> named = file.or(key -> Configured.variable(session.env(), key), "config");
    return new Configured(
        session.env(),
        new Configured.Where(
            session.cwd(),
            named::get,
            () -> session.file(repo.get()),
            () -> staged.get() || !rev.get().isEmpty() ? session.file(repo.get()) : session.cwd()));
  }

  /// What the config file says, which may be nothing.
  Config config() {
    return configured.config();
  }
}
