package io.meshc.dialect.linkerd.traffic;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How clients talk to a Service, whose whole host is the profile's name.
///
/// @param dstOverrides where requests go in the place of the Service, by weight
/// @param opaquePorts numbers and ranges that clients do not look into
/// @param legible nothing in it keeps the API server from taking it
/// @param origin of `spec`
public record ServiceProfile(
    Meta meta,
    List<Route> routes,
    Optional<RetryBudget> retryBudget,
    List<Override> dstOverrides,
    List<At<String>> opaquePorts,
    boolean legible,
    Origin origin)
    implements Resource {
  public ServiceProfile {
    routes = List.copyOf(routes);
    dstOverrides = List.copyOf(dstOverrides);
    opaquePorts = List.copyOf(opaquePorts);
  }

  /// Requests that are counted together, and retried or given up alike. It sends nothing anywhere.
  public record Route(
      Optional<At<String>> name,
      Optional<RequestMatch> condition,
      List<ResponseClass> responseClasses,
      Optional<At<Boolean>> isRetryable,
      Optional<At<String>> timeout,
      Origin origin) {
    public Route {
      responseClasses = List.copyOf(responseClasses);
    }
  }

  /// Of several fields all have to hold.
  ///
  /// @param not the CRD wants a list here and the proxy's control plane one match: kept as it is
  public record RequestMatch(
      Optional<At<String>> pathRegex,
      Optional<At<String>> method,
      List<RequestMatch> all,
      List<RequestMatch> any,
      Optional<At<Node>> not,
      Origin origin) {
    public RequestMatch {
      all = List.copyOf(all);
      any = List.copyOf(any);
    }
  }

  public record ResponseClass(
      Optional<ResponseMatch> condition, Optional<At<Boolean>> isFailure, Origin origin) {}

  public record ResponseMatch(
      Optional<Range> status,
      List<ResponseMatch> all,
      List<ResponseMatch> any,
      Optional<ResponseMatch> not,
      Origin origin) {
    public ResponseMatch {
      all = List.copyOf(all);
      any = List.copyOf(any);
    }
  }

  public record Range(Optional<At<Long>> min, Optional<At<Long>> max, Origin origin) {}

  public record RetryBudget(
      Optional<At<BigDecimal>> retryRatio,
      Optional<At<Long>> minRetriesPerSecond,
      Optional<At<String>> ttl,
      Origin origin) {}

  /// @param authority `HOST:PORT`, or a host alone
  /// @param weight a quantity of Kubernetes, as written
  public record Override(
      Optional<At<String>> authority, Optional<At<String>> weight, Origin origin) {}
}
