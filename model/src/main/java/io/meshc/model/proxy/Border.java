package io.meshc.model.proxy;

import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.HostPattern;
import io.meshc.model.match.Match;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where requests cross the border of a mesh: come in from clients without a proxy, go out to hosts that it does not know, or
/// pass its proxies by.
public record Border(List<Entrance> entrances, List<Outlet> outlets, List<Bypass> bypasses) {
  public static final Border NONE = new Border(List.of(), List.of(), List.of());

  public Border {
    entrances = List.copyOf(entrances);
    outlets = List.copyOf(outlets);
    bypasses = List.copyOf(bypasses);
  }

  public boolean isNone() {
    return entrances.isEmpty() && outlets.isEmpty() && bypasses.isEmpty();
  }

  static Border join(List<Border> all) {
    return new Border(
        all.stream().flatMap(it -> it.entrances().stream()).toList(),
        all.stream().flatMap(it -> it.outlets().stream()).toList(),
        all.stream().flatMap(it -> it.bypasses().stream()).toList());
  }

  /// By what each is about; what one resource says stays in its own order.
  Border sorted() {
    return new Border(
        entrances.stream().sorted((a, b) -> a.resource().compareTo(b.resource())).toList(),
        outlets.stream().sorted((a, b) -> a.resource().compareTo(b.resource())).toList(),
        bypasses.stream().sorted((a, b) -> a.resource().compareTo(b.resource())).toList());
  }

  /// What a port of some workloads takes from clients that have no proxy: a door of its own, beside the checks of the mesh.
  ///
  /// @param port of the workloads
  /// @param encrypted clients speak TLS, else HTTP as it is
  /// @param certified clients of an encrypted one have to show a certificate of the mesh
  /// @param connection what is asked of a connection, for this door to be the one that it comes to
  /// @param clients whom it lets in; all others are answered 403
  public record Entrance(
      ResourceId resource,
      PlaneId plane,
      Scope scope,
      int port,
      boolean encrypted,
      boolean certified,
      At<Match> connection,
      At<Match> clients) {
    public Origin origin() {
      return connection.origin();
    }
  }

  /// What the clients of a scope may call at hosts that the mesh does not know, where it lets nothing out otherwise.
  ///
  /// @param hosts of HTTP, and of the server name of TLS; none means none to HTTP, and any to TLS
  /// @param addresses that are called; none for all, and of HTTP nobody asks
  /// @param requests of HTTP that go through
  public record Outlet(
      ResourceId resource,
      PlaneId plane,
      Scope scope,
      int port,
      Kind kind,
      List<HostPattern> hosts,
      List<AddressBlock> addresses,
      At<Match> requests) {
    public Outlet {
      hosts = List.copyOf(hosts);
      addresses = List.copyOf(addresses);
    }

    public enum Kind {
      HTTP,
      TLS,
      TCP
    }

    /// Whether it looks at nothing but the address that is called.
    public boolean isRaw() {
      return kind == Kind.TCP || (kind == Kind.TLS && hosts.isEmpty());
    }

    public Origin origin() {
      return requests.origin();
    }
  }

  /// Ports at which proxies are passed by.
  ///
  /// @param way of clients of the scope that call these ports anywhere, or of whoever calls these ports of its workloads
  public record Bypass(
      ResourceId resource, PlaneId plane, Scope scope, Way way, Set<Integer> ports, Origin origin) {
    public Bypass {
      ports = Set.copyOf(ports);
    }

    public enum Way {
      OUT,
      IN
    }
  }

  /// Those of one way.
  public Stream<Bypass> bypasses(Bypass.Way way) {
    return bypasses.stream().filter(it -> it.way() == way);
  }
}
