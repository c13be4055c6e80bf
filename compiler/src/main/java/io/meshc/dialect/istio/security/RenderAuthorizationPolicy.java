package io.meshc.dialect.istio.security;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Condition;
import io.meshc.dialect.istio.security.AuthorizationPolicy.From;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Operation;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Provider;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Rule;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Source;
import io.meshc.dialect.istio.security.AuthorizationPolicy.To;
import io.meshc.yaml.Node;

/// AuthorizationPolicy → node, in version v1.
public final class RenderAuthorizationPolicy {
  private RenderAuthorizationPolicy() {}

  public static Node.Mapping render(AuthorizationPolicy it) {
    Node.Mapping spec =
        new Branch()
            .object("selector", it.selector(), RenderTargets::workloadSelector)
            .object("targetRef", it.targetRef(), RenderTargets::targetRef)
            .objects("targetRefs", it.targetRefs(), RenderTargets::targetRef)
            .text("action", it.action())
            .object("provider", it.provider(), RenderAuthorizationPolicy::provider)
            .objects("rules", it.rules(), RenderAuthorizationPolicy::rule)
            .node();
    return Branch.object("security.istio.io/v1", it.meta(), spec);
  }

  private static Node.Mapping provider(Provider it) {
    return new Branch().text("name", it.name()).node();
  }

  private static Node.Mapping rule(Rule it) {
    return new Branch()
        .objects("from", it.from(), RenderAuthorizationPolicy::from)
        .objects("to", it.to(), RenderAuthorizationPolicy::to)
        .objects("when", it.when(), RenderAuthorizationPolicy::condition)
        .node();
  }

  private static Node.Mapping from(From it) {
    return new Branch().object("source", it.source(), RenderAuthorizationPolicy::source).node();
  }

  private static Node.Mapping to(To it) {
    return new Branch()
        .object("operation", it.operation(), RenderAuthorizationPolicy::operation)
        .node();
  }

  private static Node.Mapping source(Source it) {
    return new Branch()
        .texts("principals", it.principals())
        .texts("notPrincipals", it.notPrincipals())
        .texts("requestPrincipals", it.requestPrincipals())
        .texts("notRequestPrincipals", it.notRequestPrincipals())
        .texts("namespaces", it.namespaces())
        .texts("notNamespaces", it.notNamespaces())
        .texts("serviceAccounts", it.serviceAccounts())
        .texts("notServiceAccounts", it.notServiceAccounts())
        .texts("trustDomains", it.trustDomains())
        .texts("notTrustDomains", it.notTrustDomains())
        .texts("ipBlocks", it.ipBlocks())
        .texts("notIpBlocks", it.notIpBlocks())
        .texts("remoteIpBlocks", it.remoteIpBlocks())
        .texts("notRemoteIpBlocks", it.notRemoteIpBlocks())
        .node();
  }

  private static Node.Mapping operation(Operation it) {
    return new Branch()
        .texts("hosts", it.hosts())
        .texts("notHosts", it.notHosts())
        .texts("ports", it.ports())
        .texts("notPorts", it.notPorts())
        .texts("methods", it.methods())
        .texts("notMethods", it.notMethods())
        .texts("paths", it.paths())
        .texts("notPaths", it.notPaths())
        .node();
  }

  private static Node.Mapping condition(Condition it) {
    return new Branch()
        .text("key", it.key())
        .texts("values", it.values())
        .texts("notValues", it.notValues())
        .node();
  }
}
