package io.meshc.dialect.envoy.rbac;

import io.meshc.dialect.envoy.Block;
import io.meshc.dialect.envoy.HeaderMatch;
import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.StringMatch;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;

/// What is asked for.
public sealed interface Permission extends Message {
  record Any() implements Permission {}

  record Header(HeaderMatch match) implements Permission {}

  /// The path without its query.
  record Path(StringMatch match) implements Permission {}

  record DestinationAddress(Block block) implements Permission {}

  record ServerName(StringMatch match) implements Permission {}

  record Not(Permission of) implements Permission {}

  record And(List<Permission> of) implements Permission {
    public And {
      of = List.copyOf(of);
    }
  }

  record Or(List<Permission> of) implements Permission {
    public Or {
      of = List.copyOf(of);
    }
  }

  @Override
  default Node.Mapping node() {
    return switch (this) {
      case Any() -> Nodes.map().put("any", true).build();
      case Header(var match) -> Nodes.map().put("header", match.node()).build();
      case Path(var match) ->
          Nodes.map().put("url_path", Nodes.map().put("path", match.node())).build();
      case DestinationAddress(var block) -> Nodes.map().put("destination_ip", block.node()).build();
      case ServerName(var match) -> Nodes.map().put("requested_server_name", match.node()).build();
      case Not(var of) -> Nodes.map().put("not_rule", of.node()).build();
      case And(var of) ->
          Nodes.map().put("and_rules", Nodes.map().putList("rules", of, Permission::node)).build();
      case Or(var of) ->
          Nodes.map().put("or_rules", Nodes.map().putList("rules", of, Permission::node)).build();
    };
  }
}
