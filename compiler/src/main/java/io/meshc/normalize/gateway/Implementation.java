package io.meshc.normalize.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.gateway.Gateway;
import io.meshc.dialect.gateway.route.BackendRef;
import io.meshc.dialect.gateway.route.ParentRef;
import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.model.ServiceName;
import io.meshc.normalize.Settings.GatewayProfile;
import java.util.List;
import java.util.Optional;

/// Who implements the Gateway API in an environment, and what it adds to it.
public interface Implementation {
  /// The mesh whose proxies follow the routes.
  PlaneId plane();

  /// How it reads what the text leaves open, or reads otherwise than the text.
  GatewayProfile profile();

  /// Whether a Gateway is of a class that this implementation has.
  boolean serves(Gateway gateway);

  /// The proxies that a Gateway stands for.
  List<Proxies> proxies(Gateway gateway);

  /// What stands behind a parent that is neither a Gateway nor a Service.
  default List<ServiceName> parents(ParentRef parent, Meta route) {
    return List.of();
  }

  /// What stands behind a backend that is no Service; empty where this implementation has no such kind.
  default Optional<ServiceName> backend(BackendRef backend) {
    return Optional.empty();
  }

  /// @param ports at which clients can call them; empty for whatever is listened at
  record Proxies(Scope scope, Optional<List<Integer>> ports) {
    public Proxies {
      ports = ports.map(List::copyOf);
    }
  }
}
