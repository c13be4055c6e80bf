package io.meshc.link;

import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Route;
import io.meshc.model.Route.Backend;
import io.meshc.model.Route.Varies;
import io.meshc.model.proxy.Proxies;
import io.meshc.model.server.RankedRule;
import io.meshc.model.server.RouteTable;
import io.meshc.model.server.Servers;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Declarations.Shift;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Declared routes, with the weights that a controller moves marked as such.
final class Routes {
  private Routes() {}

  /// A controller may make routes for whichever mesh it stands in: those of a mesh that is not there are nobody's.
  static List<Route> of(Declarations declared, Map<PlaneId, Plane> planes) {
    return declared.routes().stream()
        .filter(it -> planes.containsKey(it.plane()))
        .map(it -> shifted(it, declared.shifts()))
        // a lambda of ours, which the cache of a start can hold (ADR 0009)
        .sorted((one, two) -> one.resource().compareTo(two.resource()))
        .toList();
  }

  private static Route shifted(Route route, List<Shift> shifts) {
    for (Shift shift : shifts) {
      if (isSaidBy(shift.route(), route)) {
        return new Route(
            route.resource(),
            route.plane(),
            route.service(),
            route.audience(),
            route.layer(),
            route.rules().stream()
                .map(it ->
                    it.owner().orElse(route.resource()).equals(shift.route())
                        ? shifted(it, shift)
                        : it)
                .toList(),
            route.unmatched(),
            route.origin());
      }
    }
    return route;
  }

  /// The same for tables, whose rules say whose they are, and for profiles.
  static Proxies of(Proxies declared, List<Shift> shifts, Map<PlaneId, Plane> planes) {
    Servers servers = declared.servers();
    if (servers.tables().isEmpty() && servers.profiles().isEmpty()) {
      return declared;
    }
    return declared.with(
        servers.with(
            servers.tables().stream().map(it -> shifted(it, shifts)).toList(),
            servers.profiles().stream().filter(it -> planes.containsKey(it.plane())).toList()));
  }

  private static RouteTable shifted(RouteTable table, List<Shift> shifts) {
    return table.with(
        table.rules().stream()
            .map(rule ->
                shifts.stream()
                    .filter(it -> it.route().equals(rule.resource()))
                    .findFirst()
                    .map(it ->
                        new RankedRule(
                            rule.resource(), rule.rank(), shifted(rule.rule(), it), rule.grants()))
                    .orElse(rule))
            .toList());
  }

  private static boolean isSaidBy(ResourceId object, Route route) {
    return route.resource().equals(object)
        || route.rules().stream().anyMatch(it -> it.owner().filter(object::equals).isPresent());
  }

  /// A rule with one backend sends it everything, whatever its weight.
  private static Route.Rule shifted(Route.Rule rule, Shift shift) {
    if (rule.backends().size() < 2) {
      return rule;
    }
    int all = (int) Math.max(100, Math.min(Integer.MAX_VALUE, rule.totalWeight()));
    return new Route.Rule(
        rule.match(),
        rule.backends().stream()
            .map(it ->
                new Backend(
                    it.service(),
                    it.port(),
                    it.weight(),
                    Optional.of(bounds(it, shift, all)),
                    it.subset(),
                    it.edits(),
                    it.standing()))
            .toList(),
        rule.edits(),
        rule.answer(),
        rule.abort(),
        rule.cors(),
        rule.owner(),
        rule.treatment());
  }

  /// Where not all is moved, what has a weight at rest keeps the others' rest.
  private static Varies bounds(Backend backend, Shift shift, int all) {
    int moved = (int) ((long) all * shift.most() / 100);
    boolean idle = backend.weight().value() == 0 || shift.most() == 100;
    return idle ? new Varies(0, moved, shift.by()) : new Varies(all - moved, all, shift.by());
  }
}
