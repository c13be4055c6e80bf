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
  private final Definitions cluster;
  private final String channel;

  private CheckSchemas(String defaultNamespace, Definitions cluster, String channel) {
    this.defaultNamespace = defaultNamespace;
    this.cluster = cluster;
    this.channel = channel;
  }

  /// @param checked the objects of which a schema was found
  /// @param defined `group/kind` of what definitions of a cluster decide about, their rules too
  /// @param channel of the Gateway API; `""` where nobody says it
  public record Structure(
      List<Problem> problems, Set<ResourceId> checked, Set<String> defined, String channel) {
    /// These problems and those that the readers of dialects have found in the same documents, each place once.
    public List<Problem> join(List<Problem> read) {
      return OneVoice.join(this, read);
    }
  }

  /// One document by itself.
  private record One(List<Problem> problems, Optional<ResourceId> checked) {}

  private static final One NOT_CHECKED = new One(List.of(), Optional.empty());

  /// By the schemas that come with meshc, and the definitions among the documents.
  public static Structure check(List<Document> documents, String defaultNamespace) {
    return check(documents, defaultNamespace, Definitions.none());
  }

  /// @param defaultNamespace of namespaced objects that state none
  /// @param cluster the definitions that a cluster has: of the kinds that they define they alone count
  public static Structure check(
      List<Document> documents, String defaultNamespace, Definitions cluster) {
    Definitions definitions = cluster.or(Definitions.of(documents));
    var checks = new CheckSchemas(defaultNamespace, definitions, cluster.channel());
    var each = documents.size() < WORTH_THREADS ? documents.stream() : documents.parallelStream();
    var problems = new ArrayList<>(definitions.problems());
    var checked = new HashSet<ResourceId>();
    var once = new HashSet<String>();
    for (One it : each.map(checks::one).toList()) {
      for (Problem problem : it.problems()) {
        if (!isOfDefinition(problem) || once.add(problem.message() + problem.help())) {
          problems.add(problem);
        }
      }
      it.checked().ifPresent(checked::add);
    }
    return new Structure(problems, checked, definitions.kinds(), cluster.channel());
  }

  /// What concerns a definition is said once, however many objects met it.
  private static boolean isOfDefinition(Problem problem) {
    return problem.kind() == Problem.Kind.UNCHECKED_RULE
        || problem.kind() == Problem.Kind.BROKEN_DEFINITION;
  }

  private One one(Document document) {
    Optional<Header> header =
        document.hidden().isPresent() ? Optional.empty() : Header.of(document);
    return header.isEmpty() ? NOT_CHECKED : one(document, header.get());
  }

  private One one(Document document, Header header) {
    Optional<Crd> own = cluster.crd(header.group(), header.kind());
    return own.isPresent() ? byCluster(document, header, own.get()) : byBundled(document, header);
  }

  private One byCluster(Document document, Header header, Crd crd) {
    ResourceId id = id(document, header, crd.namespaced());
    var problems = new ArrayList<>(cluster.faults(crd));
    Optional<Schema> schema = crd.schema(header.version());
    if (schema.isEmpty()) {
      problems.add(notServed(header, crd).in(id));
      return new One(problems, Optional.of(id));
    }
    List<Problem> wrong = Visit.check(document, id, schema.get());
    problems.addAll(wrong);
    // As at the server: rules are asked of objects whose structure is right.
    if (wrong.stream().allMatch(it -> it.kind() == Problem.Kind.UNKNOWN_FIELD)
        && schema.get().ruled()) {
      problems.addAll(VisitRules.check(document, id, schema.get(), cluster.engine()));
    }
    return new One(problems, Optional.of(id));
  }

  private static Problem notServed(Header header, Crd crd) {
    var names = crd.versions().stream().flatMap(it -> it.names().stream()).toList();
    return new Problem(
        Problem.Kind.UNKNOWN_KIND,
        header.kindOrigin(),
        "the definition of `" + header.kind() + "` serves no version `" + header.version() + "`",
        names.isEmpty() ? "" : "it serves " + String.join(", ", names));
  }

  /// Of several schemas of the kind the one counts that the object fits best.
  private One byBundled(Document document, Header header) {
    One best = NOT_CHECKED;
    for (String folder : BundledSchemas.folders(header.group(), channel)) {
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
