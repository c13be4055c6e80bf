package io.meshc.dialect.istio.security;

import io.meshc.dialect.istio.Branch;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Condition;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Operation;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Rule;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Source;
import io.meshc.yaml.Node;

/// AuthorizationPolicy → node, in version v1.
public final class RenderAuthorizationPolicy {
  private RenderAuthorizationPolicy() {}

  public static Node.Mapping render(AuthorizationPolicy policy) {
    var spec = new Branch();
    if (!policy.selector().isEmpty()) {
      spec.map("selector", new Branch().texts("matchLabels", policy.selector()).node());
    }
    spec.text("action", policy.action());
    spec.list("rules", policy.rules().stream().map(RenderAuthorizationPolicy::rule).toList());
    return Branch.object("security.istio.io/v1", policy.meta(), spec.node());
  }

  private static Node.Mapping rule(Rule rule) {
    return new Branch()
        .list(
            "from",
            rule.from().stream().map(it -> new Branch().map("source", source(it)).node()).toList())
        .list(
            "to",
            rule.to().stream()
                .map(it -> new Branch().map("operation", operation(it)).node())
                .toList())
        .list("when", rule.when().stream().map(RenderAuthorizationPolicy::condition).toList())
        .node();
  }

  private static Node.Mapping source(Source source) {
    return new Branch()
        .texts("principals", source.principals())
        .texts("notPrincipals", source.notPrincipals())
        .texts("namespaces", source.namespaces())
        .texts("notNamespaces", source.notNamespaces())
        .node();
  }

  private static Node.Mapping operation(Operation operation) {
    return new Branch()
        .texts("hosts", operation.hosts())
        .texts("notHosts", operation.notHosts())
        .texts("ports", operation.ports())
        .texts("notPorts", operation.notPorts())
        .texts("methods", operation.methods())
        .texts("notMethods", operation.notMethods())
        .texts("paths", operation.paths())
        .texts("notPaths", operation.notPaths())
        .node();
  }

  private static Node.Mapping condition(Condition condition) {
    return new Branch()
        .text("key", condition.key().value())
        .texts("values", condition.values())
        .texts("notValues", condition.notValues())
        .node();
  }
}
