package io.meshc.normalize.linkerd;

import io.meshc.dialect.gateway.route.ParentRef;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What a route is attached to. Groups and kinds are compared without their letter case, and `core` is another name of Kubernetes' own
/// group; what is absent stands for the route's own group and namespace, and for a Gateway.
final class Parents {
  private Parents() {}

  /// @param section it asks for a part of the parent by name
  record Parent(ResourceId id, OptionalInt port, boolean section, Origin origin) {
    boolean isServer() {
      return id.group().equals(LinkerdPlane.POLICY) && id.kind().equals("server");
    }

    boolean isEgress() {
      return id.group().equals(LinkerdPlane.POLICY) && id.kind().equals("egressnetwork");
    }

    boolean isService() {
      return id.group().isEmpty() && id.kind().equals("service");
    }
  }

  static List<Parent> of(Route route) {
    return route.parentRefs().stream().map(it -> of(it, route)).toList();
  }

  private static Parent of(ParentRef ref, Route route) {
    String group = ref.group().map(At::value).orElse(route.meta().id().group());
    String kind = ref.kind().map(At::value).orElse("Gateway");
    String namespace = ref.namespace().map(At::value).orElse(route.meta().namespace());
    var id =
        new ResourceId(
            group.equalsIgnoreCase("core") ? "" : group.toLowerCase(Locale.ROOT),
            kind.toLowerCase(Locale.ROOT),
            namespace,
            ref.name().map(At::value).orElse(""));
    Optional<At<Long>> port = ref.port();
    return new Parent(
        id,
        port.map(it -> OptionalInt.of((int) (long) it.value())).orElse(OptionalInt.empty()),
        ref.sectionName().isPresent(),
        ref.origin());
  }
}
