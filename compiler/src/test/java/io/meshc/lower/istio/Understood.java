package io.meshc.lower.istio;

import io.meshc.diag.Problem;
import io.meshc.link.Link;
import io.meshc.lower.Backends;
import io.meshc.lower.Lowered;
import io.meshc.lower.Options;
import io.meshc.lower.Output;
import io.meshc.model.Assumptions;
import io.meshc.model.Mesh;
import io.meshc.normalize.Frontends;
import io.meshc.normalize.Parsed;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.write.Tree;
import io.meshc.write.WriteTree;
import io.meshc.yaml.Document;
import io.meshc.yaml.ParseYaml;
import java.util.ArrayList;
import java.util.List;

/// The stages up to the mesh, for tests.
record Understood(
    List<SourceFile> files,
    List<Document> documents,
    Parsed parsed,
    Mesh mesh,
    List<Problem> problems) {

  static Understood of(String text) {
    return of(List.of(new SourceFile("in.yaml", text)));
  }

  static Understood of(List<SourceFile> files) {
    var documents = new ArrayList<Document>();
    var problems = new ArrayList<Problem>();
    for (SourceFile file : files) {
      var outcome = ParseYaml.parse(file);
      documents.addAll(outcome.value());
      problems.addAll(outcome.problems());
    }
    var parsed = Frontends.parse(documents, Settings.DEFAULT);
    problems.addAll(parsed.problems());
    var declared = Frontends.normalize(parsed.value().resources(), Settings.DEFAULT);
    problems.addAll(declared.problems());
    var mesh = Link.link(declared.value(), Assumptions.DEFAULT);
    problems.addAll(mesh.problems());
    return new Understood(files, documents, parsed.value(), mesh.value(), problems);
  }

  Lowered<Output> lowered(boolean envoyFilter) {
    var options = new Options(envoyFilter, Options.DEFAULT.rootNamespace());
    return Backends.named("istio").orElseThrow().lower(mesh, parsed.resources(), options);
  }

  Tree written(Output output) {
    return WriteTree.of(files, documents, output, new WriteTree.Source("", "default", "istio"));
  }

  static Understood of(Tree tree) {
    return of(
        tree.files().entrySet().stream()
            .map(it -> new SourceFile(it.getKey(), it.getValue()))
            .toList());
  }
}
