package io.meshc.dialect.envoy.route;

import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.http.FilterConfig;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;

/// @param name for logs and statistics; `""` for none
/// @param filters what single filters do otherwise here, each of which the listener has
public record Route(
    String name,
    RouteMatch match,
    Action action,
    HeaderEdits edits,
    List<FilterConfig.OnRoute> filters)
    implements Message {
  public Route {
    filters = List.copyOf(filters);
  }

  public static Route all(Action action) {
    return new Route("", RouteMatch.ALL, action, HeaderEdits.NONE, List.of());
  }

  @Override
  public Node.Mapping node() {
    var route = Nodes.map();
    if (!name.isEmpty()) {
      route.put("name", name);
    }
    route.put("match", match.node());
    action.into(route);
    edits.into(route);
    if (!filters.isEmpty()) {
      var configs = Nodes.map();
      filters.forEach(it -> configs.put(it.filter().filterName(), it.node()));
      route.put("typed_per_filter_config", configs);
    }
    return route.build();
  }
}
