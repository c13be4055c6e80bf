package io.meshc.dialect.gateway.route;

import io.meshc.dialect.Meta;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// Where calls of gRPC methods go.
///
/// @param unread see [Route#unread]
public record GrpcRoute(
    Meta meta,
    List<ParentRef> parentRefs,
    List<At<String>> hostnames,
    List<Rule> rules,
    Optional<At<DefaultScope>> useDefaultGateways,
    Optional<Origin> unread)
    implements Route {
  public GrpcRoute {
    parentRefs = List.copyOf(parentRefs);
    hostnames = List.copyOf(hostnames);
    rules = List.copyOf(rules);
  }

  /// One that the API server takes.
  public GrpcRoute(
      Meta meta,
      List<ParentRef> parentRefs,
      List<At<String>> hostnames,
      List<Rule> rules,
      Optional<At<DefaultScope>> useDefaultGateways) {
    this(meta, parentRefs, hostnames, rules, useDefaultGateways, Optional.empty());
  }

  /// @param matches alternatives; none for every call
  public record Rule(
      Optional<At<String>> name,
      List<Match> matches,
      List<Filter> filters,
      List<BackendRef> backendRefs,
      Optional<SessionPersistence> sessionPersistence,
      Origin origin) {
    public Rule {
      matches = List.copyOf(matches);
      filters = List.copyOf(filters);
      backendRefs = List.copyOf(backendRefs);
    }
  }

  /// All of what is there.
  public record Match(Optional<MethodMatch> method, List<NameMatch> headers, Origin origin) {
    public Match {
      headers = List.copyOf(headers);
    }
  }

  /// @param service with its package
  public record MethodMatch(
      Optional<At<NameMatch.TextType>> type,
      Optional<At<String>> service,
      Optional<At<String>> method,
      Origin origin) {}
}
