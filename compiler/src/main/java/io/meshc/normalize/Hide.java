package io.meshc.normalize;

import static java.util.stream.Collectors.toMap;

import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.kubernetes.HiddenObject;
import io.meshc.dialect.kubernetes.ParseOther;
import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Document;
import io.meshc.yaml.Placeholders;
import io.meshc.yaml.Placeholders.Placeholder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the objects whose values are not in the repo: templates, encrypted ones, and those that parse with a placeholder in a
/// place that meshc reads. None of their values is used: a port that is `${PORT}` is no wrong port.
final class Hide {
  private static final String ANNOTATIONS = "metadata.annotations.";

  private Hide() {}

  static Optional<HiddenObject> of(
      Document document,
      Header header,
      List<Frontend> frontends,
      Settings settings,
      List<Problem> problems) {
    if (document.hidden().isPresent()) {
      Meta meta = shown(ParseOther.parse(document, header, "").meta(), List.of());
      if (isOfAMesh(header)) {
        problems.add(unknown(header, meta, document.hidden().get()));
      }
      return Optional.of(new HiddenObject(meta, document.hidden().get()));
    }
    boolean core = !isOfAMesh(header);
    if (core && frontends.stream().noneMatch(it -> it.reads(header))) {
      return Optional.empty();
    }
    List<Placeholder> found =
        Placeholders.in(document).stream().filter(it -> isRead(it, core)).toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Meta whole = ParseOther.parse(document, header, settings.defaultNamespace()).meta();
    Meta meta = shown(whole, found);
    Placeholder first = found.getFirst();
    problems.add(
        new Problem(
                Problem.Kind.TEMPLATED,
                first.origin(),
                "`"
                    + first.text()
                    + "` is filled in by another tool, so this `"
                    + header.kind()
                    + "` is not checked",
                "fill it in and check the result, such as `envsubst < FILE | meshc lint -`")
            .in(whole.id()));
    if (!core) {
      problems.add(unknown(header, whole, "a template"));
    }
    return Optional.of(
        new HiddenObject(meta, "a template", podLabels(document, header, frontends, found)));
  }

  /// Where no label is filled in, those that are written are all.
  private static Optional<Map<String, String>> podLabels(
      Document document, Header header, List<Frontend> frontends, List<Placeholder> found) {
    if (found.stream().anyMatch(it -> it.origin().path().contains("labels"))) {
      return Optional.empty();
    }
    return frontends.stream()
        .filter(it -> it.reads(header))
        .flatMap(it -> it.parse(document, header, Settings.DEFAULT).value().stream())
        .filter(WorkloadObject.class::isInstance)
        .flatMap(it -> ((WorkloadObject) it).pod().stream())
        .map(Hide::labels)
        .findFirst();
  }

  private static Map<String, String> labels(PodTemplate pod) {
    return pod.labels().entrySet().stream()
        .collect(toMap(Map.Entry::getKey, it -> it.getValue().value()));
  }

  private static Problem unknown(Header header, Meta meta, String why) {
    return new Problem(
            Problem.Kind.NOT_MODELLED,
            header.kindOrigin(),
            "`" + header.kind() + "` is " + why + ": decisions that it may touch are unknown",
            "")
        .in(meta.id());
  }

  /// The identity, without what only looks like a part of it.
  private static Meta shown(Meta meta, List<Placeholder> found) {
    ResourceId id = meta.id();
    boolean name = found.stream().noneMatch(it -> it.origin().path().equals("metadata.name"));
    boolean namespace =
        found.stream().noneMatch(it -> it.origin().path().equals("metadata.namespace"));
    return new Meta(
        new ResourceId(
            id.group(), id.kind(), namespace ? id.namespace() : "", name ? id.name() : ""),
        meta.version(),
        meta.labels(),
        meta.annotations(),
        meta.origin());
  }

  private static boolean isOfAMesh(Header header) {
    return MeshGroups.holds(header.group());
  }

  /// Annotations of other programs, and what runs in containers, where `$(NAME)` is the business of Kubernetes, decide nothing
  /// that meshc says.
  private static boolean isRead(Placeholder placeholder, boolean core) {
    String path = placeholder.origin().path();
    boolean ofAnybody =
        path.startsWith(ANNOTATIONS)
            && !isOfAMesh(path.substring(ANNOTATIONS.length()), placeholder.text());
    return !ofAnybody
        && !path.startsWith("status")
        && !(core && isOfContainers(path) && !path.contains("].ports["));
  }

  /// Whether a mesh reads the annotation, or may: its name may be filled in, too.
  private static boolean isOfAMesh(String annotation, String placeholder) {
    int slash = annotation.indexOf('/');
    return annotation.contains(placeholder)
        || (slash > 0 && MeshGroups.reads(annotation.substring(0, slash)));
  }

  private static boolean isOfContainers(String path) {
    return path.contains("ontainers[")
        || path.contains(".volumes[")
        || path.contains("olumeClaimTemplates[")
        || path.contains(".affinity.");
  }
}
