package io.meshc.dialect.istio.security;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.Gap;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// @param selector labels of Pods; empty for every workload of the namespace
/// @param action absent for ALLOW
/// @param rules any of which may match; none at all matches nothing
/// @param gaps fields of the policy itself that are not understood, such as `targetRefs`
public record AuthorizationPolicy(
    Meta meta,
    Map<String, At<String>> selector,
    Optional<At<Action>> action,
    List<Rule> rules,
    List<Gap> gaps)
    implements Resource {

  public AuthorizationPolicy {
    selector = Map.copyOf(selector);
    rules = List.copyOf(rules);
    gaps = List.copyOf(gaps);
  }

  public enum Action {
    ALLOW,
    DENY,
    AUDIT,
    CUSTOM
  }

  public Action effect() {
    return action.map(At::value).orElse(Action.ALLOW);
  }

  /// All of: one of the sources, one of the operations, every condition. No sources means any source.
  public record Rule(
      List<Source> from, List<Operation> to, List<Condition> when, List<Gap> gaps, Origin origin) {
    public Rule {
      from = List.copyOf(from);
      to = List.copyOf(to);
      when = List.copyOf(when);
      gaps = List.copyOf(gaps);
    }
  }

  /// Values of one field are alternatives; fields are conditions.
  public record Source(
      List<At<String>> principals,
      List<At<String>> notPrincipals,
      List<At<String>> namespaces,
      List<At<String>> notNamespaces,
      List<Gap> gaps,
      Origin origin) {
    public Source {
      principals = List.copyOf(principals);
      notPrincipals = List.copyOf(notPrincipals);
      namespaces = List.copyOf(namespaces);
      notNamespaces = List.copyOf(notNamespaces);
      gaps = List.copyOf(gaps);
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
      At<String> key, List<At<String>> values, List<At<String>> notValues, Origin origin) {
    public Condition {
      values = List.copyOf(values);
      notValues = List.copyOf(notValues);
    }
  }
}
