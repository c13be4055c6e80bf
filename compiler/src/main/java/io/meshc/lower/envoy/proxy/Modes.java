package io.meshc.lower.envoy.proxy;

import io.meshc.model.Mesh;
import io.meshc.model.PeerTls;
import io.meshc.model.PeerTls.Mode;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.model.Workload;
import io.meshc.source.At;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What workloads take from their peers: the narrowest policy decides, an unset mode is that of the next wider one.
public final class Modes {
  private final Map<PlaneId, List<PeerTls>> policies = new HashMap<>();

  Modes(Mesh mesh) {
    for (Plane plane : mesh.planes()) {
      policies.put(
          plane.id(),
          mesh.peerTls().stream()
              .filter(it -> it.plane().equals(plane.id()))
              .sorted(Comparator.comparingInt(it -> width(it.scope())))
              .toList());
    }
  }

  public Mode at(Workload workload, Plane plane, int port) {
    return policies.getOrDefault(plane.id(), List.of()).stream()
        .filter(it -> it.scope().includes(workload))
        .map(it -> mode(it, port))
        .filter(it -> it != Mode.UNSET)
        .findFirst()
        .orElse(Mode.PERMISSIVE);
  }

  private static Mode mode(PeerTls policy, int port) {
    return Optional.ofNullable(policy.ports().get(port))
        .map(At::value)
        .filter(it -> it != Mode.UNSET)
        .orElse(policy.mode().value());
  }

  private static int width(Scope scope) {
    return switch (scope) {
      case Scope.Selected _, Scope.OfAccount _, Scope.Attached _ -> 0;
      case Scope.SelectedAnywhere _ -> 1;
      case Scope.InNamespace _ -> 2;
      case Scope.Everywhere _ -> 3;
    };
  }
}
