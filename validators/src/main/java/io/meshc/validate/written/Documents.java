package io.meshc.validate.written;

import io.meshc.source.ResourceId;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.Placeholders;
import io.meshc.yaml.Placeholders.Placeholder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The objects of one environment as they are written, by group and kind. Those that another tool fills in are not among them.
public final class Documents {
  private static final Documents NONE = new Documents(List.of(), "", Set.of(), "");

  private final List<Document> all;
  private final String defaultNamespace;
  private final Set<String> defined;
  private final String channel;

  /// Filled when the first rule asks: an input of other kinds has no use for it.
  private final Map<String, Map<String, OfKind>> byGroup = new HashMap<>();

  private final Set<String> namespaces = new HashSet<>();
  private boolean indexed;

  /// @param hidden whether the repo has objects of the kind that it does not show
  private record OfKind(
      List<Written> shown,
      Map<ResourceId, Written> byId,
      Map<String, List<Written>> byNamespace,
      boolean hidden) {
    static final OfKind NONE = new OfKind(List.of(), Map.of(), Map.of(), false);

    static OfKind empty(boolean hidden) {
      return new OfKind(new ArrayList<>(), new HashMap<>(), new HashMap<>(), hidden);
    }

    OfKind hiding() {
      return hidden ? this : new OfKind(shown, byId, byNamespace, true);
    }

    void add(Written it) {
      shown.add(it);
      byId.putIfAbsent(it.id(), it);
      byNamespace.computeIfAbsent(it.id().namespace(), _ -> new ArrayList<>()).add(it);
    }
  }

  private Documents(
      List<Document> all, String defaultNamespace, Set<String> defined, String channel) {
    this.all = List.copyOf(all);
    this.defaultNamespace = defaultNamespace;
    this.defined = Set.copyOf(defined);
    this.channel = channel;
  }

  /// @param defined `group/kind` of what the definitions of a cluster decide about
  /// @param channel of the Gateway API; `""` where nobody says it
  public static Documents of(
      List<Document> documents, String defaultNamespace, Set<String> defined, String channel) {
    return new Documents(documents, defaultNamespace, defined, channel);
  }

  public static Documents none() {
    return NONE;
  }

  /// A cluster's own definition has asked its rules of the objects of this kind.
  public boolean isDefined(String group, String kind) {
    return !defined.isEmpty() && defined.contains(group + "/" + kind);
  }

  /// Whether the cluster may have a channel of the Gateway API, `standard` or `experimental`.
  public boolean mayHave(String name) {
    return channel.isEmpty() || channel.equals(name);
  }

  /// Those of one kind, in the order of the files.
  public List<Written> of(String group, String kind) {
    return kind(group, kind).shown();
  }

  /// Of two with the same identity the first.
  public Optional<Written> one(ResourceId id) {
    return Optional.ofNullable(kind(id.group(), id.kind()).byId().get(id));
  }

  /// Whether the repo shows an object of the kind in a namespace.
  public boolean holds(String group, String kind, String namespace) {
    return kind(group, kind).byNamespace().containsKey(namespace);
  }

  /// Those of a kind in one namespace.
  public List<Written> in(String namespace, String group, String kind) {
    List<Written> found = kind(group, kind).byNamespace().get(namespace);
    return found == null ? List.of() : found;
  }

  /// Whether the repo shows an object of any kind in a namespace.
  public boolean holds(String namespace) {
    index();
    return namespaces.contains(namespace);
  }

  /// Whether the repo has objects of the kind that another tool fills in: any of them may be the one that is asked for.
  public boolean hides(String group, String kind) {
    return kind(group, kind).hidden();
  }

  private OfKind kind(String group, String kind) {
    Map<String, OfKind> inGroup = index().get(group);
    OfKind found = inGroup == null ? null : inGroup.get(kind);
    return found == null ? OfKind.NONE : found;
  }

  private synchronized Map<String, Map<String, OfKind>> index() {
    if (!indexed) {
      for (Document it : all) {
        add(it);
      }
      indexed = true;
    }
    return byGroup;
  }

  private void add(Document document) {
    Node.Mapping root = document.root();
    String api = scalar(root, "apiVersion");
    String kind = scalar(root, "kind");
    if (api.isEmpty() || kind.isEmpty()) {
      return;
    }
    int slash = api.indexOf('/');
    String group = slash < 0 ? "" : api.substring(0, slash);
    Map<String, OfKind> kinds = byGroup.get(group);
    if (kinds == null) {
      kinds = new HashMap<>();
      byGroup.put(group, kinds);
    }
    OfKind known = kinds.get(kind);
    if (document.hidden().isPresent() || isTemplate(document, group)) {
      kinds.put(kind, known == null ? OfKind.empty(true) : known.hiding());
      return;
    }
    if (known == null) {
      known = OfKind.empty(false);
      kinds.put(kind, known);
    }
    Written written = written(document, group, kind, api.substring(slash + 1));
    known.add(written);
    namespaces.add(written.id().namespace());
  }

  private Written written(Document document, String group, String kind, String version) {
    Part root = Part.of(document.file().path(), document.root());
    Part metadata = root.get("metadata");
    Part name = metadata.get("name");
    var id =
        new ResourceId(
            group,
            kind,
            metadata.get("namespace").textOr(isNamespaced(kind) ? defaultNamespace : ""),
            name.isThere() ? name.text() : metadata.get("generateName").text());
    return new Written(id, version, root);
  }

  /// Of the kinds that rules read.
  private static boolean isNamespaced(String kind) {
    return !kind.equals("Namespace") && !kind.equals("GatewayClass") && !kind.equals("XMesh");
  }

  /// What is filled in decides nothing of the containers of a workload, where `$(NAME)` is the business of Kubernetes.
  private static boolean isTemplate(Document document, String group) {
    boolean ofKubernetes = group.isEmpty() || group.indexOf('.') < 0;
    for (Placeholder it : Placeholders.in(document)) {
      String path = it.origin().path();
      if (!path.startsWith("status") && !(ofKubernetes && path.contains("ontainers["))) {
        return true;
      }
    }
    return false;
  }

  private static String scalar(Node.Mapping root, String key) {
    Optional<Node> value = root.get(key);
    return value.isPresent() && value.get() instanceof Node.Scalar it ? it.text() : "";
  }
}
