package io.meshc.cli;

import io.meshc.read.Why;
import io.meshc.write.OutputDirectory;
import io.meshc.write.OutputDirectory.Drift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// The directory that the user named with `-o`, and what the options say of what is there already.
final class Written {
  private final TranslateCommand options;
  private final Path directory;

  Written(TranslateCommand options, Session session) {
    this.options = options;
    this.directory = session.file(options.directory.get()).normalize();
  }

  /// The files of a translation, and with `--keep` those of an earlier one that it does not write itself.
  SortedMap<String, String> withKept(SortedMap<String, String> files) {
    if (!options.keep.get() || options.directory.get().isEmpty()) {
      return files;
    }
    var all = new TreeMap<>(files);
    try {
      for (Drift drift : OutputDirectory.check(directory, files)) {
        if (drift.kind() == Drift.Kind.STALE) {
          all.put(drift.path(), Files.readString(directory.resolve(drift.path())));
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
    return all;
  }

  /// `different: istio/shop.yaml`; none if the directory is what would be written.
  List<String> drifts(SortedMap<String, String> files) {
    try {
      return OutputDirectory.check(directory, files).stream()
          .map(it -> it.kind().name().toLowerCase(Locale.ROOT) + ": " + it.path())
          .toList();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  OutputDirectory.Written write(SortedMap<String, String> files) {
    try {
      return switch (OutputDirectory.write(directory, files, options.force.get())) {
        case OutputDirectory.Written written -> written;
        case OutputDirectory.Refused refused -> throw stop(refused);
      };
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Stops where [#write] would, before anybody waits for the verification.
  void expectRoom(SortedMap<String, String> files) {
    try {
      OutputDirectory.refusal(directory, files, options.force.get())
          .ifPresent(it -> {
            throw stop(it);
          });
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Stop stop(OutputDirectory.Refused refused) {
    return Stop.usage(
        refused.message().replace("`" + directory + "`", "`" + options.directory.get() + "`"),
        refused.help());
  }

  private Stop failed(IOException e) {
    return Stop.incomplete("`" + options.directory.get() + "` cannot be written: " + Why.of(e), "");
  }
}
