package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.proxy.EnvoyFilter.Condition;
import io.meshc.dialect.istio.proxy.EnvoyFilter.Mark;
import io.meshc.dialect.istio.proxy.EnvoyFilter.Subject;
import io.meshc.yaml.Node;
import java.util.List;

/// A mark → the one patch that sets it.
final class RenderMark {
  static final String RBAC = "type.googleapis.com/envoy.extensions.filters.http.rbac.v3.RBAC";

  private RenderMark() {}

  /// The one shape. [ParseEnvoyFilter] builds it again from what it read and compares.
  static Node.Mapping patch(Mark mark) {
    Node.Mapping manager =
        new Branch().text("name", "envoy.filters.network.http_connection_manager").node();
    Node.Mapping chain = new Branch().map("filter", manager).node();
    Node.Mapping match =
        new Branch()
            .text("context", "SIDECAR_INBOUND")
            .map("listener", new Branch().map("filterChain", chain).node())
            .node();
    Node.Mapping value =
        new Branch()
            .text("name", "meshc.mark." + mark.name())
            .map("typed_config", rbac(mark))
            .node();
    return new Branch()
        .text("applyTo", "HTTP_FILTER")
        .map("match", match)
        .map("patch", new Branch().text("operation", "INSERT_FIRST").map("value", value).node())
        .node();
  }

  private static Node.Mapping rbac(Mark mark) {
    List<Node.Mapping> conditions = mark.conditions().stream().map(RenderMark::condition).toList();
    Node.Mapping all =
        new Branch().map("and_rules", new Branch().list("rules", conditions).node()).node();
    Node.Mapping policy =
        new Branch()
            .list("permissions", List.of(all))
            .list("principals", List.of(new Branch().flag("any", true).node()))
            .node();
    Node.Mapping rules =
        new Branch()
            .text("action", "ALLOW")
            .map("policies", new Branch().map("mark", policy).node())
            .node();
    return new Branch()
        .text("@type", RBAC)
        .map("shadow_rules", rules)
        .text("shadow_rules_stat_prefix", mark.statPrefix())
        .node();
  }

  private static Node.Mapping condition(Condition condition) {
    Node.Mapping plain = plain(condition);
    return condition.negated() ? new Branch().map("not_rule", plain).node() : plain;
  }

  private static Node.Mapping plain(Condition condition) {
    Node.Mapping regex =
        new Branch().map("safe_regex", new Branch().text("regex", condition.regex()).node()).node();
    return switch (condition.subject()) {
      case Subject.Path() ->
          new Branch().map("url_path", new Branch().map("path", regex).node()).node();
      case Subject.Header(var name) ->
          new Branch()
              .map("header", new Branch().text("name", name).map("string_match", regex).node())
              .node();
    };
  }
}
