package io.meshc.rules.istio.envoyfilter;

import io.meshc.dialect.istio.proxy.ConfigPatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.ApplyTo;
import io.meshc.dialect.istio.proxy.ConfigPatch.PatchContext;
import io.meshc.dialect.istio.proxy.ConfigPatch.PatchMatch;
import io.meshc.rules.istio.Written;

/// Which part of a proxy's configuration a patch is for.
final class Patches {
  private Patches() {}

  /// Of these istiod checks nothing.
  static boolean isForWaypoint(ConfigPatch patch) {
    return Written.is(patch.match().flatMap(PatchMatch::context), PatchContext.WAYPOINT);
  }

  static boolean isInListener(ApplyTo applyTo) {
    return applyTo == ApplyTo.LISTENER
        || applyTo == ApplyTo.FILTER_CHAIN
        || applyTo == ApplyTo.NETWORK_FILTER
        || applyTo == ApplyTo.HTTP_FILTER;
  }

  static boolean isInRoutes(ApplyTo applyTo) {
    return applyTo == ApplyTo.ROUTE_CONFIGURATION
        || applyTo == ApplyTo.VIRTUAL_HOST
        || applyTo == ApplyTo.HTTP_ROUTE;
  }
}
