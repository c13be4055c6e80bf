package io.meshc.lower.envoy.listener;

import io.meshc.dialect.envoy.http.FilterConfig;
import io.meshc.dialect.envoy.http.FilterConfig.Bucket;
import io.meshc.dialect.envoy.listener.NetworkFilter;
import io.meshc.dialect.envoy.route.Action;
import io.meshc.dialect.envoy.route.HeaderEdits;
import io.meshc.dialect.envoy.route.Route;
import io.meshc.dialect.envoy.route.VirtualHost;
import io.meshc.lower.envoy.Durations;
import io.meshc.lower.envoy.route.PathMatches;
import io.meshc.model.traffic.RateLimit;
import io.meshc.model.traffic.RateLimit.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Rate limits of a server → the routes by which requests come in, each with its own bucket.
final class LowerLimits {
  private static final String NO_TIMEOUT = "0s";

  private LowerLimits() {}

  /// All that comes in at a port: one route for each path that is counted apart, and one for the rest.
  static VirtualHost host(String cluster, List<RateLimit> limits) {
    var routes = new ArrayList<Route>();
    Action action = Action.Forward.to(cluster, NO_TIMEOUT);
    var whole = new ArrayList<FilterConfig.OnRoute>();
    for (RateLimit it : limits) {
      if (it.what() == What.REQUESTS && it.path().isPresent()) {
        routes.add(
            new Route(
                "",
                PathMatches.of(it.path().get()),
                action,
                HeaderEdits.NONE,
                List.of(config(it))));
      } else if (it.what() == What.REQUESTS && whole.isEmpty()) {
        whole.add(config(it));
      }
    }
    routes.add(Route.all(action));
    return new VirtualHost("inbound", List.of("*"), routes, false, whole);
  }

  private static FilterConfig.OnRoute config(RateLimit limit) {
    var headers = new ArrayList<HeaderEdits.Put>();
    new TreeMap<>(limit.headers())
        .forEach((name, value) -> headers.add(new HeaderEdits.Put(name, value, false)));
    return new FilterConfig.RateLimit(bucket(limit), limit.status(), headers);
  }

  /// What may come at once is in the bucket from the start.
  private static Bucket bucket(RateLimit limit) {
    return new Bucket(limit.amount() + limit.burst(), limit.amount(), Durations.text(limit.unit()));
  }

  static Optional<NetworkFilter> connections(String prefix, List<RateLimit> limits) {
    return limits.stream()
        .filter(it -> it.what() == What.CONNECTIONS)
        .findFirst()
        .map(it -> new NetworkFilter.LocalRateLimit(prefix, bucket(it)));
  }
}
