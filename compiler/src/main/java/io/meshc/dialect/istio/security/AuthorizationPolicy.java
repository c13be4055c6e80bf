package io.meshc.dialect.istio.security;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.Gap;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// @param selector labels of Pods; without it and without targets every workload of the namespace
/// @param action absent for ALLOW
/// @param provider of the decision, for CUSTOM
/// @param rules any of which may match; none at all matches nothing
/// @param targetRef out of use, for `targetRefs`
/// @param gaps what is written and could not be read, such as another action: what the policy does is not known
public record AuthorizationPolicy(
    Meta meta,
    Optional<WorkloadSelector> selector,
    Optional<TargetRef> targetRef,
    List<TargetRef> targetRefs,
    Optional<At<Action>> action,
    Optional<Provider> provider,
    List<Rule> rules,
    List<Gap> gaps)
    implements Resource {
  public AuthorizationPolicy {
    targetRefs = List.copyOf(targetRefs);
    rules = List.copyOf(rules);
    gaps = List.copyOf(gaps);
  }

  public Action effect() {
    return action.map(At::value).orElse(Action.ALLOW);
  }

  /// Whether it is only tried, and decides nothing.
  public boolean isDryRun() {
    At<String> marked = meta.annotations().get("istio.io/dry-run");
    return marked != null && marked.value().equals("true");
  }

  public static AuthorizationPolicy of(
      Meta meta, Map<String, At<String>> selector, Optional<At<Action>> action, List<Rule> rules) {
    return new AuthorizationPolicy(
        meta,
        WorkloadSelector.of(selector, meta.origin()),
        Optional.empty(),
        List.of(),
        action,
        Optional.empty(),
        rules,
        List.of());
  }

  public enum Action {
    ALLOW,
    DENY,
    AUDIT,
    CUSTOM
  }

  public record Provider(Optional<At<String>> name, Origin origin) {}

  /// All of: one of the sources, one of the operations, every condition. No sources means any source.
  public record Rule(List<From> from, List<To> to, List<Condition> when, Origin origin) {
    public Rule {
      from = List.copyOf(from);
      to = List.copyOf(to);
      when = List.copyOf(when);
    }
  }

  public record From(Optional<Source> source, Origin origin) {}

  public record To(Optional<Operation> operation, Origin origin) {}

  /// Values of one field are alternatives; fields are conditions.
  public record Source(
      List<At<String>> principals,
      List<At<String>> notPrincipals,
      List<At<String>> requestPrincipals,
      List<At<String>> notRequestPrincipals,
      List<At<String>> namespaces,
      List<At<String>> notNamespaces,
      List<At<String>> serviceAccounts,
      List<At<String>> notServiceAccounts,
      List<At<String>> trustDomains,
      List<At<String>> notTrustDomains,
      List<At<String>> ipBlocks,
      List<At<String>> notIpBlocks,
      List<At<String>> remoteIpBlocks,
      List<At<String>> notRemoteIpBlocks,
      Origin origin) {
    public Source {
      principals = List.copyOf(principals);
      notPrincipals = List.copyOf(notPrincipals);
      requestPrincipals = List.copyOf(requestPrincipals);
      notRequestPrincipals = List.copyOf(notRequestPrincipals);
      namespaces = List.copyOf(namespaces);
      notNamespaces = List.copyOf(notNamespaces);
      serviceAccounts = List.copyOf(serviceAccounts);
      notServiceAccounts = List.copyOf(notServiceAccounts);
      trustDomains = List.copyOf(trustDomains);
      notTrustDomains = List.copyOf(notTrustDomains);
      ipBlocks = List.copyOf(ipBlocks);
      notIpBlocks = List.copyOf(notIpBlocks);
      remoteIpBlocks = List.copyOf(remoteIpBlocks);
      notRemoteIpBlocks = List.copyOf(notRemoteIpBlocks);
    }

    /// Of the identities that mutual TLS proves.
    public static Source of(
        List<At<String>> principals,
        List<At<String>> notPrincipals,
        List<At<String>> namespaces,
        List<At<String>> notNamespaces,
        Origin origin) {
      return new Source(
          principals,
          notPrincipals,
          List.of(),
          List.of(),
          namespaces,
          notNamespaces,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          origin);
    }
  }

  /// @param ports of the workload, as text
  public record Operation(
      List<At<String>> hosts,
      List<At<String>> notHosts,
      List<At<String>> ports,
      List<At<String>> notPorts,
      List<At<String>> methods,
      List<At<String>> notMethods,
      List<At<String>> paths,
      List<At<String>> notPaths,
      Origin origin) {
    public Operation {
      hosts = List.copyOf(hosts);
      notHosts = List.copyOf(notHosts);
      ports = List.copyOf(ports);
      notPorts = List.copyOf(notPorts);
      methods = List.copyOf(methods);
      notMethods = List.copyOf(notMethods);
      paths = List.copyOf(paths);
      notPaths = List.copyOf(notPaths);
    }
  }

  /// @param key such as `request.headers[x]`
  public record Condition(
      Optional<At<String>> key,
      List<At<String>> values,
      List<At<String>> notValues,
      Origin origin) {
    public Condition {
      values = List.copyOf(values);
      notValues = List.copyOf(notValues);
    }
  }
}
