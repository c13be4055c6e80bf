package io.meshc.dialect.istio.proxy;

import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Node;
import java.util.Map;
import java.util.Optional;

/// One change, and of which objects.
public record ConfigPatch(
    Optional<At<ApplyTo>> applyTo,
    Optional<PatchMatch> match,
    Optional<Patch> patch,
    Origin origin) {

  public enum ApplyTo {
    INVALID,
    LISTENER,
    FILTER_CHAIN,
    NETWORK_FILTER,
    HTTP_FILTER,
    ROUTE_CONFIGURATION,
    VIRTUAL_HOST,
    HTTP_ROUTE,
    CLUSTER,
    EXTENSION_CONFIG,
    BOOTSTRAP,
    LISTENER_FILTER
  }

  public enum PatchContext {
    ANY,
    SIDECAR_INBOUND,
    SIDECAR_OUTBOUND,
    GATEWAY,
    WAYPOINT
  }

  public enum RouteAction {
    ANY,
    ROUTE,
    REDIRECT,
    DIRECT_RESPONSE
  }

  public enum Operation {
    INVALID,
    MERGE,
    ADD,
    REMOVE,
    INSERT_BEFORE,
    INSERT_AFTER,
    INSERT_FIRST,
    REPLACE,
    MERGE_AND_REPLACE_LIST
  }

  public enum FilterClass {
    UNSPECIFIED,
    AUTHN,
    AUTHZ,
    STATS
  }

  /// At most one of the last four.
  ///
  /// @param context absent for ANY
  public record PatchMatch(
      Optional<At<PatchContext>> context,
      Optional<ProxyMatch> proxy,
      Optional<ListenerMatch> listener,
      Optional<RouteConfigurationMatch> routeConfiguration,
      Optional<ClusterMatch> cluster,
      Optional<WaypointMatch> waypoint,
      Origin origin) {}

  public record ProxyMatch(
      Optional<At<String>> proxyVersion, Map<String, At<String>> metadata, Origin origin) {
    public ProxyMatch {
      metadata = Map.copyOf(metadata);
    }
  }

  public record ListenerMatch(
      Optional<At<Long>> portNumber,
      Optional<At<String>> portName,
      Optional<FilterChainMatch> filterChain,
      Optional<At<String>> listenerFilter,
      Optional<At<String>> name,
      Origin origin) {}

  public record FilterChainMatch(
      Optional<At<String>> name,
      Optional<At<String>> sni,
      Optional<At<String>> transportProtocol,
      Optional<At<String>> applicationProtocols,
      Optional<FilterMatch> filter,
      Optional<At<Long>> destinationPort,
      Origin origin) {}

  public record FilterMatch(
      Optional<At<String>> name, Optional<SubFilterMatch> subFilter, Origin origin) {}

  public record SubFilterMatch(Optional<At<String>> name, Origin origin) {}

  public record RouteConfigurationMatch(
      Optional<At<Long>> portNumber,
      Optional<At<String>> portName,
      Optional<At<String>> gateway,
      Optional<VirtualHostMatch> vhost,
      Optional<At<String>> name,
      Origin origin) {}

  public record VirtualHostMatch(
      Optional<At<String>> name,
      Optional<At<String>> domainName,
      Optional<RouteMatch> route,
      Origin origin) {}

  public record RouteMatch(
      Optional<At<String>> name, Optional<At<RouteAction>> action, Origin origin) {}

  public record ClusterMatch(
      Optional<At<Long>> portNumber,
      Optional<At<String>> service,
      Optional<At<String>> subset,
      Optional<At<String>> name,
      Origin origin) {}

  public record WaypointMatch(
      Optional<At<Long>> portNumber,
      Optional<FilterMatch> filter,
      Optional<WaypointRoute> route,
      Origin origin) {}

  public record WaypointRoute(Optional<At<String>> name, Origin origin) {}

  /// @param value a part of the configuration of Envoy
  public record Patch(
      Optional<At<Operation>> operation,
      Optional<At<Node>> value,
      Optional<At<FilterClass>> filterClass,
      Origin origin) {}
}
