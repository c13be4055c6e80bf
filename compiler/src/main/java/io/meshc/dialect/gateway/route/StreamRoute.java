package io.meshc.dialect.gateway.route;

import io.meshc.dialect.Meta;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// TCPRoute, TLSRoute and UDPRoute: where connections go. Of several rules the first holds.
///
/// @param hostnames server names; of TLSRoutes alone
/// @param unread see [Route#unread]
public record StreamRoute(
    Meta meta,
    List<ParentRef> parentRefs,
    List<At<String>> hostnames,
    List<Rule> rules,
    Optional<At<DefaultScope>> useDefaultGateways,
    Optional<Origin> unread)
    implements Route {
  public StreamRoute {
    parentRefs = List.copyOf(parentRefs);
    hostnames = List.copyOf(hostnames);
    rules = List.copyOf(rules);
  }

  /// One that the API server takes.
  public StreamRoute(
      Meta meta,
      List<ParentRef> parentRefs,
      List<At<String>> hostnames,
      List<Rule> rules,
      Optional<At<DefaultScope>> useDefaultGateways) {
    this(meta, parentRefs, hostnames, rules, useDefaultGateways, Optional.empty());
  }

  public record Rule(Optional<At<String>> name, List<BackendRef> backendRefs, Origin origin) {
    public Rule {
      backendRefs = List.copyOf(backendRefs);
    }
  }
}
