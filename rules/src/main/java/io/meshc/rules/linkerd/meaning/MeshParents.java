package io.meshc.rules.linkerd.meaning;

import io.meshc.dialect.gateway.route.ParentRef;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.source.At;
import io.meshc.source.ResourceId;

/// What routes are attached to, as Linkerd reads it: letter case does not count in groups and kinds.
final class MeshParents {
  private MeshParents() {}

  static boolean isServer(ParentRef ref, Route route, ResourceId server) {
    String group = ref.group().map(At::value).orElse(route.meta().id().group());
    String namespace = ref.namespace().map(At::value).orElse(route.meta().namespace());
    return group.equalsIgnoreCase(server.group())
        && ref.kind().filter(it -> it.value().equalsIgnoreCase("Server")).isPresent()
        && ref.name().filter(it -> it.value().equals(server.name())).isPresent()
        && namespace.equals(server.namespace());
  }
}
