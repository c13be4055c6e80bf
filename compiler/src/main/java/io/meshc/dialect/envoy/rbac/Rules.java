package io.meshc.dialect.envoy.rbac;

import io.meshc.dialect.envoy.Message;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a set of policies does with what any of them covers. ALLOW with no policy denies all.
public record Rules(Action action, SortedMap<String, Policy> policies) implements Message {
  public Rules {
    policies = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(policies));
  }

  public enum Action {
    ALLOW,
    DENY
  }

  /// @param permissions any of which, at least one
  /// @param principals likewise
  public record Policy(List<Permission> permissions, List<Principal> principals)
      implements Message {
    public Policy {
      permissions = List.copyOf(permissions);
      principals = List.copyOf(principals);
    }

    @Override
    public Node.Mapping node() {
      return Nodes.map()
          .putList("permissions", permissions, Permission::node)
          .putList("principals", principals, Principal::node)
          .build();
    }
  }

  @Override
  public Node.Mapping node() {
    var all = Nodes.map();
    policies.forEach((name, policy) -> all.put(name, policy.node()));
    return Nodes.map().put("action", action.name()).put("policies", all).build();
  }
}
