package io.meshc.dialect.istio.routing;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.Gap;
import io.meshc.dialect.istio.StringMatch;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// @param hosts full names, or names of the policy's own namespace
/// @param gateways empty for the mesh
/// @param http in order: the first that matches decides
/// @param tcp in order
public record VirtualService(
    Meta meta,
    List<At<String>> hosts,
    List<At<String>> gateways,
    List<HttpRoute> http,
    List<TcpRoute> tcp,
    List<Gap> gaps)
    implements Resource {

  public VirtualService {
    hosts = List.copyOf(hosts);
    gateways = List.copyOf(gateways);
    http = List.copyOf(http);
    tcp = List.copyOf(tcp);
    gaps = List.copyOf(gaps);
  }

  /// @param match alternatives; none for every request
  /// @param attempts of `retries`; absent for the mesh's default
  public record HttpRoute(
      Optional<At<String>> name,
      List<HttpMatch> match,
      List<Destination> route,
      Optional<At<Integer>> attempts,
      List<Gap> gaps,
      Origin origin) {
    public HttpRoute {
      match = List.copyOf(match);
      route = List.copyOf(route);
      gaps = List.copyOf(gaps);
    }
  }

  /// All of what is there. @param withoutHeaders none of which may match
  public record HttpMatch(
      Optional<At<String>> name,
      Optional<StringMatch> uri,
      boolean ignoreUriCase,
      Optional<StringMatch> method,
      Optional<StringMatch> authority,
      Map<String, StringMatch> headers,
      Map<String, StringMatch> withoutHeaders,
      Optional<At<Integer>> port,
      List<Gap> gaps,
      Origin origin) {
    public HttpMatch {
      headers = Map.copyOf(headers);
      withoutHeaders = Map.copyOf(withoutHeaders);
      gaps = List.copyOf(gaps);
    }
  }

  public record TcpRoute(
      List<TcpMatch> match, List<Destination> route, List<Gap> gaps, Origin origin) {
    public TcpRoute {
      match = List.copyOf(match);
      route = List.copyOf(route);
      gaps = List.copyOf(gaps);
    }
  }

  public record TcpMatch(Optional<At<Integer>> port, List<Gap> gaps, Origin origin) {
    public TcpMatch {
      gaps = List.copyOf(gaps);
    }
  }

  /// @param weight relative; absent where the destination is alone
  public record Destination(
      At<String> host, Optional<At<Integer>> port, Optional<At<Integer>> weight, Origin origin) {}
}
