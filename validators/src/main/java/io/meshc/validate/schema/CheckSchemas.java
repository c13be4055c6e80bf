package io.meshc.validate.schema;

import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Documents → what the API server would refuse of their structure.
public final class CheckSchemas {
  /// Below this, starting threads costs more than they save.
  private static final int WORTH_THREADS = 200;

  private final String defaultNamespace;

  private CheckSchemas(String defaultNamespace) {
    this.defaultNamespace = defaultNamespace;
  }

  /// @param checked the objects of which a schema was found
  public record Structure(List<Problem> problems, Set<ResourceId> checked) {
    /// These problems and those that the readers of dialects have found in the same documents, each place once.
    public List<Problem> join(List<Problem> read) {
      return OneVoice.join(this, read);
    }
  }

  /// One document by itself.
  private record One(List<Problem> problems, Optional<ResourceId> checked) {}

  private static final One NOT_CHECKED = new One(List.of(), Optional.empty());

  /// @param defaultNamespace of namespaced objects that state none
  public static Structure check(List<Document> documents, String defaultNamespace) {
    var checks = new CheckSchemas(defaultNamespace);
    var each = documents.size() < WORTH_THREADS ? documents.stream() : documents.parallelStream();
    var problems = new ArrayList<Problem>();
    var checked = new HashSet<ResourceId>();
    for (One it : each.map(checks::one).toList()) {
      problems.addAll(it.problems());
      it.checked().ifPresent(checked::add);
    }
    return new Structure(problems, checked);
  }

  private One one(Document document) {
    Optional<Header> header =
        document.hidden().isPresent() ? Optional.empty() : Header.of(document);
    return header.isEmpty() ? NOT_CHECKED : one(document, header.get());
  }

  /// Of several definitions of the kind the one counts that the object fits best.
  private One one(Document document, Header header) {
    One best = NOT_CHECKED;
    for (String folder : BundledSchemas.folders(header.group())) {
      Optional<Crd> crd = BundledSchemas.crd(folder, header.group(), header.kind());
      Optional<Schema> schema = crd.flatMap(it -> it.schema(header.version()));
      if (schema.isEmpty()) {
        continue;
      }
      ResourceId id = id(document, header, crd.get().namespaced());
      List<Problem> problems = Visit.check(document, id, schema.get());
      if (best.checked().isEmpty() || problems.size() < best.problems().size()) {
        best = new One(problems, Optional.of(id));
      }
      if (problems.isEmpty()) {
        break;
      }
    }
    return best;
  }

  private ResourceId id(Document document, Header header, boolean namespaced) {
    Optional<Node.Mapping> metadata =
        document
            .root()
            .get("metadata")
            .filter(Node.Mapping.class::isInstance)
            .map(Node.Mapping.class::cast);
    String name =
        metadata.flatMap(it -> text(it, "name").or(() -> text(it, "generateName"))).orElse("");
    String namespace =
        metadata.flatMap(it -> text(it, "namespace")).orElse(namespaced ? defaultNamespace : "");
    return new ResourceId(header.group(), header.kind(), namespace, name);
  }

  private static Optional<String> text(Node.Mapping of, String key) {
    return of.get(key)
        .filter(Node.Scalar.class::isInstance)
        .map(Node.Scalar.class::cast)
        .filter(it -> Scalars.kind(it) == Scalars.Kind.STRING)
        .map(Node.Scalar::text);
  }
}
