package io.meshc.validate.schema;

import io.meshc.diag.Problem;
import io.meshc.source.Origin;
import io.meshc.validate.schema.ReadSchema.Fault;
import io.meshc.validate.schema.cel.Engine;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The CustomResourceDefinitions of a cluster, by the kind that they define. One that nobody needs is not looked into.
public final class Definitions {
  private static final String GROUP = "apiextensions.k8s.io/";

  /// As it stands in the text of a definition that has rules.
  static final String RULES = "x-kubernetes-validations";

  private final Map<String, Document> documents = new HashMap<>();
  private final Map<String, Crd> read = new ConcurrentHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, List<Problem>> faults = new ConcurrentHashMap<>();

  private final Starter starter;

  /// Of the Gateway API, where somebody says which one the cluster has; else `""`.
  private String channel = "";

  private Definitions(Starter starter) {
    this.starter = starter;
  }

  public static Definitions none() {
    return new Definitions(new Starter());
  }

  /// The definitions among some documents. Of two that define the same kind the first in the order of paths counts.
  public static Definitions of(List<Document> documents) {
    var found = new ArrayList<Document>();
    for (int i = 0; i < documents.size(); i++) {
      if (isDefinition(documents.get(i))) {
        found.add(documents.get(i));
      }
    }
    found.sort((a, b) -> place(a).compareTo(place(b)));
    var definitions = none();
    found.forEach(definitions::add);
    return definitions;
  }

  private static Origin place(Document document) {
    return document.at("", document.root());
  }

  /// These, and others for kinds that these do not define.
  public Definitions or(Definitions others) {
    if (isEmpty() || (others.isEmpty() && others.problems.isEmpty())) {
      return isEmpty() ? others.with(problems) : this;
    }
    var both = new Definitions(starter);
    both.documents.putAll(others.documents);
    both.documents.putAll(documents);
    both.problems.addAll(problems);
    both.problems.addAll(others.problems);
    return both;
  }

  /// These, and what went wrong on the way to them.
  public Definitions with(List<Problem> more) {
    problems.addAll(more);
    return this;
  }

  /// These, for a cluster that has one channel of the Gateway API, `standard` or `experimental`.
  public Definitions ofChannel(String name) {
    channel = name;
    return this;
  }

  String channel() {
    return channel;
  }

  /// Starts what asks rules, if any of these has some: that takes a while, and may go on beside other work.
  public Definitions warm() {
    if (documents.values().stream().anyMatch(it -> it.file().text().contains(RULES))) {
      engine();
    }
    return this;
  }

  /// `group/kind` of each.
  Set<String> kinds() {
    return documents.keySet();
  }

  public boolean isEmpty() {
    return documents.isEmpty();
  }

  private static boolean isDefinition(Document document) {
    return ReadSchema.text(document.root(), "kind").equals("CustomResourceDefinition")
        && ReadSchema.text(document.root(), "apiVersion").startsWith(GROUP)
        && document.hidden().isEmpty();
  }

  private void add(Document document) {
    Node.Mapping spec = spec(document);
    String group = ReadSchema.text(spec, "group");
    String kind = ReadSchema.text(ReadSchema.map(spec, "names"), "kind");
    if (group.isEmpty() || kind.isEmpty()) {
      String lacking = group.isEmpty() ? "spec.group" : "spec.names.kind";
      problems.add(
          problem(document, spec, "the definition has no `" + lacking + "`, and defines nothing"));
      return;
    }
    Document first = documents.putIfAbsent(group + "/" + kind, document);
    if (first != null) {
      String where = first.file().path() + ":" + first.root().span().startLine();
      problems.add(
          problem(
              document,
              ReadSchema.map(spec, "names"),
              "`" + kind + "` of `" + group + "` is already defined in " + where));
    }
  }

  /// What is wrong with the definitions themselves.
  List<Problem> problems() {
    return problems;
  }

  /// What is wrong with the definition of one kind, which is known when it was asked for.
  List<Problem> faults(Crd crd) {
    return faults.getOrDefault(key(crd.group(), crd.kind()), List.of());
  }

  Optional<Crd> crd(String group, String kind) {
    String key = key(group, kind);
    Document document = documents.get(key);
    return document == null
        ? Optional.empty()
        : Optional.of(read.computeIfAbsent(key, _ -> crd(document, group, kind)));
  }

  private static String key(String group, String kind) {
    return group + "/" + kind;
  }

  private Crd crd(Document document, String group, String kind) {
    Node.Mapping spec = spec(document);
    var versions = new ArrayList<Crd.Version>();
    var wrong = new ArrayList<Problem>();
    List<Node> listed = ReadSchema.items(spec, "versions");
    for (Node it : listed) {
      if (it instanceof Node.Mapping version
          && !ReadSchema.text(version, "served").equals("false")) {
        String name = ReadSchema.text(version, "name");
        versions.add(new Crd.Version(List.of(name), schema(document, spec, version, wrong)));
      }
    }
    if (versions.isEmpty()) {
      wrong.add(problem(document, spec, "the definition of `" + kind + "` serves no version"));
    }
    faults.put(key(group, kind), wrong);
    boolean namespaced = !ReadSchema.text(spec, "scope").equals("Cluster");
    return new Crd(group, kind, namespaced, versions);
  }

  /// Definitions of the first days have one schema for all versions.
  private Schema schema(
      Document document, Node.Mapping spec, Node.Mapping version, List<Problem> wrong) {
    Optional<Node> node =
        ReadSchema.map(version, "schema")
            .get("openAPIV3Schema")
            .or(() -> ReadSchema.map(spec, "validation").get("openAPIV3Schema"))
            .filter(it -> !Scalars.isNull(it));
    if (node.isEmpty()) {
      String name = ReadSchema.text(version, "name");
      wrong.add(
          problem(
              document,
              version,
              "version `"
                  + name
                  + "` of the definition has no schema: its objects are not checked"));
      return Schema.ANYTHING;
    }
    var found = new ArrayList<Fault>();
    Schema schema = ReadSchema.read(node.get(), found);
    for (Fault it : found) {
      var origin = new Origin(document.file().path(), "spec.versions", it.span());
      wrong.add(new Problem(Problem.Kind.BROKEN_DEFINITION, origin, it.message(), ""));
    }
    return schema;
  }

  private static Node.Mapping spec(Document document) {
    return ReadSchema.map(document.root(), "spec");
  }

  private static Problem problem(Document document, Node.Mapping at, String message) {
    var origin = new Origin(document.file().path(), "spec", at.span());
    return new Problem(Problem.Kind.BROKEN_DEFINITION, origin, message, "");
  }

  Engine engine() {
    return starter.engine();
  }

  /// Starts the engine when the first object meets a definition with rules.
  private static final class Starter {
    private @Nullable Engine engine;

    synchronized Engine engine() {
      if (engine == null) {
        engine = new Engine();
      }
      return engine;
    }
  }
}
