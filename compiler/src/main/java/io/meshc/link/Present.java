package io.meshc.link;

import io.meshc.model.Assumptions;
import io.meshc.model.Reference;
import io.meshc.model.ServiceName;
import io.meshc.model.cluster.Mirroring;
import io.meshc.normalize.Declarations;
import io.meshc.source.ResourceId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the repo holds, for references.
final class Present {
  private static final Set<String> INHABITANTS = Set.of("Service", "ServiceAccount");

  private final Set<ResourceId> objects = new HashSet<>();

  /// Namespaces that any object stands in.
  private final Set<String> named = new HashSet<>();

  /// Namespaces whose Services, accounts or workloads the repo holds.
  private final Set<String> inhabited = new HashSet<>();

  private final boolean closed;

  /// Controllers that may make Services which the repo does not show.
  private final List<Mirroring> mirrorings;

  Present(Declarations declared, Assumptions assumptions) {
    closed = assumptions.closed();
    mirrorings = declared.beyond().mirrorings().stream().filter(it -> !it.shown()).toList();
    declared.namespaces().forEach(it -> named.add(it.name()));
    for (ResourceId id : declared.objects()) {
      objects.add(id);
      named.add(id.namespace());
      if (id.group().isEmpty() && INHABITANTS.contains(id.kind())) {
        inhabited.add(id.namespace());
      }
    }
    declared.services().forEach(it -> service(it.name().namespace(), it.name().name()));
    // Whoever runs as an account shows that it is there, and every namespace has the account
    // `default`.
    declared.workloads().forEach(it -> account(it.id().namespace(), it.identity().account()));
    named.forEach(it -> objects.add(new ResourceId("", "ServiceAccount", it, "default")));
  }

  /// A repo that holds nothing of a namespace does not show what is in it, unless everything is said to be in the repo. A
  /// repo of policies alone does not show which Services and accounts there are.
  Reference.State stateOf(ResourceId id) {
    if (objects.contains(id)) {
      return Reference.State.FOUND;
    }
    if (isHidden(id)) {
      return Reference.State.HIDDEN;
    }
    boolean shown = (id.group().isEmpty() ? inhabited : named).contains(id.namespace());
    return closed || shown ? Reference.State.MISSING : Reference.State.OUTSIDE;
  }

  /// An object that the repo holds without showing its name, its namespace or its parts may be the one that is meant.
  private boolean isHidden(ResourceId id) {
    if (isMirror(id)) {
      return true;
    }
    int part = id.name().indexOf('#');
    String parts = part < 0 ? "#" : id.name().substring(0, part + 1);
    return Stream.of("", id.namespace())
        .flatMap(namespace ->
            Stream.of("", "#", parts)
                .map(name -> new ResourceId(id.group(), id.kind(), namespace, name)))
        .anyMatch(objects::contains);
  }

  private boolean isMirror(ResourceId id) {
    return !mirrorings.isEmpty()
        && id.group().isEmpty()
        && id.kind().equals("Service")
        && mirrorings.stream()
            .anyMatch(it -> it.target(new ServiceName(id.namespace(), id.name())).isPresent());
  }

  private void service(String namespace, String name) {
    objects.add(new ResourceId("", "Service", namespace, name));
    inhabited.add(namespace);
  }

  private void account(String namespace, String name) {
    objects.add(new ResourceId("", "ServiceAccount", namespace, name));
    inhabited.add(namespace);
  }
}
