package io.meshc.validate.written;

import io.meshc.source.ResourceId;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The objects of one environment as they are written, by group and kind.
public final class Documents {
  private static final Documents NONE = new Documents(List.of(), "", Set.of());

  private final List<Document> all;
  private final String defaultNamespace;
  private final Set<String> defined;

  /// Filled when the first rule asks: an input of other kinds has no use for it.
  private final Map<String, Map<String, List<Written>>> byGroup = new HashMap<>();

  private boolean indexed;

  private Documents(List<Document> all, String defaultNamespace, Set<String> defined) {
    this.all = List.copyOf(all);
    this.defaultNamespace = defaultNamespace;
    this.defined = Set.copyOf(defined);
  }

  /// @param defined `group/kind` of what the definitions of a cluster decide about
  public static Documents of(
      List<Document> documents, String defaultNamespace, Set<String> defined) {
    return new Documents(documents, defaultNamespace, defined);
  }

  public static Documents none() {
    return NONE;
  }

  /// A cluster's own definition has asked its rules of the objects of this kind.
  public boolean isDefined(String group, String kind) {
    return !defined.isEmpty() && defined.contains(group + "/" + kind);
  }

  /// Those of one kind, in the order of the files; what is hidden in a template is none of them.
  public List<Written> of(String group, String kind) {
    Map<String, List<Written>> inGroup = index().get(group);
    List<Written> found = inGroup == null ? null : inGroup.get(kind);
    return found == null ? List.of() : found;
  }

  private synchronized Map<String, Map<String, List<Written>>> index() {
    if (!indexed) {
      for (Document it : all) {
        add(it);
      }
      indexed = true;
    }
    return byGroup;
  }

  private void add(Document document) {
    if (document.hidden().isPresent()) {
      return;
    }
    Part root = Part.of(document.file().path(), document.root());
    String api = scalar(document.root(), "apiVersion");
    String kind = scalar(document.root(), "kind");
    if (api.isEmpty() || kind.isEmpty()) {
      return;
    }
    int slash = api.indexOf('/');
    String group = slash < 0 ? "" : api.substring(0, slash);
    Part metadata = root.get("metadata");
    Part name = metadata.get("name");
    var id =
        new ResourceId(
            group,
            kind,
            metadata.get("namespace").textOr(defaultNamespace),
            name.isThere() ? name.text() : metadata.get("generateName").text());
    byGroup
        .computeIfAbsent(group, _ -> new HashMap<>())
        .computeIfAbsent(kind, _ -> new ArrayList<>())
        .add(new Written(id, api.substring(slash + 1), root));
  }

  private static String scalar(Node.Mapping root, String key) {
    return root.get(key).isPresent() && root.get(key).get() instanceof Node.Scalar it
        ? it.text()
        : "";
  }
}
