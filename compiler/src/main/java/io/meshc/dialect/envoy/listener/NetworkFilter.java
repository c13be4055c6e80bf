package io.meshc.dialect.envoy.listener;

import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.Typed;
import io.meshc.dialect.envoy.rbac.Rules;
import io.meshc.dialect.envoy.route.Action.Weighted;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.Optional;

/// A filter that the bytes of a connection pass.
public sealed interface NetworkFilter extends Message
    permits NetworkFilter.Rbac,
        NetworkFilter.LocalRateLimit,
        NetworkFilter.Plain,
        NetworkFilter.TcpProxy,
        HttpConnections {

  record Rbac(String statPrefix, Rules rules) implements NetworkFilter {
    @Override
    public Node.Mapping node() {
      return Typed.named(
          "envoy.filters.network.rbac" + (rules.action() == Rules.Action.DENY ? ".deny" : ".allow"),
          Typed.of("extensions.filters.network.rbac.v3.RBAC")
              .put("rules", rules.node())
              .put("stat_prefix", statPrefix));
    }
  }

  /// Connections beyond the bucket are closed.
  record LocalRateLimit(String statPrefix, io.meshc.dialect.envoy.http.FilterConfig.Bucket bucket)
      implements NetworkFilter {
    @Override
    public Node.Mapping node() {
      return Typed.named(
          "envoy.filters.network.local_ratelimit",
          Typed.of("extensions.filters.network.local_ratelimit.v3.LocalRateLimit")
              .put("stat_prefix", statPrefix)
              .put("token_bucket", bucket.node()));
    }
  }

  /// One that reads a protocol and counts what it sees.
  record Plain(Kind kind, String statPrefix) implements NetworkFilter {
    public enum Kind {
      MONGO("envoy.filters.network.mongo_proxy", "mongo_proxy.v3.MongoProxy"),
      MYSQL("envoy.filters.network.mysql_proxy", "mysql_proxy.v3.MySQLProxy"),
      POSTGRES("envoy.filters.network.postgres_proxy", "postgres_proxy.v3alpha.PostgresProxy"),
      KAFKA("envoy.filters.network.kafka_broker", "kafka_broker.v3.KafkaBroker");

      private final String filter;
      private final String type;

      Kind(String filter, String type) {
        this.filter = filter;
        this.type = type;
      }
    }

    @Override
    public Node.Mapping node() {
      return Typed.named(
          kind.filter,
          Typed.of("extensions.filters.network." + kind.type).put("stat_prefix", statPrefix));
    }
  }

  /// @param connects when the connection to the server is made; absent for at once
  record TcpProxy(
      String statPrefix, List<Weighted> clusters, Optional<Connect> connects, List<AccessLog> logs)
      implements NetworkFilter {
    public TcpProxy {
      clusters = List.copyOf(clusters);
      logs = List.copyOf(logs);
    }

    /// What has to have happened before a server hears of a client.
    public enum Connect {
      /// It has sent something that the filters before let pass.
      DATA,
      /// Its certificate is accepted.
      HANDSHAKE
    }

    @Override
    public Node.Mapping node() {
      var proxy =
          Typed.of("extensions.filters.network.tcp_proxy.v3.TcpProxy")
              .put("stat_prefix", statPrefix);
      if (clusters.size() == 1) {
        proxy.put("cluster", clusters.getFirst().cluster());
      } else {
        proxy.put(
            "weighted_clusters",
            Nodes.map()
                .putList(
                    "clusters",
                    clusters,
                    it ->
                        Nodes.map().put("name", it.cluster()).put("weight", it.weight()).build()));
      }
      proxy.putList("access_log", logs, AccessLog::node);
      if (connects.isPresent()) {
        boolean data = connects.get() == Connect.DATA;
        proxy
            .put(
                "upstream_connect_mode",
                data ? "ON_DOWNSTREAM_DATA" : "ON_DOWNSTREAM_TLS_HANDSHAKE")
            .put("max_early_data_bytes", data ? 65536 : 0);
      }
      return Typed.named("envoy.filters.network.tcp_proxy", proxy);
    }
  }
}
