package io.meshc.normalize.gateway;

import io.meshc.dialect.gateway.route.GrpcRoute;
import io.meshc.dialect.gateway.route.GrpcRoute.MethodMatch;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.HttpRoute.PathMatch;
import io.meshc.dialect.gateway.route.HttpRoute.PathType;
import io.meshc.dialect.gateway.route.NameMatch;
import io.meshc.dialect.gateway.route.NameMatch.TextType;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The `match` of a rule → a match, and how specific it is.
///
/// Source: gateway-api.sigs.k8s.io, HTTPRouteMatch and GRPCRouteMatch.
///
/// @param prefix of the path that it has matched, without a `/` at its end; empty where it matches otherwise
record Matched(Match match, Rank rank, Optional<String> prefix, Origin origin) {

  /// What a rule without matches covers.
  static Matched everything(Origin origin) {
    return new Matched(Match.ANY, rank(Rank.Kind.PREFIX, 1, 0), Optional.of("/"), origin);
  }

  static Matched of(HttpRoute.Match written) {
    var parts = new ArrayList<Match>();
    PathType type = written.path().flatMap(PathMatch::type).map(At::value).orElse(PathType.PREFIX);
    String path = written.path().flatMap(PathMatch::value).map(At::value).orElse("/");
    String prefix = withoutSlash(path);
    switch (type) {
      case EXACT -> parts.add(new Match.OnPath(new TextPattern.Exact(path)));
      case PREFIX -> {
        if (!prefix.equals("/")) {
          parts.add(new Match.OnPath(new TextPattern.PathPrefix(prefix)));
        }
      }
      case REGEX -> parts.add(regex(path, Match.OnPath::new));
    }
    written
        .method()
        .ifPresent(it -> parts.add(new Match.OnMethod(new TextPattern.Exact(it.value()))));
    int headers = named(written.headers(), Match.OnHeader::new, true, parts);
    int queries = named(written.queryParams(), Attribute.Query::new, false, parts);
    Rank.Kind kind =
        switch (type) {
          case EXACT -> Rank.Kind.EXACT;
          case PREFIX -> Rank.Kind.PREFIX;
          case REGEX -> Rank.Kind.REGEX;
        };
    int length = type == PathType.PREFIX ? prefix.length() : path.length();
    var rank = new Rank(kind, length, written.method().isPresent(), headers, queries);
    Optional<String> met = type == PathType.PREFIX ? Optional.of(prefix) : Optional.empty();
    return new Matched(Match.all(parts), rank, met, written.origin());
  }

  /// A call is a request to `/service/method`. That it is POST and of a certain content type is not looked at (measured).
  static Matched of(GrpcRoute.Match written) {
    var parts = new ArrayList<Match>();
    String service = text(written, MethodMatch::service);
    String method = text(written, MethodMatch::method);
    boolean regex =
        written
            .method()
            .flatMap(MethodMatch::type)
            .filter(it -> it.value() == TextType.REGEX)
            .isPresent();
    Rank.Kind kind = Rank.Kind.PREFIX;
    int length = 1;
    if (regex || service.isEmpty() && !method.isEmpty()) {
      String any = "[^/]+";
      String pattern =
          "/"
              + (service.isEmpty() ? any : service)
              + "/"
              + (method.isEmpty() ? any : regex ? method : Regex.quote(method));
      parts.add(regex(pattern, Match.OnPath::new));
      kind = Rank.Kind.REGEX;
      length = pattern.length();
    } else if (!method.isEmpty()) {
      parts.add(new Match.OnPath(new TextPattern.Exact("/" + service + "/" + method)));
      kind = Rank.Kind.EXACT;
      length = service.length() + method.length() + 2;
    } else if (!service.isEmpty()) {
      parts.add(new Match.OnPath(new TextPattern.PathPrefix("/" + service)));
      length = service.length() + 1;
    }
    int headers = named(written.headers(), Match.OnHeader::new, true, parts);
    return new Matched(
        Match.all(parts), rank(kind, length, headers), Optional.empty(), written.origin());
  }

  private static String text(
      GrpcRoute.Match match, Function<MethodMatch, Optional<At<String>>> part) {
    return match.method().flatMap(part).map(At::value).orElse("");
  }

  private static Rank rank(Rank.Kind kind, int length, int headers) {
    return new Rank(kind, length, false, headers, 0);
  }

  /// A prefix with a `/` at its end is the prefix without it.
  private static String withoutSlash(String path) {
    String bare = path;
    while (bare.endsWith("/")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return bare.isEmpty() ? "/" : bare;
  }

  /// Of several entries for one name the first counts. @return how many there are
  private static int named(
      List<NameMatch> written,
      BiFunction<String, TextPattern, Match> predicate,
      boolean folds,
      List<Match> parts) {
    var seen = new HashSet<String>();
    for (NameMatch it : written) {
      String said = it.name().map(At::value).orElse("");
      String name = folds ? said.toLowerCase(Locale.ROOT) : said;
      if (!seen.add(name)) {
        continue;
      }
      String value = it.value().map(At::value).orElse("");
      boolean regex = it.type().filter(type -> type.value() == TextType.REGEX).isPresent();
      parts.add(
          regex
              ? regex(value, pattern -> predicate.apply(name, pattern))
              : predicate.apply(name, new TextPattern.Exact(value)));
    }
    return seen.size();
  }

  /// The whole text has to match. What RE2 refuses may be an expression of another engine.
  private static Match regex(String text, Function<TextPattern, Match> predicate) {
    return Regex.of(text)
        .map(it -> predicate.apply(new TextPattern.FullRegex(it)))
        .orElseGet(() ->
            new Match.Unclear(Match.NONE, Match.ANY, "what `" + text + "` matches is not known"));
  }
}
