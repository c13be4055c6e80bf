package io.meshc.link;

import io.meshc.diag.Problem;
import io.meshc.model.Mesh;
import io.meshc.normalize.Frontends;
import io.meshc.normalize.Parsed;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.ParseYaml;
import java.util.ArrayList;
import java.util.List;

/// YAML in a test → what becomes of it.
public record Inline(Parsed parsed, Mesh mesh, List<Problem> problems) {

  public static Inline of(String yaml) {
    return of(yaml, Settings.DEFAULT);
  }

  public static Inline of(String yaml, Settings settings) {
    return of(List.of(new SourceFile("f", yaml)), settings);
  }

  public static Inline of(List<SourceFile> files, Settings settings) {
    var problems = new ArrayList<Problem>();
    var documents = new ArrayList<Document>();
    for (SourceFile file : files) {
      var outcome = ParseYaml.parse(file);
      documents.addAll(outcome.value());
      problems.addAll(outcome.problems());
    }
    var parsed = Frontends.parse(documents, settings);
    var declared = Frontends.normalize(parsed.value().resources(), settings);
    var mesh = Link.link(declared.value(), settings.assumptions());
    problems.addAll(parsed.problems());
    problems.addAll(declared.problems());
    problems.addAll(mesh.problems());
    return new Inline(parsed.value(), mesh.value(), problems);
  }

  /// `KIND LINE:COLUMN message`, one a line.
  public String told() {
    var lines = new ArrayList<String>();
    for (Problem it : problems) {
      int line = it.origin().line();
      int column = it.origin().span().startColumn();
      lines.add(it.kind() + " " + line + ":" + column + " " + it.message());
    }
    return String.join("\n", lines);
  }
}
