package io.meshc.model;

import io.meshc.model.match.PathNormalization;
import io.meshc.model.traffic.Treatment;
import io.meshc.source.Origin;
import java.util.Optional;
import java.util.Set;

/// One control plane in the environment, and what it does where no policy says anything. A repo in the middle of a
/// migration has two; a workload belongs to one of them, and only the policies of its own plane guard it.
///
/// @param posture what happens at a workload to what no authorization mentions
/// @param denial what a client sees when it is denied
/// @param endpoints which endpoints of a Service a client's proxy knows
/// @param normalization of paths, before any rule sees them
/// @param egress what happens to hosts that the mesh does not know
/// @param balancing how a client's proxy chooses among endpoints that nothing else sets apart
/// @param ports how the protocol of a Service port is read
/// @param overlap what counts where several rules cover an HTTP request and let in different clients
/// @param addressing how a client's proxy finds the route of a request
/// @param trustDomains whose certificates its servers take; empty for any that one authority signs
/// @param rootNamespace whose policies hold for the whole mesh; `""` for none
/// @param outset what proxies take for granted
/// @param origin what says so; not written for defaults
public record Plane(
    PlaneId id,
    Posture posture,
    Denial denial,
    Endpoints endpoints,
    PathNormalization normalization,
    Egress egress,
    LoadBalancing balancing,
    PortReading ports,
    Overlap overlap,
    Addressing addressing,
    Set<String> trustDomains,
    String rootNamespace,
    Outset outset,
    Origin origin) {
  public Plane {
    trustDomains = Set.copyOf(trustDomains);
  }

  /// Of a mesh that takes any identity which its own authority signs, and has no namespace for policies of the whole mesh.
  public Plane(
      PlaneId id,
      Posture posture,
      Denial denial,
      Endpoints endpoints,
      PathNormalization normalization,
      Egress egress,
      LoadBalancing balancing,
      PortReading ports,
      Overlap overlap,
      Addressing addressing,
      Origin origin) {
    this(
        id,
        posture,
        denial,
        endpoints,
        normalization,
        egress,
        balancing,
        ports,
        overlap,
        addressing,
        Set.of(),
        "",
        Outset.DEFAULT,
        origin);
  }

  /// Of a mesh that adds up what its rules grant.
  public Plane(
      PlaneId id,
      Posture posture,
      Denial denial,
      Endpoints endpoints,
      PathNormalization normalization,
      Egress egress,
      LoadBalancing balancing,
      PortReading ports,
      Origin origin) {
    this(
        id,
        posture,
        denial,
        endpoints,
        normalization,
        egress,
        balancing,
        ports,
        Overlap.SUM,
        origin);
  }

  /// Of a mesh whose proxies go by the address that is called.
  public Plane(
      PlaneId id,
      Posture posture,
      Denial denial,
      Endpoints endpoints,
      PathNormalization normalization,
      Egress egress,
      LoadBalancing balancing,
      PortReading ports,
      Overlap overlap,
      Origin origin) {
    this(
        id,
        posture,
        denial,
        endpoints,
        normalization,
        egress,
        balancing,
        ports,
        overlap,
        Addressing.SERVICE,
        origin);
  }

  /// What happens to requests that no authorization mentions.
  public enum Posture {
    /// They pass.
    OPEN,
    /// They pass, but not at a workload for which there is an authorization that allows.
    OPEN_UNTIL_ALLOWED,
    /// They are denied.
    CLOSED,
    /// Open or closed: the repo does not say.
    UNKNOWN
  }

  /// What a denied HTTP client sees.
  public enum Denial {
    /// 403 in every case.
    FORBIDDEN,
    /// 404 where no rule for anybody matches, 403 where one for others does, and no answer at all where the client is
    /// granted nothing at this workload.
    BY_ROUTE
  }

  /// Which endpoints of a Service a client's proxy knows.
  public enum Endpoints {
    ALL,
    /// Those of the mesh; others only where the mesh lets requests out.
    OF_MESH,
    /// As [#OF_MESH], and of these only those at which the client is granted anything at all.
    GRANTED
  }

  /// What counts where several rules that allow cover an HTTP request and let in different clients.
  public enum Overlap {
    /// What one of them grants is granted.
    SUM,
    /// Each is a route of the server, and the first route that covers the request decides alone; in which order they stand
    /// is not defined. See [ServerRoutes].
    ANY_FIRST
  }

  /// @param encrypts clients find out by themselves which servers take mutual TLS
  /// @param trustedProxies that stand before gateways, and whose word on the client's address counts
  /// @param retry what is tried again where nobody says; empty for nothing
  public record Outset(boolean encrypts, int trustedProxies, Optional<Treatment.Retry> retry) {
    public static final Outset DEFAULT = new Outset(true, 0);

    public Outset(boolean encrypts, int trustedProxies) {
      this(encrypts, trustedProxies, Optional.empty());
    }
  }

  /// How a client's proxy finds the route of a request.
  public enum Addressing {
    /// By the Service that is called, whatever the Host header of an HTTP request says.
    SERVICE,
    /// By the Service that is called; but an HTTP request whose Host header names another one goes there, if the client knows it
    /// at the same port, and nowhere otherwise.
    NAME,
    /// Of HTTP by its Host header, among all Services that have the port that is called; of anything else by the Service.
    HOST,
    /// By the Service that is called and its port, whose most specific rule counts, in [io.meshc.model.server.RouteTable]s.
    TABLE,
    /// By the Service that is called, or also by the name: nobody says.
    UNKNOWN
  }

  /// What happens to hosts that the mesh does not know.
  public enum Egress {
    OPEN,
    CLOSED,
    /// The repo does not say.
    UNKNOWN
  }
}
