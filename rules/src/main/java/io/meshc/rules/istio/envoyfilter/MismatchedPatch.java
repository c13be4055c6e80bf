package io.meshc.rules.istio.envoyfilter;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.proxy.ConfigPatch;
import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.PortText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A patch looks for its object where there is none of the kind. Page, examples, tests: MismatchedPatch.md, beside this file.
public final class MismatchedPatch implements ResourceRule<EnvoyFilter> {
  private static final String MANAGER = "envoy.filters.network.http_connection_manager";
  private static final String OLD_MANAGER = "envoy.http_connection_manager";

  @Override
  public RuleCard card() {
    return new RuleCard("MC0252", "mismatched-patch", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<EnvoyFilter> reads() {
    return EnvoyFilter.class;
  }

  @Override
  public Stream<Finding> check(EnvoyFilter it, Checked input) {
    var found = new Findings(this, it);
    for (ConfigPatch patch : it.configPatches()) {
      waypoint(patch, found);
      if (!Patches.isForWaypoint(patch)
          && patch.applyTo().isPresent()
          && patch.match().isPresent()) {
        check(patch.applyTo().get().value(), patch.match().get(), found);
      }
    }
    return found.stream();
  }

  private static void waypoint(ConfigPatch patch, Findings found) {
    if (patch.match().isEmpty()) {
      return;
    }
    ConfigPatch.PatchMatch match = patch.match().get();
    boolean looks = match.waypoint().isPresent();
    if (looks && !Patches.isForWaypoint(patch)) {
      found.say(
          match.waypoint().get().origin(),
          "the match looks at a waypoint, and its context is not `WAYPOINT`");
    }
    if (!looks && Patches.isForWaypoint(patch)) {
      found.say(
          match.origin(), "the context is `WAYPOINT`, and the match does not look at a waypoint");
    }
    match
        .waypoint()
        .flatMap(ConfigPatch.WaypointMatch::portNumber)
        .filter(port -> !PortText.isPort(port.value()))
        .ifPresent(
            port -> found.say(port.origin(), "port " + port.value() + " is not in 1 to 65535"));
  }

  private static void check(
      ConfigPatch.ApplyTo applyTo, ConfigPatch.PatchMatch match, Findings found) {
    boolean looks =
        match.listener().isPresent()
            || match.routeConfiguration().isPresent()
            || match.cluster().isPresent();
    if (!looks) {
      return;
    }
    if (Patches.isInListener(applyTo)) {
      if (match.listener().isEmpty()) {
        found.say(
            match.origin(),
            "`" + applyTo + "` is a part of a listener, and the match looks at something else");
      } else {
        match
            .listener()
            .get()
            .filterChain()
            .flatMap(ConfigPatch.FilterChainMatch::filter)
            .ifPresent(filter -> filter(applyTo, filter, found));
      }
    } else if (Patches.isInRoutes(applyTo) && match.routeConfiguration().isEmpty()) {
      found.say(
          match.origin(),
          "`" + applyTo + "` is a part of a route table, and the match looks at something else");
    } else if (applyTo == ConfigPatch.ApplyTo.CLUSTER && match.cluster().isEmpty()) {
      found.say(match.origin(), "the match of a cluster looks at something else");
    }
  }

  private static void filter(
      ConfigPatch.ApplyTo applyTo, ConfigPatch.FilterMatch filter, Findings found) {
    if (!Written.says(filter.name())) {
      found.say(Written.place(filter.name(), filter.origin()), "the match of a filter names none");
      return;
    }
    if (filter.subFilter().isEmpty()) {
      return;
    }
    ConfigPatch.SubFilterMatch below = filter.subFilter().get();
    String name = filter.name().get().value();
    if (applyTo != ConfigPatch.ApplyTo.HTTP_FILTER) {
      found.say(below.origin(), "`subFilter` is for `HTTP_FILTER` alone, not `" + applyTo + "`");
    } else if (!name.equals(MANAGER) && !name.equals(OLD_MANAGER)) {
      found.say(
          filter.name().get().origin(),
          "`" + name + "` has no filters below it, as `" + MANAGER + "` has");
    } else if (!Written.says(below.name())) {
      found.say(
          Written.place(below.name(), below.origin()), "the match of a filter below names none");
    }
  }
}
