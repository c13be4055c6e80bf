package io.meshc.rules.istio.envoyfilter;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.proxy.ConfigPatch;
import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import io.meshc.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A match names a filter as old versions of Envoy did, or has no effect. Page, examples, tests: DeprecatedFilterName.md, beside this file.
public final class DeprecatedFilterName implements ResourceRule<EnvoyFilter> {
  private static final Map<String, String> NEW_NAMES =
      Map.ofEntries(
          Map.entry("envoy.buffer", "envoy.filters.http.buffer"),
          Map.entry("envoy.cors", "envoy.filters.http.cors"),
          Map.entry("envoy.csrf", "envoy.filters.http.csrf"),
          Map.entry("envoy.ext_authz", "envoy.filters.http.ext_authz"),
          Map.entry("envoy.fault", "envoy.filters.http.fault"),
          Map.entry("envoy.grpc_http1_bridge", "envoy.filters.http.grpc_http1_bridge"),
          Map.entry("envoy.grpc_json_transcoder", "envoy.filters.http.grpc_json_transcoder"),
          Map.entry("envoy.grpc_web", "envoy.filters.http.grpc_web"),
          Map.entry("envoy.gzip", "envoy.filters.http.gzip"),
          Map.entry("envoy.health_check", "envoy.filters.http.health_check"),
          Map.entry("envoy.http_dynamo_filter", "envoy.filters.http.dynamo"),
          Map.entry("envoy.ip_tagging", "envoy.filters.http.ip_tagging"),
          Map.entry("envoy.lua", "envoy.filters.http.lua"),
          Map.entry("envoy.rate_limit", "envoy.filters.http.ratelimit"),
          Map.entry("envoy.router", "envoy.filters.http.router"),
          Map.entry("envoy.squash", "envoy.filters.http.squash"),
          Map.entry("envoy.listener.http_inspector", "envoy.filters.listener.http_inspector"),
          Map.entry("envoy.listener.original_dst", "envoy.filters.listener.original_dst"),
          Map.entry("envoy.listener.original_src", "envoy.filters.listener.original_src"),
          Map.entry("envoy.listener.proxy_protocol", "envoy.filters.listener.proxy_protocol"),
          Map.entry("envoy.listener.tls_inspector", "envoy.filters.listener.tls_inspector"),
          Map.entry("envoy.client_ssl_auth", "envoy.filters.network.client_ssl_auth"),
          Map.entry(
              "envoy.http_connection_manager", "envoy.filters.network.http_connection_manager"),
          Map.entry("envoy.mongo_proxy", "envoy.filters.network.mongo_proxy"),
          Map.entry("envoy.ratelimit", "envoy.filters.network.ratelimit"),
          Map.entry("envoy.redis_proxy", "envoy.filters.network.redis_proxy"),
          Map.entry("envoy.tcp_proxy", "envoy.filters.network.tcp_proxy"));
  private static final int MOST = 1024;

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC0254", "deprecated-filter-name", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<EnvoyFilter> reads() {
    return EnvoyFilter.class;
  }

  @Override
  public Stream<Finding> check(EnvoyFilter it, Checked input) {
    var found = new Findings(this, it);
    for (ConfigPatch patch : it.configPatches()) {
      if (Patches.isForWaypoint(patch)) {
        continue;
      }
      patch
          .match()
          .flatMap(ConfigPatch.PatchMatch::listener)
          .flatMap(ConfigPatch.ListenerMatch::filterChain)
          .flatMap(ConfigPatch.FilterChainMatch::filter)
          .ifPresent(filter -> check(patch, filter, found));
      patch
          .match()
          .flatMap(ConfigPatch.PatchMatch::proxy)
          .flatMap(ConfigPatch.ProxyMatch::proxyVersion)
          .filter(version -> version.value().length() > MOST)
          .ifPresent(version ->
              found.say(
                  version.origin(),
                  "the expression is longer than "
                      + MOST
                      + " characters: the patch never applies"));
      byName(patch, found);
    }
    return found.stream();
  }

  private static void check(ConfigPatch patch, ConfigPatch.FilterMatch filter, Findings found) {
    if (Written.is(patch.applyTo(), ConfigPatch.ApplyTo.LISTENER)
        || Written.is(patch.applyTo(), ConfigPatch.ApplyTo.FILTER_CHAIN)) {
      found.say(
          filter.origin(),
          "the match of a filter has no effect on `" + patch.applyTo().get().value() + "`");
    }
    name(filter.name(), found);
    filter.subFilter().ifPresent(below -> name(below.name(), found));
  }

  private static void name(Optional<At<String>> name, Findings found) {
    String newer = NEW_NAMES.get(Written.text(name));
    if (newer != null) {
      found.say(
          name.get().origin(),
          "`" + name.get().value() + "` is a name of old versions of Envoy",
          "`" + newer + "`");
    }
  }

  /// A filter that Envoy is to find by its name alone.
  private static void byName(ConfigPatch patch, Findings found) {
    boolean filter =
        Written.is(patch.applyTo(), ConfigPatch.ApplyTo.HTTP_FILTER)
            || Written.is(patch.applyTo(), ConfigPatch.ApplyTo.NETWORK_FILTER)
            || Written.is(patch.applyTo(), ConfigPatch.ApplyTo.LISTENER_FILTER);
    Optional<At<Node>> value = patch.patch().flatMap(ConfigPatch.Patch::value);
    if (filter && value.isPresent() && value.get().value() instanceof Node.Mapping map) {
      boolean configured =
          List.of("typed_config", "typedConfig", "config_discovery", "configDiscovery").stream()
              .anyMatch(key -> map.get(key).isPresent());
      if (!configured) {
        found.say(
            value.get().origin(),
            "the filter has no `typed_config`: Envoy does not find filters by name");
      }
    }
  }
}
