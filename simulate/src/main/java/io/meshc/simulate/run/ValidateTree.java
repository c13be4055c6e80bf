package io.meshc.simulate.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// `envoy --mode validate` on every bootstrap below a directory. Certificates, keys and key sets that they name are throw-away
/// ones: Envoy wants them to be there, and says nothing of whose they are.
public final class ValidateTree {
  private static final Set<String> NAMES = Set.of("bootstrap.yaml", "bootstrap.json");

  /// Folders of the other layout, whose bootstrap says nothing but where the rest stands: Envoy would validate nothing of it.
  private static final String DYNAMIC = "xds";

  private ValidateTree() {}

  /// What came of it.
  public sealed interface Judged {
    /// @param validations by the path of each bootstrap
    record Done(SortedMap<String, Validation> validations) implements Judged {}

    record Unusable(String message, String help) implements Judged {}
  }

  public static Judged run(Path envoy, Path directory, Duration time) {
    Path scratch = directory;
    try {
      if (!Files.isDirectory(directory)) {
        return new Judged.Unusable("`" + directory + "` is no directory", "");
      }
      scratch = Workspace.temporary("meshc-validate-");
      return new Judged.Done(all(envoy, directory, scratch, Deadline.in(time)));
    } catch (CannotRun e) {
      return new Judged.Unusable(e.said(), e.help());
    } catch (IOException | GeneralSecurityException e) {
      return new Judged.Unusable(Simulate.said(e), "");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Judged.Unusable("interrupted", "");
    } finally {
      if (!scratch.equals(directory)) {
        Workspace.delete(scratch);
      }
    }
  }

  private static SortedMap<String, Validation> all(
      Path envoy, Path directory, Path scratch, Deadline deadline)
      throws IOException, GeneralSecurityException, InterruptedException {
    var standIns = new StandIns(directory, scratch.resolve("files"));
    var validations = new TreeMap<String, Validation>();
    for (Path it : bootstraps(directory)) {
      String name = directory.relativize(it).toString().replace('\\', '/');
      Path copy = scratch.resolve(validations.size() + "-" + it.getFileName());
      Files.writeString(copy, standIns.placed(Files.readString(it)));
      Path output = scratch.resolve(validations.size() + ".output");
      validations.put(name, Validation.of(envoy, copy, directory, output, deadline));
    }
    return validations;
  }

  private static List<Path> bootstraps(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile)
          .filter(it -> NAMES.contains(String.valueOf(it.getFileName())))
          .filter(it -> !isDynamic(directory.relativize(it)))
          .sorted()
          .toList();
    }
  }

  private static boolean isDynamic(Path file) {
    for (Path it : file) {
      if (it.toString().equals(DYNAMIC)) {
        return true;
      }
    }
    return false;
  }
}
