package io.meshc.dialect.envoy.listener;

import io.meshc.dialect.envoy.Typed;
import io.meshc.dialect.envoy.http.HttpFilter;
import io.meshc.dialect.envoy.route.RouteConfig;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.Optional;

/// The filter that makes requests of bytes: the HTTP connection manager.
///
/// @param routes where a request goes
/// @param routesFile that says them in the place of `routes`
public record HttpConnections(
    String statPrefix,
    RouteConfig routes,
    Optional<String> routesFile,
    List<HttpFilter> filters,
    List<AccessLog> logs,
    Hardening hardening)
    implements NetworkFilter {
  public HttpConnections {
    filters = List.copyOf(filters);
    logs = List.copyOf(logs);
  }

  /// The same with its routes in a file of discovery.
  public HttpConnections discovered(String file) {
    return new HttpConnections(statPrefix, routes, Optional.of(file), filters, logs, hardening);
  }

  /// How requests are taken before any filter sees them.
  ///
  /// @param edge clients are strangers: what they say of themselves does not count
  /// @param trustedHops proxies before an edge whose word counts
  /// @param certificates what is said to the server of the client's certificate
  public record Hardening(
      boolean edge,
      int trustedHops,
      boolean normalizes,
      boolean mergesSlashes,
      Escapes escapes,
      Certificates certificates,
      boolean keepsServerHeader) {}

  /// What becomes of `%2F` and its like in paths.
  public enum Escapes {
    KEEP_UNCHANGED,
    REJECT_REQUEST,
    UNESCAPE_AND_REDIRECT,
    UNESCAPE_AND_FORWARD
  }

  public enum Certificates {
    /// Nothing: it stands as the client has said it.
    NONE,
    SANITIZE,
    SANITIZE_SET
  }

  @Override
  public Node.Mapping node() {
    var manager =
        Typed.of("extensions.filters.network.http_connection_manager.v3.HttpConnectionManager")
            .put("codec_type", "AUTO")
            .put("stat_prefix", statPrefix);
    if (routesFile.isPresent()) {
      manager.put(
          "rds",
          Nodes.map()
              .put(
                  "config_source",
                  Nodes.map()
                      .put("path_config_source", Nodes.map().put("path", routesFile.get()))
                      .put("resource_api_version", "V3"))
              .put("route_config_name", routes.name()));
    } else {
      manager.put("route_config", routes.node());
    }
    manager.putList("http_filters", filters, HttpFilter::node);
    limits(manager);
    manager.putList("access_log", logs, AccessLog::node);
    addresses(manager);
    paths(manager);
    return Typed.named("envoy.filters.network.http_connection_manager", manager);
  }

  /// What a stranger could hold open, or hide behind.
  private void limits(Nodes manager) {
    var common = Nodes.map();
    if (hardening.edge()) {
      common.put("idle_timeout", "3600s").put("headers_with_underscores_action", "REJECT_REQUEST");
      manager.put("common_http_protocol_options", common);
      manager.put(
          "http2_protocol_options",
          Nodes.map()
              .put("max_concurrent_streams", 100)
              .put("initial_stream_window_size", 65536)
              .put("initial_connection_window_size", 1048576));
    }
    if (hardening.keepsServerHeader()) {
      manager.put("server_header_transformation", "PASS_THROUGH");
    }
    manager
        .put("stream_idle_timeout", hardening.edge() ? "300s" : "0s")
        .put("request_headers_timeout", "10s");
  }

  private void addresses(Nodes manager) {
    manager.put("use_remote_address", hardening.edge());
    if (hardening.trustedHops() > 0) {
      manager.put("xff_num_trusted_hops", hardening.trustedHops());
    }
    manager.put("internal_address_config", Nodes.map().put("cidr_ranges", Nodes.list(List.of())));
    switch (hardening.certificates()) {
      case NONE -> {}
      case SANITIZE -> manager.put("forward_client_cert_details", "SANITIZE");
      case SANITIZE_SET ->
          manager
              .put("forward_client_cert_details", "SANITIZE_SET")
              .put(
                  "set_current_client_cert_details",
                  Nodes.map().put("subject", true).put("uri", true));
    }
  }

  private void paths(Nodes manager) {
    manager
        .putList("upgrade_configs", List.of(Nodes.map().put("upgrade_type", "websocket").build()))
        .put("normalize_path", hardening.normalizes())
        .put("merge_slashes", hardening.mergesSlashes())
        .put("path_with_escaped_slashes_action", hardening.escapes().name());
  }
}
