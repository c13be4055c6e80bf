package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.registry.WorkloadSelector;
import io.meshc.dialect.istio.security.TargetRef;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Patches of the proxies' own configuration. One shape is understood, the one that meshc writes; any other may do
/// anything.
///
/// @param priority the lower is applied first
/// @param mark what it does, if it is of the one shape
/// @param origin of `spec`
public record EnvoyFilter(
    Meta meta,
    Optional<WorkloadSelector> workloadSelector,
    List<TargetRef> targetRefs,
    List<ConfigPatch> configPatches,
    Optional<At<Long>> priority,
    Optional<Mark> mark,
    Origin origin)
    implements Resource {

  public EnvoyFilter {
    targetRefs = List.copyOf(targetRefs);
    configPatches = List.copyOf(configPatches);
  }

  /// Labels of Pods; empty for every workload of the namespace.
  public Map<String, At<String>> selector() {
    return workloadSelector.map(WorkloadSelector::labels).orElse(Map.of());
  }

  /// Marks the requests for which all conditions hold, so that an AuthorizationPolicy can ask for the mark. Istio's
  /// policies know no regular expressions and Envoy does.
  ///
  /// It is Envoy's RBAC filter, first in the inbound chain, with shadow rules alone: such a filter denies nothing, and
  /// writes its verdict to the dynamic metadata `envoy.filters.http.rbac` under a key of its own. A policy reads that by the
  /// condition key `experimental.envoy.filters.http.rbac[KEY]`. Where the filter is missing there is no metadata, and a
  /// policy that allows on it does not match: it fails closed.
  ///
  /// Measured on Envoy 1.40: with the regex `.*a-book.*new` the path `/x/a-book/y/new` passes, and with a query string too;
  /// `/x/a-book/y/newer` and `/x/a-book?y=new` do not. The filter's own name is free, several marks in one chain do not
  /// disturb each other, and the path is matched after the normalization of the listener.
  ///
  /// Source: envoyproxy.io, RBAC filter (`shadow_rules_stat_prefix`, dynamic metadata); istio.io, "Authorization Policy
  /// Conditions".
  ///
  /// @param name lower case letters, digits and `_`
  public record Mark(String name, List<Condition> conditions) {
    public Mark {
      conditions = List.copyOf(conditions);
    }

    /// What Envoy puts before the keys.
    public String statPrefix() {
      return "meshc_" + name + "_";
    }

    /// The key of an AuthorizationPolicy's condition that reads the mark.
    public String conditionKey() {
      return "experimental.envoy.filters.http.rbac[" + statPrefix() + "shadow_engine_result]";
    }
  }

  /// @param negated the regex must not match; where the header is missing, it does not
  /// @param regex RE2, the whole value
  public record Condition(Subject subject, boolean negated, String regex) {}

  /// What a condition looks at.
  public sealed interface Subject {
    /// The path without its query string.
    record Path() implements Subject {}

    /// Each value of the header alone.
    record Header(String name) implements Subject {}
  }
}
