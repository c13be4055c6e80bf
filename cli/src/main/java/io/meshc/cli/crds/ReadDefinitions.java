package io.meshc.cli.crds;

import io.meshc.cli.options.Given;
import io.meshc.cli.options.Stop;
import io.meshc.diag.Problem;
import io.meshc.read.Place;
import io.meshc.read.Reading;
import io.meshc.read.Sources;
import io.meshc.source.SourceFile;
import io.meshc.validate.schema.Definitions;
import io.meshc.yaml.Document;
import io.meshc.yaml.ParseYaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files that `--crds` names → the definitions in them. A folder without any stops the command, as what was meant to be
/// checked would not be.
final class ReadDefinitions {
  private ReadDefinitions() {}

  /// @param cwd where the user stands
  static Definitions read(Given<String> option, Path cwd) {
    if (option.get().isEmpty()) {
      return Definitions.none();
    }
    Reading reading = Sources.read(new Place.Files(List.of(cwd.resolve(option.get()))));
    if (!(reading instanceof Reading.Tree tree)) {
      throw Stop.usage(
          "`" + option.get() + "` cannot be read",
          "`" + option.source() + "` takes a file or directory with CustomResourceDefinitions");
    }
    var documents = new ArrayList<Document>();
    var problems = new ArrayList<Problem>(tree.problems());
    for (SourceFile file : tree.files()) {
      var parsed = ParseYaml.parse(new SourceFile(said(file.path(), cwd), file.text()));
      documents.addAll(parsed.value());
      problems.addAll(parsed.problems());
    }
    Definitions definitions = Definitions.of(documents).with(problems);
    if (definitions.isEmpty()) {
      throw Stop.usage(
          "no CustomResourceDefinition in `" + option.get() + "`",
          "`"
              + option.source()
              + "` takes what `kubectl get crds -o yaml` shows, in one file or many");
    }
    return definitions;
  }

  private static String said(String path, Path cwd) {
    Path whole = Path.of(path);
    return whole.isAbsolute() && whole.startsWith(cwd)
        ? cwd.relativize(whole).toString().replace('\\', '/')
        : path;
  }
}
