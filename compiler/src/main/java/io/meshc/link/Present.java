package io.meshc.link;

import io.meshc.model.Assumptions;
import io.meshc.model.Reference;
import io.meshc.normalize.Declarations;
import io.meshc.source.ResourceId;
import java.util.HashSet;
import java.util.Set;

/// What the repo holds, for references.
final class Present {
  private final Set<ResourceId> objects;
  private final Set<String> namespaces;
  private final boolean closed;

  private Present(Set<ResourceId> objects, Set<String> namespaces, boolean closed) {
    this.objects = objects;
    this.namespaces = namespaces;
    this.closed = closed;
  }

  static Present of(Declarations declared, Assumptions assumptions) {
    var objects = new HashSet<>(declared.objects());
    var namespaces = new HashSet<String>();
    declared.namespaces().forEach(it -> namespaces.add(it.name()));
    declared.objects().forEach(it -> namespaces.add(it.namespace()));
    declared
        .services()
        .forEach(it -> objects.add(service(it.name().namespace(), it.name().name())));
    // Every namespace has an account `default`, and whoever runs as an account knows that it is
    // there.
    namespaces.forEach(it -> objects.add(account(it, "default")));
    declared
        .workloads()
        .forEach(it -> objects.add(account(it.identity().namespace(), it.identity().account())));
    return new Present(objects, namespaces, assumptions.closed());
  }

  /// A repo that holds nothing of a namespace does not show what is in it, unless everything is said to be in the repo.
  Reference.State stateOf(ResourceId id) {
    if (objects.contains(id)) {
      return Reference.State.FOUND;
    }
    return closed || namespaces.contains(id.namespace())
        ? Reference.State.MISSING
        : Reference.State.OUTSIDE;
  }

  private static ResourceId service(String namespace, String name) {
    return new ResourceId("", "Service", namespace, name);
  }

  private static ResourceId account(String namespace, String name) {
    return new ResourceId("", "ServiceAccount", namespace, name);
  }
}
