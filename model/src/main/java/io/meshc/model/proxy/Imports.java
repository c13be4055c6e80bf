package io.meshc.model.proxy;

import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.model.match.HostPattern;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.OptionalInt;

/// The hosts that the proxies of a scope know at all. The narrowest scope decides: selected workloads, then the namespace,
/// then everywhere; where none speaks, they know every host that is meant for them.
public record Imports(
    ResourceId resource, PlaneId plane, Scope scope, List<Import> hosts, Origin origin) {
  public Imports {
    hosts = List.copyOf(hosts);
  }

  /// @param port at which alone they know them; absent for every one
  /// @param namespace of the Service or the route; `*` for any
  public record Import(OptionalInt port, String namespace, HostPattern host) {
    public boolean holds(int calledPort, String owner, HostPattern other) {
      return (port.isEmpty() || port.getAsInt() == calledPort)
          && (namespace.equals("*") || namespace.equals(owner))
          && host.meets(other);
    }
  }
}
