package io.meshc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Understood;
import io.meshc.dialect.Header;
import io.meshc.lower.Backends;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Options;
import io.meshc.lower.Output;
import io.meshc.lower.Output.ObjectEdit;
import io.meshc.source.ResourceId;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import io.meshc.yaml.edit.Edit;
import io.meshc.yaml.edit.Edits;
import io.meshc.yaml.emit.Emit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a mesh is in the words of another dialect: the files as they stand after the translation, and what is lost. Without the
/// command line, so that a test sees what a back end says before anybody asks for acceptance or verifies it.
public record Translated(List<SourceFile> files, List<Loss> losses) {

  public static Translated to(String backend, Understood mesh, Options options) {
    Lowered<Output> lowered =
        Backends.named(backend).orElseThrow().lower(mesh.mesh(), mesh.resources(), options);
    var files = new ArrayList<SourceFile>();
    for (SourceFile file : mesh.files()) {
      files.add(edited(file, lowered.value()));
    }
    var created = new StringBuilder();
    lowered.value().created().forEach(it -> created.append("---\n").append(Emit.yaml(it.node())));
    files.add(new SourceFile(backend + ".yaml", created.toString()));
    return new Translated(files, lowered.losses());
  }

  /// One change after the other, as each is computed on the text that it changes.
  private static SourceFile edited(SourceFile file, Output output) {
    SourceFile now = file;
    for (ObjectEdit edit : output.edits()) {
      now = change(now, edit.object(), it -> edits(it, edit));
    }
    for (ResourceId replaced : output.replaced()) {
      now = change(now, replaced, Edits::removeDocument);
    }
    return now;
  }

  private static SourceFile change(
      SourceFile file, ResourceId id, Function<Document, List<Edit>> edits) {
    return ParseYaml.parse(file).value().stream()
        .filter(it -> id(it).equals(id))
        .findFirst()
        .map(it -> new SourceFile(file.path(), Edits.apply(file.text(), edits.apply(it))))
        .orElse(file);
  }

  private static List<Edit> edits(Document document, ObjectEdit edit) {
    return switch (edit) {
      case ObjectEdit.Set set -> Edits.setEntry(document, set.path(), set.value());
      case ObjectEdit.Remove remove -> Edits.removeEntry(document, remove.path());
    };
  }

  private static ResourceId id(Document document) {
    Header header = Header.of(document).orElseThrow();
    return new ResourceId(
        header.group(), header.kind(), metadata(document, "namespace"), metadata(document, "name"));
  }

  private static String metadata(Document document, String key) {
    Optional<Node> metadata = document.root().get("metadata");
    assertThat(metadata).containsInstanceOf(Node.Mapping.class);
    return ((Node.Mapping) metadata.orElseThrow())
        .get(key)
        .map(it -> ((Node.Scalar) it).text())
        .orElse("");
  }
}
