package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.Gap;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.HttpMatch;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.TrafficPolicy;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields that are written and that the model has no place for, each a problem once asked for.
final class Gaps {
  private final Meta meta;
  private final List<Problem> problems;
  private final List<Gap> found = new ArrayList<>();

  private Gaps(Meta meta, List<Problem> problems) {
    this.meta = meta;
    this.problems = problems;
  }

  static List<Gap> of(VirtualService source, List<Problem> problems) {
    var gaps = new Gaps(source.meta(), problems);
    source.tls().forEach(it -> gaps.touching(it.origin()));
    gaps.texts(source.exportTo(), "exportTo");
    source.http().forEach(gaps::http);
    return gaps.found;
  }

  static List<Gap> of(HttpMatch match) {
    var gaps =
        new Gaps(
            new Meta(
                new io.meshc.source.ResourceId("", "", "", ""),
                "",
                Map.of(),
                Map.of(),
                match.origin()),
            new ArrayList<>());
    gaps.match(match);
    return gaps.found;
  }

  static List<Gap> of(DestinationRule rule, List<Problem> problems) {
    var gaps = new Gaps(rule.meta(), problems);
    rule.subsets().forEach(it -> gaps.touching(it.origin()));
    gaps.texts(rule.exportTo(), "exportTo");
    gaps.part(rule.workloadSelector().map(DestinationRule.WorkloadSelector::origin));
    rule.trafficPolicy().ifPresent(gaps::policy);
    return gaps.found;
  }

  static List<Gap> of(AuthorizationPolicy policy, List<Problem> problems) {
    var gaps = new Gaps(policy.meta(), problems);
    policy.targetRef().ifPresent(it -> gaps.touching(it.origin()));
    policy.targetRefs().forEach(it -> gaps.touching(it.origin()));
    gaps.found.addAll(policy.gaps());
    return gaps.found;
  }

  static List<Gap> of(
      AuthorizationPolicy policy, AuthorizationPolicy.Source source, List<Problem> problems) {
    var gaps = new Gaps(policy.meta(), problems);
    gaps.texts(source.requestPrincipals(), "requestPrincipals");
    gaps.texts(source.notRequestPrincipals(), "notRequestPrincipals");
    gaps.texts(source.ipBlocks(), "ipBlocks");
    gaps.texts(source.notIpBlocks(), "notIpBlocks");
    gaps.texts(source.remoteIpBlocks(), "remoteIpBlocks");
    gaps.texts(source.notRemoteIpBlocks(), "notRemoteIpBlocks");
    gaps.texts(source.serviceAccounts(), "serviceAccounts");
    gaps.texts(source.notServiceAccounts(), "notServiceAccounts");
    gaps.texts(source.trustDomains(), "trustDomains");
    gaps.texts(source.notTrustDomains(), "notTrustDomains");
    return gaps.found;
  }

  private void http(HttpRoute route) {
    part(route.redirect().map(HttpRoute.Redirect::origin));
    part(route.directResponse().map(HttpRoute.DirectResponse::origin));
    part(route.delegate().map(HttpRoute.Delegate::origin));
    part(route.rewrite().map(HttpRoute.Rewrite::origin));
    part(route.fault().map(HttpRoute.Fault::origin));
    part(route.headers().map(VirtualService.Headers::origin));
    part(route.corsPolicy().map(HttpRoute.CorsPolicy::origin));
    harmless(route.timeout().map(At::origin));
    harmless(route.mirror().map(VirtualService.Destination::origin));
    route.mirrors().forEach(it -> harmless(Optional.of(it.origin())));
    route.match().forEach(this::match);
    for (VirtualService.RouteDestination it : route.route()) {
      part(it.headers().map(VirtualService.Headers::origin));
      part(it.destination().flatMap(VirtualService.Destination::subset).map(At::origin));
    }
  }

  private void match(HttpMatch match) {
    part(match.scheme().map(_ -> match.origin()));
    match.queryParams().values().stream().limit(1).forEach(_ -> touching(match.origin()));
    match.sourceLabels().values().stream().limit(1).forEach(it -> touching(it.origin()));
    part(match.sourceNamespace().map(At::origin));
    texts(match.gateways(), "gateways");
  }

  private void policy(TrafficPolicy policy) {
    policy.portLevelSettings().forEach(it -> touching(it.origin()));
    part(policy.tunnel().map(TrafficPolicy.Tunnel::origin));
    part(policy.proxyProtocol().map(TrafficPolicy.ProxyProtocol::origin));
    harmless(policy.connectionPool().map(it -> it.origin()));
    harmless(policy.outlierDetection().map(it -> it.origin()));
    harmless(policy.retryBudget().map(it -> it.origin()));
    policy.tls().ifPresent(this::tls);
    policy
        .loadBalancer()
        .ifPresent(it -> {
          part(it.consistentHash().map(hash -> hash.origin()));
          part(it.localityLbSetting().map(locality -> locality.origin()));
        });
  }

  private void tls(TrafficPolicy.Tls tls) {
    tls.mode()
        .filter(it ->
            it.value() == TrafficPolicy.Mode.SIMPLE || it.value() == TrafficPolicy.Mode.MUTUAL)
        .ifPresent(it -> touching(it.origin()));
    part(tls.sni().map(At::origin));
    texts(tls.subjectAltNames(), "subjectAltNames");
  }

  private void texts(List<At<String>> values, String field) {
    if (!values.isEmpty()) {
      Origin first = values.getFirst().origin();
      touching(new Origin(first.file(), first.path().replaceAll("\\[0]$", ""), first.span()));
    }
  }

  private void part(Optional<Origin> origin) {
    origin.ifPresent(this::touching);
  }

  private void touching(Origin origin) {
    found.add(new Gap(origin.path(), origin));
    add(origin, "field `" + origin.path() + "` is not modelled: what it may touch is unknown");
  }

  private void harmless(Optional<Origin> origin) {
    origin.ifPresent(it -> add(it, "field `" + it.path() + "` is not modelled"));
  }

  private void add(Origin origin, String message) {
    problems.add(new Problem(Problem.Kind.NOT_MODELLED, origin, message, "").in(meta.id()));
  }
}
