package io.meshc.model.proxy;

import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.model.match.HostPattern;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;

/// What the proxies at an edge of the mesh listen for.
///
/// @param scope the workloads that are such proxies
public record Gateway(
    ResourceId resource, PlaneId plane, Scope scope, List<Listener> listeners, Origin origin) {
  public Gateway {
    listeners = List.copyOf(listeners);
  }

  /// `namespace/name`, by which routes name it.
  public String label() {
    return resource.namespace() + "/" + resource.name();
  }

  /// @param port as clients call it, at the Service of the proxies
  /// @param redirects to HTTPS, whatever is asked for
  /// @param mutual clients have to prove who they are
  /// @param isolated of several such listeners of a port the one with the most specific host has a request alone, whatever
  ///     routes there are
  /// @param certificate the name of what it shows to clients of TLS; `""` where it shows none, or nobody says
  public record Listener(
      int port,
      Kind kind,
      List<BoundHost> hosts,
      boolean redirects,
      boolean mutual,
      boolean isolated,
      String certificate,
      Origin origin) {
    public Listener {
      hosts = List.copyOf(hosts);
    }

    /// One that does not say what it shows.
    public Listener(
        int port,
        Kind kind,
        List<BoundHost> hosts,
        boolean redirects,
        boolean mutual,
        boolean isolated,
        Origin origin) {
      this(port, kind, hosts, redirects, mutual, isolated, "", origin);
    }
  }

  /// @param namespace of the routes that may bind to the host; `*` for any
  public record BoundHost(String namespace, HostPattern host) {
    public boolean admits(String routeNamespace) {
      return namespace.equals("*") || namespace.equals(routeNamespace);
    }
  }

  public enum Kind {
    HTTP,
    /// HTTP within TLS, which ends here.
    HTTPS,
    /// TLS that ends at the server: the server name is all that is seen.
    PASSTHROUGH,
    /// As [#PASSTHROUGH] for proxies of other networks: it goes on to the Service that the server name says, without any route.
    RELAY,
    /// TLS that ends here, with anything in it.
    TLS,
    TCP,
    /// The repo does not say, or what it says is not modelled.
    UNKNOWN;

    public boolean isHttp() {
      return this == HTTP || this == HTTPS;
    }

    public boolean isEncrypted() {
      return this == HTTPS || this == PASSTHROUGH || this == RELAY || this == TLS;
    }
  }
}
