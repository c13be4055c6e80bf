package io.meshc.model.server;

import io.meshc.model.PlaneId;
import io.meshc.model.ServiceName;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What one resource says of requests to a Service, or to what stands outside. All tables of a parent's port together make the table
/// of a client; of several kinds the first one counts alone.
///
/// @param parent a Service, or what stands outside of the cluster: an [Egress]
/// @param port absent for every one
/// @param audience the namespace of the clients that follow it; empty for all
/// @param inert why it counts for nothing; empty where it does
public record RouteTable(
    ResourceId resource,
    PlaneId plane,
    ServiceName parent,
    OptionalInt port,
    Optional<String> audience,
    Kind kind,
    List<RankedRule> rules,
    Optional<String> inert,
    Origin origin) {
  public RouteTable {
    rules = List.copyOf(rules);
  }

  /// What stands outside of the cluster, as a parent or a backend: no Service has a `/` in its name.
  public static ServiceName outside(String namespace, String name) {
    return new ServiceName(namespace, OUTSIDE + name);
  }

  /// A backend that nothing can be sent to.
  ///
  /// @param what it is, for messages
  public static ServiceName none(String namespace, String what) {
    return new ServiceName(namespace, NONE + what);
  }

  /// A backend that is not looked into.
  public static ServiceName unclear(String namespace, String what) {
    return new ServiceName(namespace, UNCLEAR + what);
  }

  public static boolean isUnclear(ServiceName name) {
    return name.name().startsWith(UNCLEAR);
  }

  public static boolean isOutside(ServiceName name) {
    return name.name().startsWith(OUTSIDE);
  }

  public static boolean isNone(ServiceName name) {
    return name.name().startsWith(NONE);
  }

  private static final String OUTSIDE = "egress/";
  private static final String UNCLEAR = "unclear/";
  private static final String NONE = "none/";

  /// The same with other rules.
  public RouteTable with(List<RankedRule> other) {
    return new RouteTable(resource, plane, parent, port, audience, kind, other, inert, origin);
  }

  /// What the rules are about; the earlier one goes before the later one.
  public enum Kind {
    GRPC,
    HTTP,
    TLS,
    TCP
  }

  public boolean isFor(int calledPort, String clientNamespace) {
    return (port.isEmpty() || port.getAsInt() == calledPort)
        && audience.map(clientNamespace::equals).orElse(true);
  }
}
