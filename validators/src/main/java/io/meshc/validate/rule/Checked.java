package io.meshc.validate.rule;

import static java.util.stream.Collectors.groupingBy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.model.Authorization;
import io.meshc.model.Lookup;
import io.meshc.model.Mesh;
import io.meshc.model.PlaneId;
import io.meshc.model.Reference;
import io.meshc.model.Route;
import io.meshc.model.Workload;
import io.meshc.source.ResourceId;
import io.meshc.validate.written.Documents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One environment, as rules see it, with the indexes that they need: a rule never searches a list for each element.
public final class Checked {
  private final Lookup lookup;
  private final Resources resources;
  private final Documents documents;
  private final List<Problem> problems;
  private final Map<Problem.Kind, List<Problem>> problemsByKind;
  private final Map<ResourceId, List<Problem>> problemsById = new HashMap<>();
  private final Map<ResourceId, Resource> resourcesById = new HashMap<>();

  /// Filled when somebody asks for it, which few do.
  private final Map<ResourceId, List<String>> namesByKind = new HashMap<>();

  private final Map<ResourceId, List<Reference>> referencesFrom;
  private final Map<ResourceId, List<Reference>> referencesTo;

  /// @param problems of all stages before: reading, parsing, normalizing, linking
  public Checked(Lookup lookup, Resources resources, Documents documents, List<Problem> problems) {
    this.lookup = lookup;
    this.resources = resources;
    this.documents = documents;
    this.problems = List.copyOf(problems);
    problemsByKind = this.problems.stream().collect(groupingBy(Problem::kind));
    for (Problem it : this.problems) {
      it.resource()
          .ifPresent(id -> problemsById.computeIfAbsent(id, _ -> new ArrayList<>()).add(it));
    }
    resources.all().forEach(it -> resourcesById.putIfAbsent(it.meta().id(), it));
    referencesFrom = mesh().references().stream().collect(groupingBy(Reference::from));
    referencesTo = mesh().references().stream().collect(groupingBy(Reference::to));
  }

  public Lookup lookup() {
    return lookup;
  }

  public Mesh mesh() {
    return lookup.mesh();
  }

  public Resources resources() {
    return resources;
  }

  /// The objects as they are written.
  public Documents documents() {
    return documents;
  }

  public List<Problem> problems() {
    return problems;
  }

  public List<Problem> problems(Problem.Kind kind) {
    return problemsByKind.getOrDefault(kind, List.of());
  }

  /// Those with one object. What follows from a value that could not be taken is not its author's mistake.
  public List<Problem> problems(ResourceId of) {
    return problemsById.getOrDefault(of, List.of());
  }

  /// The resources of this type.
  public <R extends Resource> List<R> resources(Class<R> type) {
    return resources.of(type);
  }

  public Optional<Resource> resource(ResourceId id) {
    return Optional.ofNullable(resourcesById.get(id));
  }

  public <R extends Resource> Optional<R> resource(ResourceId id, Class<R> type) {
    return resource(id).filter(type::isInstance).map(type::cast);
  }

  /// The names of the objects of the same kind in the same namespace.
  public synchronized List<String> namesakes(ResourceId id) {
    if (namesByKind.isEmpty()) {
      for (Resource it : resources.all()) {
        namesByKind
            .computeIfAbsent(nameless(it.meta().id()), _ -> new ArrayList<>())
            .add(it.meta().id().name());
      }
    }
    return Collections.unmodifiableList(namesByKind.getOrDefault(nameless(id), List.of()));
  }

  /// The rules of all routes, each list once: the many hosts of one object share it.
  public Stream<Route.Rule> routeRules() {
    Set<List<Route.Rule>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return mesh().routes().stream().map(Route::rules).filter(seen::add).flatMap(List::stream);
  }

  private static ResourceId nameless(ResourceId id) {
    return new ResourceId(id.group(), id.kind(), id.namespace(), "");
  }

  public List<Reference> referencesFrom(ResourceId id) {
    return referencesFrom.getOrDefault(id, List.of());
  }

  /// A part of a resource is named as `name#part`, as in [Reference].
  public List<Reference> referencesTo(ResourceId id) {
    return referencesTo.getOrDefault(id, List.of());
  }

  /// The authorizations of its own plane that guard a workload; none outside the mesh.
  public Stream<Authorization> authorizationsAt(Workload workload) {
    Optional<PlaneId> plane = workload.membership().planeId();
    return lookup.authorizationsAt(workload).stream()
        .filter(it -> plane.filter(it.plane()::equals).isPresent());
  }
}
