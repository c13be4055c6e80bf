package io.meshc.dialect.envoy.cluster;

import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.Typed;
import io.meshc.dialect.envoy.tls.ClientTls;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.Optional;

/// Servers that may stand for each other.
///
/// @param endpoints none where the connection itself says where it goes
/// @param endpointsFile that says them in the place of `endpoints`
/// @param tls by which all are spoken to; absent for none
/// @param encryptsSome only those endpoints that are marked for it, see [Endpoints.Endpoint]
public record Cluster(
    String name,
    Discovery discovery,
    String connectTimeout,
    Balancing balancing,
    Http http,
    Breakers breakers,
    Optional<Outlier> outlier,
    Endpoints endpoints,
    Optional<String> endpointsFile,
    Optional<ClientTls> tls,
    boolean encryptsSome)
    implements Message {
  public static final String TYPE = "config.cluster.v3.Cluster";

  public enum Discovery {
    STATIC,
    STRICT_DNS,
    /// Where the connection itself was to go.
    ORIGINAL_DST
  }

  public enum Balancing {
    ROUND_ROBIN,
    LEAST_REQUEST,
    RANDOM,
    RING_HASH,
    CLUSTER_PROVIDED
  }

  /// Which HTTP is spoken.
  ///
  /// @param perConnection requests after which it is closed; 0 for any number
  /// @param idle after which an unused connection is closed; absent for Envoy's own
  public record Http(Version version, int perConnection, Optional<String> idle) {
    public static final Http AS_IT_CAME = new Http(Version.DOWNSTREAM, 0, Optional.empty());
    public static final Http NONE = new Http(Version.NONE, 0, Optional.empty());

    public enum Version {
      /// Connections alone.
      NONE,
      DOWNSTREAM,
      HTTP1,
      HTTP2
    }
  }

  /// The same with its endpoints in a file of discovery.
  public Cluster discovered(String file) {
    return new Cluster(
        name,
        discovery,
        connectTimeout,
        balancing,
        http,
        breakers,
        outlier,
        endpoints,
        Optional.of(file),
        tls,
        encryptsSome);
  }

  /// The same with other certificates.
  public Cluster with(ClientTls other) {
    return new Cluster(
        name,
        discovery,
        connectTimeout,
        balancing,
        http,
        breakers,
        outlier,
        endpoints,
        endpointsFile,
        Optional.of(other),
        encryptsSome);
  }

  @Override
  public Node.Mapping node() {
    var cluster = Nodes.map();
    if (tls.isPresent() && encryptsSome) {
      cluster.putList("transport_socket_matches", matches(tls.get()));
    }
    cluster.put("name", name).put("type", endpointsFile.isPresent() ? "EDS" : discovery.name());
    if (endpointsFile.isPresent()) {
      cluster.put(
          "eds_cluster_config",
          Nodes.map()
              .put(
                  "eds_config",
                  Nodes.map()
                      .put("path_config_source", Nodes.map().put("path", endpointsFile.get()))
                      .put("resource_api_version", "V3"))
              .put("service_name", name));
    }
    cluster.put("connect_timeout", connectTimeout).put("lb_policy", balancing.name());
    boolean listed = endpointsFile.isEmpty() && discovery != Discovery.ORIGINAL_DST;
    if (listed) {
      cluster.put("load_assignment", endpoints.node());
    }
    cluster.put("circuit_breakers", breakers.node());
    if (http.version() != Http.Version.NONE) {
      cluster.put("typed_extension_protocol_options", options());
    }
    cluster.putIfPresent("outlier_detection", outlier, Outlier::node);
    if (discovery != Discovery.ORIGINAL_DST) {
      cluster.put("common_lb_config", spreading());
    }
    if (tls.isPresent() && !encryptsSome) {
      cluster.put("transport_socket", tls.get().node());
    }
    return cluster.build();
  }

  private Node.Mapping spreading() {
    var spreading = Nodes.map().put("healthy_panic_threshold", Nodes.map().put("value", 0));
    if (endpoints.weighsLocalities()) {
      spreading.put("locality_weighted_lb_config", Nodes.map());
    }
    return spreading.build();
  }

  private static List<Node.Mapping> matches(ClientTls tls) {
    var marked = Nodes.map().put(Endpoints.MARK, Endpoints.MARKED);
    var plain =
        Typed.named(
            "envoy.transport_sockets.raw_buffer",
            Typed.of("extensions.transport_sockets.raw_buffer.v3.RawBuffer"));
    return List.of(
        Nodes.map()
            .put("name", "tls")
            .put("match", marked)
            .put("transport_socket", tls.node())
            .build(),
        Nodes.map()
            .put("name", "plain")
            .put("match", Nodes.map())
            .put("transport_socket", plain)
            .build());
  }

  private Node.Mapping options() {
    var options = Typed.of("extensions.upstreams.http.v3.HttpProtocolOptions");
    if (http.perConnection() > 0 || http.idle().isPresent()) {
      var common = Nodes.map().putIfPresent("idle_timeout", http.idle(), Nodes::text);
      if (http.perConnection() > 0) {
        common.put("max_requests_per_connection", http.perConnection());
      }
      options.put("common_http_protocol_options", common);
    }
    switch (http.version()) {
      case NONE -> {}
      case HTTP1 ->
          options.put(
              "explicit_http_config", Nodes.map().put("http_protocol_options", Nodes.map()));
      case HTTP2 ->
          options.put(
              "explicit_http_config", Nodes.map().put("http2_protocol_options", Nodes.map()));
      case DOWNSTREAM ->
          options.put(
              "use_downstream_protocol_config",
              Nodes.map()
                  .put("http_protocol_options", Nodes.map())
                  .put("http2_protocol_options", Nodes.map()));
    }
    return Nodes.map()
        .put("envoy.extensions.upstreams.http.v3.HttpProtocolOptions", options)
        .build();
  }
}
