package io.meshc.simulate.run;

import io.meshc.simulate.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/// The files of one run, which are gone with it. The configurations stand here as a copy, with addresses and paths of this run.
final class Workspace implements AutoCloseable {
  private static final Set<String> TEXTS = Set.of("yaml", "yml", "json");

  private final Path root;
  private final AddressBlocks blocks;
  private final Map<String, String> rewrite;
  private final Thread atExit;

  private Workspace(Path root, AddressBlocks blocks, Map<String, String> rewrite) {
    this.root = root;
    this.blocks = blocks;
    this.rewrite = rewrite;
    this.atExit = new Thread(() -> delete(root));
  }

  static Workspace open(Scenario scenario) throws CannotRun, IOException {
    Path root = temporary("meshc-simulate-");
    try {
      var workspace =
          new Workspace(root, AddressBlocks.take(scenario.addressBlocks()), scenario.rewrite());
      Runtime.getRuntime().addShutdownHook(workspace.atExit);
      for (Path it :
          List.of(workspace.configs(), workspace.certs(), workspace.jwks(), workspace.logs())) {
        Files.createDirectories(it);
      }
      return workspace;
    } catch (CannotRun | IOException e) {
      delete(root);
      throw e;
    }
  }

  /// A directory that is gone with the run.
  static Path temporary(String prefix) throws CannotRun {
    try {
      return Files.createTempDirectory(prefix).toRealPath();
    } catch (IOException e) {
      throw new CannotRun(
          "no directory can be made below `" + System.getProperty("java.io.tmpdir") + "`",
          "`JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR` names another");
    }
  }

  Path configs() {
    return root.resolve("configs");
  }

  Path certs() {
    return root.resolve("certs");
  }

  Path jwks() {
    return root.resolve("jwks");
  }

  Path logs() {
    return root.resolve("logs");
  }

  /// One of the files of a proxy.
  Path log(Scenario.Proxied workload, String kind) {
    return logs().resolve(workload.name().replace('/', '.') + "." + kind);
  }

  AddressBlocks blocks() {
    return blocks;
  }

  /// Copies a directory of configurations.
  void copy(Path source) throws CannotRun, IOException {
    if (!Files.isDirectory(source)) {
      throw new CannotRun("`" + source + "` is no directory");
    }
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path target = configs().resolve(source.relativize(file).toString());
        Files.createDirectories(parent(target));
        if (TEXTS.contains(suffix(file))) {
          Files.writeString(target, rewritten(Files.readString(file)));
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  /// Writes configurations that stand in no directory yet.
  void write(SortedMap<String, String> files) throws IOException {
    for (Map.Entry<String, String> it : files.entrySet()) {
      Path target = configs().resolve(it.getKey());
      Files.createDirectories(parent(target));
      Files.writeString(target, rewritten(it.getValue()));
    }
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static String suffix(Path file) {
    String name = file.toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private String rewritten(String text) {
    String result = text;
    for (Map.Entry<String, String> it : rewrite.entrySet()) {
      String place =
          it.getValue()
              .replace("{certs}", certs().toString())
              .replace("{jwks}", jwks().toString())
              .replace("{configs}", configs().toString());
      result = result.replace(it.getKey(), place);
    }
    return blocks.apply(result);
  }

  Path bootstrap(Scenario.Proxied workload) throws CannotRun {
    for (String candidate : workload.bootstraps()) {
      if (Files.isRegularFile(configs().resolve(candidate))) {
        return configs().resolve(candidate);
      }
    }
    throw new CannotRun(
        "workload `"
            + workload.name()
            + "` has no configuration: there is no "
            + String.join(" or ", workload.bootstraps()));
  }

  /// Puts a copied file in the place of another, at once.
  void replace(String target, String source) throws IOException {
    Path fresh = configs().resolve(target + ".new");
    Files.copy(configs().resolve(source), fresh, StandardCopyOption.REPLACE_EXISTING);
    Files.move(fresh, configs().resolve(target), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    blocks.close();
    delete(root);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException _) {
      // The program is ending anyway.
    }
  }

  static void delete(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path it : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(it);
      }
    } catch (IOException _) {
      // What cannot be deleted stays where temporary files are.
    }
  }
}
