package io.meshc.normalize.linkerd;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.gateway.route.Filter;
import io.meshc.dialect.gateway.route.GrpcRoute;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.dialect.linkerd.policy.RateLimitPolicy;
import io.meshc.dialect.linkerd.traffic.EgressNetwork;
import io.meshc.dialect.linkerd.traffic.ExternalWorkload;
import io.meshc.dialect.linkerd.traffic.ServiceProfile;
import io.meshc.model.Extension;
import io.meshc.model.Extension.Touches;
import io.meshc.model.Scope;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What is understood and not in the model, because no decision depends on it: how often and how long something is tried, and how many
/// requests a proxy takes.
final class Uncarried {
  private static final List<String> PREFIXES =
      List.of(
          "retry.linkerd.io/",
          "timeout.linkerd.io/",
          "balancer.linkerd.io/",
          "balancer.alpha.linkerd.io/");

  private final Ledger ledger;
  private final List<Problem> problems;

  private Uncarried(Ledger ledger, List<Problem> problems) {
    this.ledger = ledger;
    this.problems = problems;
  }

  static void in(Resources resources, Ledger ledger, List<Problem> problems) {
    var found = new Uncarried(ledger, problems);
    for (RateLimitPolicy it : resources.of(RateLimitPolicy.class)) {
      found.add(it.meta(), it.meta().origin(), "`HTTPLocalRateLimitPolicy`");
    }
    resources.of(ServiceProfile.class).forEach(found::profile);
    for (ExternalWorkload it : resources.of(ExternalWorkload.class)) {
      it.workloadIps().forEach(ip -> found.part(it.meta(), Optional.of(ip.origin())));
    }
    Stream.of(
            resources.of(ServiceObject.class),
            resources.of(HttpRoute.class),
            resources.of(GrpcRoute.class),
            resources.of(EgressNetwork.class))
        .flatMap(List::stream)
        .forEach((Resource it) -> found.annotations(it.meta()));
    for (HttpRoute route : resources.of(HttpRoute.class)) {
      if (route.meta().id().group().equals(LinkerdPlane.POLICY)) {
        route.rules().forEach(it -> found.rule(route.meta(), it));
      }
    }
  }

  private void profile(ServiceProfile profile) {
    for (ServiceProfile.Route it : profile.routes()) {
      part(profile.meta(), Optional.of(it.origin()));
    }
    part(profile.meta(), profile.retryBudget().map(ServiceProfile.RetryBudget::origin));
  }

  private void rule(Meta meta, HttpRoute.Rule rule) {
    part(meta, rule.timeouts().map(HttpRoute.Timeouts::origin));
    rule.backendRefs().stream()
        .flatMap(it -> it.filters().stream())
        .forEach(it -> {
          part(meta, it.responseHeaderModifier().map(header -> header.origin()));
          it.requestRedirect().ifPresent(redirect -> touching(meta, redirect.origin()));
        });
    for (Filter it : rule.filters()) {
      part(meta, it.responseHeaderModifier().map(header -> header.origin()));
      it.requestRedirect().ifPresent(redirect -> where(meta, redirect));
    }
  }

  /// That a redirect answers is in the model, with its status.
  private void where(Meta meta, Filter.Redirect redirect) {
    part(meta, redirect.scheme().map(At::origin));
    part(meta, redirect.hostname().map(At::origin));
    part(meta, redirect.path().map(it -> it.origin()));
    part(meta, redirect.port().map(At::origin));
  }

  /// What decides and is not in the model.
  private void touching(Meta meta, Origin origin) {
    String message = "field `" + origin.path() + "` is not modelled: what it may touch is unknown";
    problems.add(new Problem(Problem.Kind.NOT_MODELLED, origin, message, "").in(meta.id()));
  }

  private void annotations(Meta meta) {
    for (Map.Entry<String, At<String>> it : new TreeMap<>(meta.annotations()).entrySet()) {
      if (PREFIXES.stream().anyMatch(it.getKey()::startsWith)) {
        add(meta, it.getValue().origin(), "annotation `" + it.getKey() + "`");
      }
    }
  }

  private void part(Meta meta, Optional<Origin> origin) {
    origin.ifPresent(it -> add(meta, it, "field `" + it.path() + "`"));
  }

  /// A translation has to say that it is lost.
  private void add(Meta meta, Origin origin, String what) {
    var everywhere = new Scope.Everywhere();
    ledger.add(
        new Extension(meta.id(), LinkerdPlane.ID, everywhere, what, Touches.HANDLING, origin));
    String message = what + " is not in the model: no decision depends on it";
    problems.add(new Problem(Problem.Kind.NOT_CARRIED, origin, message, "").in(meta.id()));
  }
}
