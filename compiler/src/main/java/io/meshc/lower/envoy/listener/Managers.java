package io.meshc.lower.envoy.listener;

import io.meshc.dialect.envoy.http.FilterConfig;
import io.meshc.dialect.envoy.http.HttpFilter;
import io.meshc.dialect.envoy.listener.AccessLog;
import io.meshc.dialect.envoy.listener.HttpConnections;
import io.meshc.dialect.envoy.listener.HttpConnections.Certificates;
import io.meshc.dialect.envoy.listener.HttpConnections.Escapes;
import io.meshc.dialect.envoy.listener.HttpConnections.Hardening;
import io.meshc.dialect.envoy.route.RouteConfig;
import io.meshc.model.Plane;
import io.meshc.model.match.PathNormalization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Connection managers, as each side of a proxy has them.
final class Managers {
  private Managers() {}

  /// The side on which requests come in.
  enum Side {
    /// From peers of the mesh.
    INBOUND,
    /// From the application.
    OUTBOUND,
    /// From strangers.
    EDGE
  }

  /// @param hardens paths are made plain, whatever the source mesh does
  /// @param guardsPaths a policy asks for the path, so that what may be read in two ways is refused
  record Paths(PathNormalization normalization, boolean hardens, boolean guardsPaths) {
    static Paths of(Plane plane, boolean hardens, boolean guardsPaths) {
      return new Paths(plane.normalization(), hardens, guardsPaths);
    }
  }

  static HttpConnections of(
      String statPrefix, Side side, Paths paths, List<HttpFilter> before, RouteConfig routes) {
    return of(statPrefix, side, paths, 0, before, routes);
  }

  /// @param before filters that stand before those which routes ask for
  static HttpConnections of(
      String statPrefix,
      Side side,
      Paths paths,
      int trustedHops,
      List<HttpFilter> before,
      RouteConfig routes) {
    var filters = new ArrayList<>(before);
    filters.addAll(asked(routes));
    filters.add(new HttpFilter.Router());
    return new HttpConnections(
        statPrefix,
        routes,
        Optional.empty(),
        filters,
        List.of(AccessLog.HTTP),
        hardening(side, paths, trustedHops));
  }

  /// The filters that routes speak of: without its filter, nobody reads what a route says.
  private static List<HttpFilter> asked(RouteConfig routes) {
    List<HttpFilter> asked =
        routes.hosts().stream()
            .flatMap(it ->
                Stream.concat(
                    it.filters().stream(),
                    it.routes().stream().flatMap(route -> route.filters().stream())))
            .map(FilterConfig.OnRoute::filter)
            .distinct()
            .toList();
    return Stream.<HttpFilter>of(
            new HttpFilter.LocalRateLimit(), new HttpFilter.Fault(), new HttpFilter.Cors())
        .filter(asked::contains)
        .toList();
  }

  private static Hardening hardening(Side side, Paths paths, int trustedHops) {
    PathNormalization by = paths.normalization();
    boolean decodes = by == PathNormalization.DECODE_AND_MERGE_SLASHES;
    return new Hardening(
        side == Side.EDGE,
        trustedHops,
        paths.hardens() || by != PathNormalization.NONE,
        paths.hardens() || by == PathNormalization.MERGE_SLASHES || decodes,
        escapes(side, paths, decodes),
        switch (side) {
          case INBOUND -> Certificates.SANITIZE_SET;
          case OUTBOUND -> Certificates.NONE;
          case EDGE -> Certificates.SANITIZE;
        },
        side == Side.INBOUND);
  }

  private static Escapes escapes(Side side, Paths paths, boolean decodes) {
    if (paths.hardens() && side == Side.EDGE) {
      return Escapes.UNESCAPE_AND_REDIRECT;
    }
    if (paths.hardens() && paths.guardsPaths()) {
      return Escapes.REJECT_REQUEST;
    }
    return decodes ? Escapes.UNESCAPE_AND_FORWARD : Escapes.KEEP_UNCHANGED;
  }
}
