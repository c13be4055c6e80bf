package io.meshc.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What every command that reads configuration takes: where from, and what Git does not show.
final class InputOptions {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "file, directory, `-` for standard input, or `REV:PATH`; default: the working directory")
  List<String> paths = new ArrayList<>();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  boolean help;

  @Option(
      names = "--stdin-filename",
      paramLabel = "NAME",
      description = "what to call standard input")
  String stdinFilename = "-";

  @Option(
      names = "--rev",
      paramLabel = "REV",
      description = "read a Git revision, without a checkout")
  String rev = "";

  @Option(names = "--staged", description = "read the Git index: what the next commit would hold")
  boolean staged;

  @Option(
      names = "--repo",
      paramLabel = "DIR",
      description =
          "the Git repository, bare or not; default: the one that holds the working directory")
  String repo = "";

  @Option(
      names = "--default-namespace",
      paramLabel = "NAME",
      description = "of objects that state none")
  String defaultNamespace = "default";

  @Option(
      names = "--assume",
      paramLabel = "open|closed",
      description = "whether something may exist that is not in the input (open), or not (closed)")
  String assume = "open";

  @Option(
      names = "--isolated",
      description = "each PATH is an environment of its own, named by the PATH as given")
  boolean isolated;

  @Option(
      names = "--osm-permissive",
      paramLabel = "true|false",
      description =
          "whether Open Service Mesh runs in permissive mode; default: as its MeshConfig says")
  String osmPermissive = "";

  @Option(
      names = "--smi-path-regex",
      paramLabel = "full|prefix",
      description =
          "whether `pathRegex` of SMI matches the whole path (as OSM does) or a start of it (as SMI says)")
  String smiPathRegex = "";

  @Option(
      names = "--mesh-config",
      paramLabel = "FILE",
      description = "Istio's MeshConfig; not read by this version yet")
  String meshConfig = "";

  @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never")
  String color = "auto";

  @Option(
      names = {"-q", "--quiet"},
      description = "nothing on standard error but errors")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "say what is read and skipped")
  boolean verbose;
}
