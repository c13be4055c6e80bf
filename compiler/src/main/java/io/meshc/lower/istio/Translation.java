package io.meshc.lower.istio;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resources;
import io.meshc.lower.Options;
import io.meshc.lower.Output.Created;
import io.meshc.model.Lookup;
import io.meshc.model.Membership;
import io.meshc.model.Mesh;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Workload;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Node;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What every feature is lowered from.
///
/// @param planes whose workloads move to Istio
/// @param names that are taken, and those given out so far
record Translation(
    Mesh mesh,
    Lookup lookup,
    Resources resources,
    Options options,
    List<Plane> planes,
    Names names,
    Set<ResourceId> written) {

  static final PlaneId TARGET = new PlaneId("istio");

  /// All planes but Istio's own; that one too if there is no other.
  static Translation of(Mesh mesh, Resources resources, Options options) {
    List<Plane> foreign = mesh.planes().stream().filter(it -> !it.id().equals(TARGET)).toList();
    List<Plane> planes = foreign.isEmpty() ? mesh.planes() : foreign;
    return new Translation(
        mesh,
        Lookup.of(mesh),
        resources,
        options,
        planes,
        Names.takenBy(resources),
        resources.all().stream().map(it -> it.meta().id()).collect(Collectors.toSet()));
  }

  boolean moves(PlaneId plane) {
    return planes.stream().anyMatch(it -> it.id().equals(plane));
  }

  /// Whether workloads of this plane come to Istio from another mesh.
  boolean movesIn(PlaneId plane) {
    return moves(plane) && !plane.equals(TARGET);
  }

  boolean moves(Membership membership) {
    return membership.planeId().filter(this::moves).isPresent();
  }

  /// Whether a file holds it. What controllers make has no text to edit.
  boolean isWritten(ResourceId object) {
    return written.contains(object);
  }

  boolean isRoot(String namespace) {
    return namespace.equals(options.rootNamespace());
  }

  /// The namespaces that hold workloads of a plane, or are in it as a whole.
  TreeSet<String> namespaces(Plane plane) {
    var names = new TreeSet<String>();
    mesh.namespaces().stream()
        .filter(it -> isOf(it.membership(), plane))
        .forEach(it -> names.add(it.name()));
    workloads(plane).forEach(it -> names.add(it.namespace()));
    return names;
  }

  Stream<Workload> workloads(Plane plane) {
    return mesh.workloads().stream().filter(it -> isOf(it.membership(), plane));
  }

  private static boolean isOf(Membership membership, Plane plane) {
    return membership.planeId().filter(plane.id()::equals).isPresent();
  }

  static Meta security(String kind, String namespace, String name) {
    return meta("security.istio.io", "v1", kind, namespace, name);
  }

  static Meta networking(String kind, String namespace, String name) {
    return meta("networking.istio.io", "v1", kind, namespace, name);
  }

  static Meta meta(String group, String version, String kind, String namespace, String name) {
    var id = new ResourceId(group, kind, namespace, name);
    return new Meta(id, version, Map.of(), Map.of(), Origin.none());
  }

  static Created created(Meta meta, Node.Mapping node, Collection<Origin> from) {
    return new Created(
        meta.id(), node, from.stream().filter(Origin::isWritten).distinct().toList());
  }

  static <T> At<T> at(T value) {
    return At.of(value, Origin.none());
  }

  static List<At<String>> texts(Collection<String> values) {
    return values.stream().map(Translation::at).toList();
  }

  static Map<String, At<String>> labels(Map<String, String> labels) {
    var result = new TreeMap<String, At<String>>();
    labels.forEach((name, value) -> result.put(name, at(value)));
    return result;
  }
}
