package io.meshc.dialect.envoy.route;

import io.meshc.dialect.envoy.Message;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;

/// @param checked Envoy refuses routes to clusters that it does not know, which only holds where it knows all from the start
public record RouteConfig(String name, List<VirtualHost> hosts, boolean checked)
    implements Message {
  public static final String TYPE = "config.route.v3.RouteConfiguration";

  public RouteConfig {
    hosts = List.copyOf(hosts);
  }

  /// As file-based discovery has it.
  public RouteConfig discovered() {
    return new RouteConfig(name, hosts, false);
  }

  @Override
  public Node.Mapping node() {
    return Nodes.map()
        .put("name", name)
        .putList("virtual_hosts", hosts, VirtualHost::node)
        .put("validate_clusters", checked)
        .put("ignore_port_in_host_matching", true)
        .build();
  }
}
