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
import java.util.function.Supplier;

/// Documents → resources: each by the front end that reads its kind. Every document becomes a resource or a problem.
final class ParseAll {
  // A plain lambda: those of Comparator.comparing are not in the cache of a cold start (decision
  // 0009).
  private static final Comparator<Resource> IDENTITY =
      (a, b) -> {
        int order = a.meta().id().compareTo(b.meta().id());
        order = order != 0 ? order : a.meta().version().compareTo(b.meta().version());
        return order != 0 ? order : a.meta().origin().compareTo(b.meta().origin());
      };

  /// Below this, starting threads costs more than they save.
  private static final int WORTH_THREADS = 200;

  private final List<Resource> resources = new ArrayList<>();
  private final Map<ResourceId, Document> documents = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private ParseAll() {}

  /// One document by itself. @param resource empty for what is no object
  private record One(Document document, Optional<Resource> resource, List<Problem> problems) {}

  static Outcome<Parsed> parse(
      List<Document> documents, Settings settings, List<Frontend> frontends) {
    var sorted = documents.stream().sorted(Document.BY_PLACE).toList();
    var each = sorted.size() < WORTH_THREADS ? sorted.stream() : sorted.parallelStream();
    var all = new ParseAll();
    each.map(it -> one(it, settings, frontends)).toList().forEach(all::add);
    var resources = new Resources(all.resources.stream().sorted(IDENTITY).toList());
    return new Outcome<>(new Parsed(resources, all.documents), all.problems);
  }

  private void add(One one) {
    problems.addAll(one.problems());
    if (one.resource().isEmpty()) {
      return;
    }
    Resource resource = one.resource().get();
    if (resource instanceof HiddenObject) {
      resources.add(resource);
      return;
    }
    ResourceId id = resource.meta().id();
    Optional<Document> first =
        id.name().isEmpty()
            ? Optional.empty()
            : Optional.ofNullable(documents.putIfAbsent(id, one.document()));
    first.ifPresentOrElse(
        it -> problems.add(again(resource, one.document(), it)), () -> resources.add(resource));
  }

  private static One one(Document document, Settings settings, List<Frontend> frontends) {
    Optional<Header> header = Header.of(document);
    if (header.isEmpty()) {
      // what is hidden was said when it was read
      List<Problem> said = document.hidden().isPresent() ? List.of() : List.of(noObject(document));
      return new One(document, Optional.empty(), said);
    }
    var problems = new ArrayList<Problem>();
    Optional<HiddenObject> hidden = Hide.of(document, header.get(), frontends, settings, problems);
    if (hidden.isPresent()) {
      return new One(document, Optional.of(hidden.get()), problems);
    }
    for (Frontend frontend : frontends) {
      if (frontend.reads(header.get())) {
        Outcome<Optional<Resource>> read = frontend.parse(document, header.get(), settings);
        if (read.value().isPresent() || !read.problems().isEmpty()) {
          return one(document, read, () -> other(document, header.get(), settings));
        }
      }
    }
    KnownKinds.elsewhere(header.get()).ifPresent(problems::add);
    return new One(document, Optional.of(other(document, header.get(), settings)), problems);
  }

  private static One one(
      Document document, Outcome<Optional<Resource>> outcome, Supplier<Resource> other) {
    Resource resource = outcome.value().orElseGet(other);
    ResourceId id = resource.meta().id();
    List<Problem> problems = new ArrayList<>();
    for (Problem it : outcome.problems()) {
      problems.add(it.in(id));
    }
    return new One(document, Optional.of(resource), problems);
  }

  private static Resource other(Document document, Header header, Settings settings) {
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
