package io.meshc.cli;

import io.meshc.diag.Problem;
import io.meshc.dialect.Resources;
import io.meshc.model.Lookup;
import io.meshc.model.Mesh;
import io.meshc.source.ResourceId;
import io.meshc.source.SourceFile;
import io.meshc.validate.written.Documents;
import io.meshc.yaml.Document;
import java.util.List;
import java.util.Map;

/// One environment, with all that was made of its files on the way.
///
/// @param written the same documents by kind
/// @param origins where each resource was read from
/// @param problems of all stages
public record Understood(
    List<SourceFile> files,
    List<Document> documents,
    Documents written,
    Resources resources,
    Map<ResourceId, Document> origins,
    Lookup lookup,
    List<Problem> problems) {
  public Understood {
    files = List.copyOf(files);
    documents = List.copyOf(documents);
    origins = Map.copyOf(origins);
    problems = List.copyOf(problems);
  }

  public Mesh mesh() {
    return lookup.mesh();
  }

  /// Whether something that belongs to it could not be read.
  boolean isIncomplete() {
    return problems.stream().anyMatch(it -> it.kind() == Problem.Kind.UNREADABLE);
  }
}
