package io.meshc.dialect.envoy.route;

import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.http.FilterConfig;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;

/// @param domains `a.b`, `*.b` or `*`; no two hosts of a route configuration share one
/// @param httpsOnly whoever comes without TLS is sent to the same address with it
public record VirtualHost(
    String name,
    List<String> domains,
    List<Route> routes,
    boolean httpsOnly,
    List<FilterConfig.OnRoute> filters)
    implements Message {
  public VirtualHost {
    domains = List.copyOf(domains);
    routes = List.copyOf(routes);
    filters = List.copyOf(filters);
  }

  public VirtualHost(String name, List<String> domains, List<Route> routes) {
    this(name, domains, routes, false, List.of());
  }

  @Override
  public Node.Mapping node() {
    var host =
        Nodes.map()
            .put("name", name)
            .putList("domains", domains, Nodes::text)
            .putList("routes", routes, Route::node);
    if (httpsOnly) {
      host.put("require_tls", "ALL");
    }
    if (!filters.isEmpty()) {
      var configs = Nodes.map();
      filters.forEach(it -> configs.put(it.filter().filterName(), it.node()));
      host.put("typed_per_filter_config", configs);
    }
    return host.build();
  }
}
