package io.meshc.dialect;

import io.meshc.diag.Problem;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The first look at a document: which group, version and kind it states.
///
/// @param kindOrigin where `kind` stands
public record Header(String group, String version, String kind, Origin kindOrigin) {

  /// Fields of ObjectMeta that the server or its clients fill in: they change nothing that meshc says.
  private static final String[] SERVER_FIELDS = {
    "generateName",
    "uid",
    "resourceVersion",
    "generation",
    "creationTimestamp",
    "deletionTimestamp",
    "deletionGracePeriodSeconds",
    "ownerReferences",
    "finalizers",
    "managedFields",
    "selfLink"
  };

  /// Empty where `apiVersion` or `kind` is missing or is not text.
  public static Optional<Header> of(Document document) {
    Node.Mapping root = document.root();
    return text(root, "apiVersion")
        .flatMap(api ->
            text(root, "kind")
                .map(kind -> {
                  int slash = api.text().indexOf('/');
                  String group = slash < 0 ? "" : api.text().substring(0, slash);
                  return new Header(
                      group,
                      api.text().substring(slash + 1),
                      kind.text(),
                      document.at("kind", kind));
                }));
  }

  /// Reads `metadata`, and takes `apiVersion`, `kind`, `metadata` and `status` off the list of unread fields.
  public Meta meta(Fields top, String defaultNamespace, List<Problem> problems) {
    top.ignore("apiVersion", "kind", "metadata", "status");
    Optional<Fields> metadata = top.object("metadata");
    if (metadata.isEmpty()) {
      problems.add(
          new Problem(Problem.Kind.MISSING_FIELD, kindOrigin, "field `metadata` is missing", ""));
      return new Meta(
          new ResourceId(group, kind, defaultNamespace, ""),
          version,
          Map.of(),
          Map.of(),
          kindOrigin);
    }
    Fields fields = metadata.get();
    Optional<At<String>> name = fields.string("name").or(() -> fields.string("generateName"));
    if (name.isEmpty()) {
      problems.add(
          new Problem(
              Problem.Kind.MISSING_FIELD, fields.origin(), "field `metadata.name` is missing", ""));
    }
    fields.string("name").ifPresent(it -> check(it, problems));
    String namespace = fields.string("namespace").map(At::value).orElse(defaultNamespace);
    Meta meta =
        new Meta(
            new ResourceId(group, kind, namespace, name.map(At::value).orElse("")),
            version,
            fields.stringMap("labels"),
            fields.stringMap("annotations"),
            name.map(At::origin).orElse(kindOrigin));
    fields.ignore(SERVER_FIELDS).done();
    return meta;
  }

  /// A part of a name that a server completes (`generateName`) is not held against the rules of whole names.
  private void check(At<String> name, List<Problem> problems) {
    ObjectName.mistake(group, kind, name.value())
        .ifPresent(rule ->
            problems.add(
                new Problem(
                    Problem.Kind.INVALID_VALUE,
                    name.origin(),
                    "`" + name.value() + "` is no name of a " + kind,
                    rule)));
  }

  /// For a kind of ours in a version that no front end reads.
  ///
  /// @param versions that are read; empty where the group has no such kind
  public Problem unknownVersion(List<String> versions) {
    String stated = "`" + group + "/" + version + "`";
    return versions.isEmpty()
        ? new Problem(
            Problem.Kind.UNKNOWN_KIND,
            kindOrigin,
            "kind `" + kind + "` is not known in " + stated,
            "")
        : new Problem(
            Problem.Kind.UNKNOWN_KIND,
            kindOrigin,
            "version " + stated + " of `" + kind + "` is not known",
            "meshc reads " + String.join(", ", versions));
  }

  /// For a kind of ours that is kept without a look into it.
  public Problem notUnderstood(Meta meta) {
    return new Problem(
        Problem.Kind.NOT_MODELLED,
        meta.origin(),
        "`" + kind + "` is not understood yet: decisions that it may touch are unknown",
        "");
  }

  private static Optional<Node.Scalar> text(Node.Mapping root, String key) {
    return root.get(key)
        .filter(Node.Scalar.class::isInstance)
        .map(Node.Scalar.class::cast)
        .filter(it -> !it.text().isEmpty());
  }
}
