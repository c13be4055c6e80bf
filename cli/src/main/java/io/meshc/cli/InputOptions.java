package io.meshc.cli;

import io.meshc.cli.options.Given;
import io.meshc.cli.options.Options;
import java.util.List;

/// What every command that reads configuration takes: where from, and what Git does not show.
final class InputOptions {
  final Given<List<String>> paths;
  final Given<String> stdinFilename;
  final Given<String> rev;
  final Given<Boolean> staged;
  final Given<String> repo;
  final Given<String> defaultNamespace;
  final Given<String> assume;
  final Given<Boolean> isolated;
  final Given<String> osmPermissive;
  final Given<String> smiPathRegex;
  final Given<String> meshConfig;
  final Given<String> color;
  final Given<Boolean> quiet;
  final Given<Boolean> verbose;

  /// @param options of the command, which these become some of
  InputOptions(Options options) {
    paths =
        options.words(
            "PATH",
            "file, directory, `-` for standard input, or `REV:PATH`; default: the working directory");
    stdinFilename = options.text("--stdin-filename=NAME", "-", "what to call standard input");
    rev = options.text("--rev=REV", "", "read a Git revision, without a checkout");
    staged = options.flag("--staged", "read the Git index: what the next commit would hold");
    repo =
        options.text(
            "--repo=DIR",
            "",
            "the Git repository, bare or not; default: the one that holds the working directory");
    defaultNamespace =
        options.text("--default-namespace=NAME", "default", "of objects that state none");
    assume =
        options.text(
            "--assume=open|closed",
            "open",
            "whether something may exist that is not in the input (open), or not (closed)");
    isolated =
        options.flag(
            "--isolated", "each PATH is an environment of its own, named by the PATH as given");
    osmPermissive =
        options.text(
            "--osm-permissive=true|false",
            "",
            "whether Open Service Mesh runs in permissive mode; default: as its MeshConfig says");
    smiPathRegex =
        options.text(
            "--smi-path-regex=full|prefix",
            "",
            "whether `pathRegex` of SMI matches the whole path (as OSM does) or a start of it (as SMI says)");
    meshConfig =
        options.text("--mesh-config=FILE", "", "Istio's MeshConfig; not read by this version yet");
    color = options.text("--color=WHEN", "auto", "auto, always or never");
    quiet = options.flag("-q", "--quiet", "nothing on standard error but errors");
    verbose = options.flag("-v", "--verbose", "say what is read and skipped");
  }
}
