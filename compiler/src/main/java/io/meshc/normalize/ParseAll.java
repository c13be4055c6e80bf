package io.meshc.normalize;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.HiddenObject;
import io.meshc.dialect.kubernetes.ParseOther;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.source.Span;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Documents → resources: each by the front end that reads its kind. Every document becomes a resource or a problem.
final class ParseAll {
  // Plain lambdas: those of Comparator.comparing are not in the cache of a cold start (decision
  // 0009).
  private static final Comparator<Document> PLACE =
      (a, b) -> {
        int order = a.file().path().compareTo(b.file().path());
        return order != 0 ? order : Integer.compare(a.index(), b.index());
      };

  private static final Comparator<Resource> IDENTITY =
      (a, b) -> {
        int order = a.meta().id().compareTo(b.meta().id());
        order = order != 0 ? order : a.meta().version().compareTo(b.meta().version());
        return order != 0 ? order : a.meta().origin().compareTo(b.meta().origin());
      };

  private final List<Frontend> frontends;
  private final Settings settings;
  private final List<Resource> resources = new ArrayList<>();
  private final Map<ResourceId, Document> documents = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private ParseAll(List<Frontend> frontends, Settings settings) {
    this.frontends = frontends;
    this.settings = settings;
  }

  static Outcome<Parsed> parse(
      List<Document> documents, Settings settings, List<Frontend> frontends) {
    var parse = new ParseAll(frontends, settings);
    documents.stream().sorted(PLACE).forEach(parse::document);
    var resources = new Resources(parse.resources.stream().sorted(IDENTITY).toList());
    return new Outcome<>(new Parsed(resources, parse.documents), parse.problems);
  }

  private void document(Document document) {
    Optional<Header> header = Header.of(document);
    if (header.isEmpty() && document.hidden().isPresent()) {
      return; // said when it was read
    }
    if (header.isEmpty()) {
      problems.add(noObject(document));
      return;
    }
    Optional<HiddenObject> hidden = Hide.of(document, header.get(), frontends, settings, problems);
    if (hidden.isPresent()) {
      resources.add(hidden.get());
      return;
    }
    Resource resource = resource(document, header.get());
    ResourceId id = resource.meta().id();
    Optional<Document> first =
        id.name().isEmpty()
            ? Optional.empty()
            : Optional.ofNullable(documents.putIfAbsent(id, document));
    first.ifPresentOrElse(
        it -> problems.add(again(resource, document, it)), () -> resources.add(resource));
  }

  private Resource resource(Document document, Header header) {
    Optional<Frontend> reader = frontends.stream().filter(it -> it.reads(header)).findFirst();
    if (reader.isEmpty()) {
      KnownKinds.elsewhere(header).ifPresent(problems::add);
    }
    Optional<Resource> understood =
        reader.flatMap(it -> {
          Outcome<Optional<Resource>> outcome = it.parse(document, header, settings);
          ResourceId id =
              outcome
                  .value()
                  .map(resource -> resource.meta().id())
                  .orElseGet(() -> other(document, header).meta().id());
          outcome.problems().forEach(problem -> problems.add(problem.in(id)));
          return outcome.value();
        });
    return understood.orElseGet(() -> other(document, header));
  }

  private Resource other(Document document, Header header) {
    return ParseOther.parse(document, header, settings.defaultNamespace());
  }

  private static Problem noObject(Document document) {
    boolean hasVersion = document.root().get("apiVersion").isPresent();
    boolean hasKind = document.root().get("kind").isPresent();
    String message =
        hasVersion == hasKind
            ? "document states no `apiVersion` and no `kind`: it is no Kubernetes object"
            : "document states no `" + (hasKind ? "apiVersion" : "kind") + "`";
    if (hasVersion && hasKind) {
      message = "`apiVersion` and `kind` of the document are no text";
    }
    Origin place = new Origin(document.file().path(), "", firstSpan(document));
    var problem = new Problem(Problem.Kind.NOT_AN_OBJECT, place, message, "");
    return hasVersion == hasKind ? problem : problem.in(half(document));
  }

  /// What the one field that is there says: rules tell a policy that was cut short from another tool's file by it.
  private static ResourceId half(Document document) {
    String version = text(document, "apiVersion");
    String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    return new ResourceId(group, text(document, "kind"), "", "");
  }

  private static String text(Document document, String key) {
    return document
        .root()
        .get(key)
        .filter(Node.Scalar.class::isInstance)
        .map(it -> ((Node.Scalar) it).text())
        .orElse("");
  }

  private static Span firstSpan(Document document) {
    var entries = document.root().entries();
    return entries.isEmpty() ? document.root().span() : entries.getFirst().keySpan();
  }

  private static Problem again(Resource resource, Document document, Document first) {
    boolean same = SameContent.of(document.root(), first.root());
    String where = first.file().path() + ":" + firstSpan(first).startLine();
    return new Problem(
            same ? Problem.Kind.REPEATED_OBJECT : Problem.Kind.DUPLICATE_OBJECT,
            resource.meta().origin(),
            "`"
                + resource.meta().id().label()
                + "` is already in "
                + where
                + (same ? ", with the same content" : ", with other content"),
            same ? "" : "only the one in " + where + " is looked at")
        .in(resource.meta().id());
  }
}
