package io.meshc.rules.traffic;

import io.meshc.model.Route;

/// The routes that are splits: what SMI says of them does not hold for the routes of other dialects.
final class Splits {
  private Splits() {}

  static boolean isSplit(Route route) {
    return route.resource().kind().equals("TrafficSplit");
  }
}
