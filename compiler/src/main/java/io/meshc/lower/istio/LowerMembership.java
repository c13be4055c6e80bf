package io.meshc.lower.istio;

import io.meshc.dialect.Meta;
import io.meshc.dialect.kubernetes.HiddenObject;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Output;
import io.meshc.lower.Output.Created;
import io.meshc.lower.Output.ObjectEdit;
import io.meshc.lower.Region;
import io.meshc.model.Plane;
import io.meshc.model.Scope;
import io.meshc.model.Workload;
import io.meshc.model.match.Match;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Membership → `istio-injection` on Namespaces and `sidecar.istio.io/inject` on Pods, in the place of the marks of the
/// source mesh. A namespace that the repo does not hold gets a Namespace object.
///
/// Source: istio.io, "Installing the Sidecar"; docs.openservicemesh.io, "Sidecar Injection".
final class LowerMembership {
  private static final String SOURCE = "openservicemesh.io/";
  private static final String SOURCE_INJECTION = "openservicemesh.io/sidecar-injection";
  private static final String NAMESPACE = "istio-injection";
  private static final String POD = "sidecar.istio.io/inject";
  private static final String MARK = "a mark of the source mesh";

  private LowerMembership() {}

  static Lowered<Output> lower(Translation translation) {
    var enrolled = new TreeSet<String>();
    for (Plane plane : translation.planes()) {
      translation.mesh().namespaces().stream()
          .filter(it -> it.membership().planeId().filter(plane.id()::equals).isPresent())
          .forEach(it -> enrolled.add(it.name()));
    }
    var edits = new ArrayList<ObjectEdit>();
    for (NamespaceObject it : translation.resources().of(NamespaceObject.class)) {
      edits.addAll(namespace(it, enrolled.contains(it.meta().name())));
    }
    var moving =
        translation.mesh().workloads().stream()
            .filter(it -> it.membership().planeId().filter(translation::movesIn).isPresent())
            .map(Workload::id)
            .collect(Collectors.toSet());
    for (WorkloadObject it : translation.resources().of(WorkloadObject.class)) {
      it.pod().ifPresent(pod -> edits.addAll(pods(it.meta().id(), pod)));
      if (moving.contains(it.meta().id())) {
        it.pod().ifPresent(pod -> edits.addAll(sleeping(it.meta().id(), pod)));
      }
    }
    return new Lowered<>(
        Output.join(List.of(Output.edits(edits), Output.of(missing(enrolled, translation)))),
        translation.resources().of(HiddenObject.class).stream()
            .filter(it -> it.isNamespace() || it.isWorkload())
            .filter(_ -> translation.planes().stream().anyMatch(it -> translation.movesIn(it.id())))
            .map(LowerMembership::hidden)
            .toList());
  }

  /// Its marks are those of the source mesh, if it has any, and cannot be changed. What Istio puts no proxy beside, it does not
  /// guard.
  private static Loss hidden(HiddenObject object) {
    String namespace = object.isNamespace() ? object.meta().name() : object.meta().namespace();
    Scope scope = namespace.isEmpty() ? new Scope.Everywhere() : new Scope.InNamespace(namespace);
    return new Loss(
        object.meta().origin(),
        Optional.of(object.meta().id()),
        Feature.MEMBERSHIP.label(),
        Effect.WIDENS_ACCESS,
        Region.at(scope, Match.ANY),
        "it is " + object.why() + ": what it says of its membership in the mesh stays as it is",
        "fill it in, and translate the result");
  }

  /// Where the metadata of its Pods stands in a workload object. @param map `labels` or `annotations`
  static List<String> podPath(ResourceId workload, String map, String key) {
    return switch (workload.kind()) {
      case "Pod" -> List.of("metadata", map, key);
      case "CronJob" -> List.of("spec", "jobTemplate", "spec", "template", "metadata", map, key);
      default -> List.of("spec", "template", "metadata", map, key);
    };
  }

  private static List<ObjectEdit> namespace(NamespaceObject namespace, boolean enrolled) {
    ResourceId id = namespace.meta().id();
    var edits = new ArrayList<ObjectEdit>();
    At<String> now = namespace.meta().labels().get(NAMESPACE);
    boolean byRevision = namespace.meta().labels().containsKey("istio.io/rev");
    if (enrolled && !byRevision && (now == null || !now.value().equals("enabled"))) {
      String because = "its workloads are in the mesh";
      edits.add(
          new ObjectEdit.Set(id, List.of("metadata", "labels", NAMESPACE), "enabled", because));
    }
    for (String key : marks(namespace.meta().labels())) {
      edits.add(new ObjectEdit.Remove(id, List.of("metadata", "labels", key), MARK));
    }
    for (String key : marks(namespace.meta().annotations())) {
      edits.add(new ObjectEdit.Remove(id, List.of("metadata", "annotations", key), MARK));
    }
    return edits;
  }

  private static List<ObjectEdit> pods(ResourceId id, PodTemplate pod) {
    var edits = new ArrayList<ObjectEdit>();
    said(pod)
        .ifPresent(it ->
            edits.add(
                new ObjectEdit.Set(
                    id,
                    podPath(id, "labels", POD),
                    it,
                    "the Pods say themselves whether they are in the mesh")));
    for (String key : marks(pod.labels())) {
      edits.add(new ObjectEdit.Remove(id, podPath(id, "labels", key), MARK));
    }
    for (String key : marks(pod.annotations())) {
      edits.add(new ObjectEdit.Remove(id, podPath(id, "annotations", key), MARK));
    }
    return edits;
  }

  /// Marks of Istio that the source mesh does not read: they would wake up, and some of them let traffic past the proxy.
  private static List<ObjectEdit> sleeping(ResourceId id, PodTemplate pod) {
    String because = "the source mesh does not read it, and Istio would";
    boolean says = said(pod).isPresent();
    var edits = new ArrayList<ObjectEdit>();
    for (String key : new TreeSet<>(pod.labels().keySet())) {
      if (isIstios(key) && !(says && key.equals(POD))) {
        edits.add(new ObjectEdit.Remove(id, podPath(id, "labels", key), because));
      }
    }
    for (String key : new TreeSet<>(pod.annotations().keySet())) {
      if (isIstios(key)) {
        edits.add(new ObjectEdit.Remove(id, podPath(id, "annotations", key), because));
      }
    }
    return edits;
  }

  private static boolean isIstios(String key) {
    int slash = key.indexOf('/');
    return slash > 0
        && (key.startsWith("istio.io/") || key.substring(0, slash).endsWith(".istio.io"));
  }

  /// What a Pod says of its injection in the source mesh.
  private static Optional<String> said(PodTemplate pod) {
    return Optional.ofNullable(pod.annotations().get(SOURCE_INJECTION))
        .or(() -> Optional.ofNullable(pod.labels().get(SOURCE_INJECTION)))
        .flatMap(it -> inject(it.value()));
  }

  private static Optional<String> inject(String value) {
    return switch (value) {
      case "enabled", "yes", "true" -> Optional.of("true");
      case "disabled", "no", "false" -> Optional.of("false");
      default -> Optional.empty();
    };
  }

  private static TreeSet<String> marks(Map<String, At<String>> located) {
    return new TreeMap<>(located)
        .keySet().stream()
            .filter(it -> it.startsWith(SOURCE))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Created> missing(TreeSet<String> enrolled, Translation translation) {
    var declared =
        translation.resources().of(NamespaceObject.class).stream()
            .map(it -> it.meta().name())
            .collect(Collectors.toSet());
    var created = new ArrayList<Created>();
    for (String namespace : enrolled) {
      if (!declared.contains(namespace)) {
        Meta meta = Translation.meta("", "v1", "Namespace", "", namespace);
        Nodes metadata =
            Nodes.map().put("name", namespace).putTexts("labels", Map.of(NAMESPACE, "enabled"));
        Nodes object =
            Nodes.map().put("apiVersion", "v1").put("kind", "Namespace").put("metadata", metadata);
        created.add(Translation.created(meta, object.build(), List.of()));
      }
    }
    return created;
  }
}
