package io.meshc.lower.envoy.proxy;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Workload;
import io.meshc.model.proxy.Border.Bypass;
import io.meshc.model.server.ProxySettings;
import java.util.Optional;

/// Ports at which proxies are passed by.
public final class Past {
  private final Lookup lookup;

  Past(Lookup lookup) {
    this.lookup = lookup;
  }

  /// Whether no proxy stands before a port of a workload.
  public boolean isPast(Workload server, Plane plane, int port) {
    return bypasses(Bypass.Way.IN, server, plane, port)
        || settings(server, plane).filter(it -> it.skippedInbound().holds(port)).isPresent();
  }

  /// Whether a client calls a port without its proxy.
  public boolean callsPast(Workload client, Plane plane, int port) {
    return bypasses(Bypass.Way.OUT, client, plane, port)
        || settings(client, plane).filter(it -> it.skippedOutbound().holds(port)).isPresent();
  }

  /// Whether clients know that nobody there understands their TLS.
  public boolean isKnownPast(Workload server, Plane plane, int port) {
    return settings(server, plane).filter(it -> it.skippedInbound().holds(port)).isPresent();
  }

  private Optional<ProxySettings> settings(Workload workload, Plane plane) {
    return lookup.servers().of(workload, plane.id());
  }

  private boolean bypasses(Bypass.Way way, Workload workload, Plane plane, int port) {
    return lookup
        .mesh()
        .proxies()
        .border()
        .bypasses(way)
        .anyMatch(it ->
            it.plane().equals(plane.id())
                && it.ports().contains(port)
                && it.scope().includes(workload));
  }
}
