package io.meshc.dialect.istio.routing;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which route a request takes.
///
/// @param hosts full names, or names of the policy's own namespace; none for a delegate
/// @param gateways empty for the mesh
/// @param http in order: the first that matches decides
/// @param tls in order, for connections that stay encrypted
/// @param tcp in order
/// @param exportTo the namespaces that see it; empty for the mesh's default
public record VirtualService(
    Meta meta,
    List<At<String>> hosts,
    List<At<String>> gateways,
    List<HttpRoute> http,
    List<TlsRoute> tls,
    List<TcpRoute> tcp,
    List<At<String>> exportTo)
    implements Resource {
  public VirtualService {
    hosts = List.copyOf(hosts);
    gateways = List.copyOf(gateways);
    http = List.copyOf(http);
    tls = List.copyOf(tls);
    tcp = List.copyOf(tcp);
    exportTo = List.copyOf(exportTo);
  }

  /// One for the mesh.
  public static VirtualService of(
      Meta meta, List<At<String>> hosts, List<HttpRoute> http, List<TcpRoute> tcp) {
    return new VirtualService(meta, hosts, List.of(), http, List.of(), tcp, List.of());
  }

  public record TlsRoute(List<TlsMatch> match, List<RouteDestination> route, Origin origin) {
    public TlsRoute {
      match = List.copyOf(match);
      route = List.copyOf(route);
    }
  }

  /// All of what is there. @param destinationSubnets addresses that were called
  public record TlsMatch(
      List<At<String>> sniHosts,
      List<At<String>> destinationSubnets,
      Optional<At<Long>> port,
      Map<String, At<String>> sourceLabels,
      List<At<String>> gateways,
      Optional<At<String>> sourceNamespace,
      Origin origin) {
    public TlsMatch {
      sniHosts = List.copyOf(sniHosts);
      destinationSubnets = List.copyOf(destinationSubnets);
      gateways = List.copyOf(gateways);
      sourceLabels = Map.copyOf(sourceLabels);
    }
  }

  /// @param match alternatives; none for every connection
  public record TcpRoute(List<TcpMatch> match, List<RouteDestination> route, Origin origin) {
    public TcpRoute {
      match = List.copyOf(match);
      route = List.copyOf(route);
    }
  }

  /// All of what is there.
  public record TcpMatch(
      List<At<String>> destinationSubnets,
      Optional<At<Long>> port,
      Optional<At<String>> sourceSubnet,
      Map<String, At<String>> sourceLabels,
      List<At<String>> gateways,
      Optional<At<String>> sourceNamespace,
      Origin origin) {
    public TcpMatch {
      destinationSubnets = List.copyOf(destinationSubnets);
      gateways = List.copyOf(gateways);
      sourceLabels = Map.copyOf(sourceLabels);
    }

    public static TcpMatch at(At<Long> port, Origin origin) {
      return new TcpMatch(
          List.of(),
          Optional.of(port),
          Optional.empty(),
          Map.of(),
          List.of(),
          Optional.empty(),
          origin);
    }
  }

  /// @param weight relative; absent is 0, and counts for nothing where the destination is alone
  public record RouteDestination(
      Optional<Destination> destination,
      Optional<At<Long>> weight,
      Optional<Headers> headers,
      Origin origin) {

    public static RouteDestination to(
        At<String> host, Optional<At<Long>> port, Optional<At<Long>> weight, Origin origin) {
      Optional<PortSelector> number =
          port.map(it -> new PortSelector(Optional.of(it), it.origin()));
      var destination = new Destination(Optional.of(host), Optional.empty(), number, origin);
      return new RouteDestination(Optional.of(destination), weight, Optional.empty(), origin);
    }
  }

  /// @param port absent for the one that was called
  public record Destination(
      Optional<At<String>> host,
      Optional<At<String>> subset,
      Optional<PortSelector> port,
      Origin origin) {}

  public record PortSelector(Optional<At<Long>> number, Origin origin) {}

  /// What is done to headers on the way to the server, and of its answer.
  public record Headers(
      Optional<HeaderOperations> request, Optional<HeaderOperations> response, Origin origin) {}

  public record HeaderOperations(
      Map<String, At<String>> set,
      Map<String, At<String>> add,
      List<At<String>> remove,
      Origin origin) {
    public HeaderOperations {
      remove = List.copyOf(remove);
      set = Map.copyOf(set);
      add = Map.copyOf(add);
    }
  }
}
