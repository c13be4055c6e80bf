package io.meshc.dialect.envoy.rbac;

import io.meshc.dialect.envoy.Block;
import io.meshc.dialect.envoy.HeaderMatch;
import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.StringMatch;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;

/// Who asks.
public sealed interface Principal extends Message {
  record Any() implements Principal {}

  /// The URI of the certificate that mutual TLS has proved.
  record Authenticated(StringMatch uri) implements Principal {}

  /// The peer that Envoy sees.
  record DirectAddress(Block block) implements Principal {}

  /// The client, behind the proxies that are trusted.
  record RemoteAddress(Block block) implements Principal {}

  record Header(HeaderMatch match) implements Principal {}

  record Path(StringMatch match) implements Principal {}

  /// A claim of the verified token, below its payload; of a list one element.
  record Claim(List<String> path, StringMatch match, boolean list) implements Principal {
    public Claim {
      path = List.copyOf(path);
    }
  }

  record Not(Principal of) implements Principal {}

  record And(List<Principal> of) implements Principal {
    public And {
      of = List.copyOf(of);
    }
  }

  record Or(List<Principal> of) implements Principal {
    public Or {
      of = List.copyOf(of);
    }
  }

  @Override
  default Node.Mapping node() {
    return switch (this) {
      case Any() -> Nodes.map().put("any", true).build();
      case Authenticated(var uri) ->
          Nodes.map().put("authenticated", Nodes.map().put("principal_name", uri.node())).build();
      case DirectAddress(var block) -> Nodes.map().put("direct_remote_ip", block.node()).build();
      case RemoteAddress(var block) -> Nodes.map().put("remote_ip", block.node()).build();
      case Header(var match) -> Nodes.map().put("header", match.node()).build();
      case Path(var match) ->
          Nodes.map().put("url_path", Nodes.map().put("path", match.node())).build();
      case Claim claim -> claim(claim);
      case Not(var of) -> Nodes.map().put("not_id", of.node()).build();
      case And(var of) ->
          Nodes.map().put("and_ids", Nodes.map().putList("ids", of, Principal::node)).build();
      case Or(var of) ->
          Nodes.map().put("or_ids", Nodes.map().putList("ids", of, Principal::node)).build();
    };
  }

  private static Node.Mapping claim(Claim claim) {
    var text = Nodes.map().put("string_match", claim.match().node());
    var value =
        claim.list() ? Nodes.map().put("list_match", Nodes.map().put("one_of", text)) : text;
    var metadata =
        Nodes.map()
            .put("filter", "envoy.filters.http.jwt_authn")
            .putList(
                "path",
                java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("payload"), claim.path().stream())
                    .map(it -> Nodes.map().put("key", it).build())
                    .toList())
            .put("value", value);
    return Nodes.map()
        .put("sourced_metadata", Nodes.map().put("metadata_matcher", metadata))
        .build();
  }
}
