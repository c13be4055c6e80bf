package io.meshc.model.traffic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How a client goes about the endpoints of a Service.
///
/// @param certificates of TLS that is not the mesh's
/// @param hash what of a request decides which endpoint has it; empty where that does not count
/// @param ports what holds at single ports in its place
public record Handling(
    Optional<Bounds> bounds,
    Optional<Ejection> ejection,
    Optional<OwnTls> certificates,
    Optional<Hash> hash,
    Map<Integer, Handling> ports) {
  public static final Handling NONE =
      new Handling(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

  public Handling {
    ports = Map.copyOf(ports);
  }

  public Handling at(int port) {
    return ports.getOrDefault(port, this);
  }

  /// What this says, and where it says nothing, what the other does.
  public Handling or(Handling other) {
    return new Handling(
        bounds.or(other::bounds),
        ejection.or(other::ejection),
        certificates.or(other::certificates),
        hash.or(other::hash),
        ports.isEmpty() ? other.ports : ports);
  }

  /// How much is sent at once at most.
  ///
  /// @param perConnection requests after which a connection is closed
  public record Bounds(
      OptionalLong connections,
      Optional<Duration> connectTimeout,
      OptionalLong pending,
      OptionalLong requests,
      OptionalLong retries,
      OptionalInt perConnection,
      Optional<Duration> idle) {}

  /// When an endpoint that fails is left out for a time.
  ///
  /// @param errors one after the other, with a status from 500; 0 for never
  /// @param gatewayErrors likewise with 502 to 504
  /// @param localErrors of the connection itself, where they are counted apart
  /// @param leastHealthy percent below which none is left out
  public record Ejection(
      OptionalInt errors,
      OptionalInt gatewayErrors,
      OptionalInt localErrors,
      Optional<Duration> interval,
      Optional<Duration> time,
      OptionalInt maxPercent,
      OptionalInt leastHealthy) {}

  /// @param mutual the client shows a certificate, too
  /// @param certificate of the client, `""` for none; a file
  /// @param roots file of the authorities that are trusted; `""` for those of the system
  /// @param names any of which the server has to have
  /// @param sni `""` for none
  /// @param secret that holds all of them, in the place of files; `""` for none
  public record OwnTls(
      boolean mutual,
      String certificate,
      String key,
      String roots,
      List<String> names,
      String sni,
      String secret,
      boolean unchecked) {
    public OwnTls {
      names = List.copyOf(names);
    }
  }

  public sealed interface Hash {
    record Header(String name) implements Hash {}

    record Cookie(String name, Optional<Duration> ttl, Optional<String> path) implements Hash {}

    record SourceAddress() implements Hash {}

    record Query(String name) implements Hash {}
  }
}
