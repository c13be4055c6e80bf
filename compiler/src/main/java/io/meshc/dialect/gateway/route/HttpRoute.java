package io.meshc.dialect.gateway.route;

import io.meshc.dialect.Meta;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// Where HTTP requests go. The most specific match of all routes of a parent decides, not the first.
///
/// @param rules none stands for one that covers everything and has no backend
/// @param unread see [Route#unread]
public record HttpRoute(
    Meta meta,
    List<ParentRef> parentRefs,
    List<At<String>> hostnames,
    List<Rule> rules,
    Optional<At<DefaultScope>> useDefaultGateways,
    Optional<Origin> unread)
    implements Route {
  public HttpRoute {
    parentRefs = List.copyOf(parentRefs);
    hostnames = List.copyOf(hostnames);
    rules = List.copyOf(rules);
  }

  /// One that the API server takes.
  public HttpRoute(
      Meta meta,
      List<ParentRef> parentRefs,
      List<At<String>> hostnames,
      List<Rule> rules,
      Optional<At<DefaultScope>> useDefaultGateways) {
    this(meta, parentRefs, hostnames, rules, useDefaultGateways, Optional.empty());
  }

  /// @param matches alternatives; none for every request
  public record Rule(
      Optional<At<String>> name,
      List<Match> matches,
      List<Filter> filters,
      List<BackendRef> backendRefs,
      Optional<Timeouts> timeouts,
      Optional<Retry> retry,
      Optional<SessionPersistence> sessionPersistence,
      Origin origin) {
    public Rule {
      matches = List.copyOf(matches);
      filters = List.copyOf(filters);
      backendRefs = List.copyOf(backendRefs);
    }
  }

  /// All of what is there.
  public record Match(
      Optional<PathMatch> path,
      List<NameMatch> headers,
      List<NameMatch> queryParams,
      Optional<At<String>> method,
      Origin origin) {
    public Match {
      headers = List.copyOf(headers);
      queryParams = List.copyOf(queryParams);
    }
  }

  /// @param type absent is a prefix
  /// @param value absent is `/`
  public record PathMatch(Optional<At<PathType>> type, Optional<At<String>> value, Origin origin) {}

  public enum PathType {
    EXACT("Exact"),
    /// By whole elements: `/a` and `/a/b`, not `/ab`.
    PREFIX("PathPrefix"),
    REGEX("RegularExpression");

    private final String word;

    PathType(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /// How long an answer may take, as texts such as `10s`.
  public record Timeouts(
      Optional<At<String>> request, Optional<At<String>> backendRequest, Origin origin) {}

  /// @param codes of answers after which the request is sent again
  /// @param attempts how often again
  public record Retry(
      List<At<Long>> codes,
      Optional<At<Long>> attempts,
      Optional<At<String>> backoff,
      Origin origin) {
    public Retry {
      codes = List.copyOf(codes);
    }
  }
}
