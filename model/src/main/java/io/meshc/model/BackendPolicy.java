package io.meshc.model;

import io.meshc.model.cluster.Locality;
import io.meshc.model.proxy.Audience;
import io.meshc.model.traffic.Handling;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How clients of a plane talk to a Service.
///
/// @param service a whole host may stand for many: `*.example.com`
/// @param audience the clients that it holds for
/// @param clients labels of the Pods of those clients; empty for all
/// @param balancing absent where the plane's default holds
/// @param connection what holds where no subset says otherwise
/// @param spreading likewise
/// @param handling likewise, what no decision depends on
public record BackendPolicy(
    ResourceId resource,
    PlaneId plane,
    ServiceName service,
    Audience audience,
    Map<String, String> clients,
    Optional<At<LoadBalancing>> balancing,
    Connection connection,
    List<Subset> subsets,
    Spreading spreading,
    Handling handling,
    Origin origin) {
  public BackendPolicy {
    clients = Map.copyOf(clients);
    subsets = List.copyOf(subsets);
  }

  /// One that says nothing of what no decision depends on.
  public BackendPolicy(
      ResourceId resource,
      PlaneId plane,
      ServiceName service,
      Audience audience,
      Map<String, String> clients,
      Optional<At<LoadBalancing>> balancing,
      Connection connection,
      List<Subset> subsets,
      Spreading spreading,
      Origin origin) {
    this(
        resource,
        plane,
        service,
        audience,
        clients,
        balancing,
        connection,
        subsets,
        spreading,
        Handling.NONE,
        origin);
  }

  /// One for all clients and all endpoints.
  ///
  /// @param mutualTls whether clients insist on mutual TLS; absent where the proxy finds out by itself
  public BackendPolicy(
      ResourceId resource,
      PlaneId plane,
      ServiceName service,
      Optional<At<LoadBalancing>> balancing,
      Optional<At<Boolean>> mutualTls,
      Origin origin) {
    this(
        resource,
        plane,
        service,
        Audience.MESH,
        Map.of(),
        balancing,
        new Connection(
            mutualTls.map(it -> it.map(mutual -> mutual ? ClientTls.MESH : ClientTls.NONE)),
            Map.of()),
        List.of(),
        Spreading.NONE,
        origin);
  }

  /// Whether clients insist on mutual TLS; absent where the proxy finds out by itself, or uses TLS of another sort.
  public Optional<At<Boolean>> mutualTls() {
    return connection
        .tls()
        .filter(it -> it.value() != ClientTls.OWN)
        .map(it -> it.map(mode -> mode == ClientTls.MESH));
  }

  /// @param tls absent where the proxy finds out by itself
  /// @param ports what holds at single ports in its place, absent in the same sense
  public record Connection(
      Optional<At<ClientTls>> tls, Map<Integer, Optional<At<ClientTls>>> ports) {
    public Connection {
      ports = Map.copyOf(ports);
    }

    public Optional<At<ClientTls>> at(int port) {
      return ports.getOrDefault(port, tls);
    }
  }

  /// Which of the endpoints are taken first.
  ///
  /// @param ejects endpoints that fail are left out, so that others can take their place
  /// @param locality absent where the plane's own holds
  /// @param ports what holds at single ports in its place
  public record Spreading(
      boolean ejects, Optional<Locality> locality, Map<Integer, Spreading> ports) {
    public static final Spreading NONE = new Spreading(false, Optional.empty(), Map.of());

    public Spreading {
      ports = Map.copyOf(ports);
    }

    public Spreading at(int port) {
      return ports.getOrDefault(port, this);
    }
  }

  /// Some of the endpoints, by a name that routes use.
  ///
  /// @param labels of their Pods
  public record Subset(
      String name,
      Map<String, String> labels,
      Connection connection,
      Spreading spreading,
      Handling handling,
      Origin origin) {
    public Subset {
      labels = Map.copyOf(labels);
    }

    public Subset(
        String name,
        Map<String, String> labels,
        Connection connection,
        Spreading spreading,
        Origin origin) {
      this(name, labels, connection, spreading, Handling.NONE, origin);
    }
  }

  /// How the client's proxy encrypts.
  public enum ClientTls {
    NONE,
    /// Mutual TLS of the mesh.
    MESH,
    /// TLS with other certificates.
    OWN
  }
}
