package io.meshc.normalize.linkerd;

import io.meshc.diag.CompilerBug;
import io.meshc.dialect.gateway.route.GrpcRoute;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The matches of a rule, each with how specific it is: by how many characters of the path it asks for, whichever way, then by
/// method, headers and query parameters. A prefix that is the whole path asks for all of it.
///
/// Source: linkerd/linkerd2-proxy, linkerd/http/route/src/http/match.rs and src/grpc/match.rs.
///
/// @param weights what counts after the host in a rank
record RequestRanks(Match match, List<Integer> weights) {
  private static final Match POST = new Match.OnMethod(new TextPattern.Exact("POST"));

  /// Empty where Linkerd cannot read the match, and so not the route.
  static Optional<List<RequestRanks>> of(HttpRoute.Match match) {
    var parts = new ArrayList<Match>();
    parts.add(new Match.OnHttp());
    match
        .method()
        .ifPresent(it -> parts.add(new Match.OnMethod(new TextPattern.Exact(it.value()))));
    boolean readable =
        addAll(parts, match.headers(), RequestRanks::header)
            && addAll(parts, match.queryParams(), RequestRanks::parameter);
    List<Integer> rest =
        List.of(
            match.method().isPresent() ? 1 : 0, match.headers().size(), match.queryParams().size());
    return readable
        ? paths(match.path()).map(paths -> paths.stream().map(it -> it.and(parts, rest)).toList())
        : Optional.empty();
  }

  /// Of a rule that asks for nothing.
  static List<RequestRanks> everything() {
    return prefix("/").stream()
        .map(it -> it.and(List.of(new Match.OnHttp()), List.of(0, 0, 0)))
        .toList();
  }

  private RequestRanks and(List<Match> parts, List<Integer> rest) {
    var all = new ArrayList<>(parts);
    all.add(match);
    var ranked = new ArrayList<>(weights);
    ranked.addAll(rest);
    return new RequestRanks(Match.all(all), ranked);
  }

  private static boolean addAll(
      List<Match> parts, List<NameMatch> names, Function<NameMatch, Optional<Match>> read) {
    for (NameMatch it : names) {
      Optional<Match> match = read.apply(it);
      match.ifPresent(parts::add);
      if (match.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Match> header(NameMatch header) {
    String name = header.name().map(At::value).orElse("").toLowerCase(Locale.ROOT);
    return text(header, it -> new Match.OnHeader(name, it));
  }

  private static Optional<Match> parameter(NameMatch parameter) {
    String name = parameter.name().map(At::value).orElse("");
    return text(parameter, it -> new Attribute.FormQuery(name, it));
  }

  private static Optional<Match> text(NameMatch match, Function<TextPattern, Match> as) {
    String value = match.value().map(At::value).orElse("");
    return match.type().map(At::value).filter(it -> it == TextType.REGEX).isPresent()
        ? RustRegex.match(value, as)
        : Optional.of(as.apply(new TextPattern.Exact(value)));
  }

  private static Optional<List<RequestRanks>> paths(Optional<PathMatch> path) {
    PathType type = path.flatMap(PathMatch::type).map(At::value).orElse(PathType.PREFIX);
    String value = path.flatMap(PathMatch::value).map(At::value).orElse("/");
    if (type == PathType.REGEX) {
      return RustRegex.match(value, Match.OnPath::new).map(it -> List.of(whole(it)));
    }
    if (!value.startsWith("/")) {
      return Optional.empty();
    }
    return Optional.of(
        type == PathType.EXACT
            ? List.of(whole(new Match.OnPath(new TextPattern.Exact(value))))
            : prefix(value));
  }

  private static RequestRanks whole(Match match) {
    return new RequestRanks(match, List.of(1, 0));
  }

  private static List<RequestRanks> prefix(String written) {
    if (written.equals("/")) {
      return List.of(
          whole(new Match.OnPath(new TextPattern.Exact("/"))),
          new RequestRanks(Match.ANY, List.of(0, 1)));
    }
    String bare = written.replaceFirst("/+$", "");
    return List.of(
        whole(new Match.OnPath(new TextPattern.Exact(bare))),
        new RequestRanks(
            new Match.OnPath(new TextPattern.PathPrefix(bare)), List.of(0, bare.length())));
  }

  /// A call is a POST to `/SERVICE/METHOD`, whatever stands behind that.
  static Optional<List<RequestRanks>> of(GrpcRoute.Match match) {
    var parts = new ArrayList<Match>();
    parts.add(new Match.OnHttp());
    parts.add(POST);
    Optional<At<TextType>> type = match.method().flatMap(GrpcRoute.MethodMatch::type);
    String service = part(match, GrpcRoute.MethodMatch::service);
    String method = part(match, GrpcRoute.MethodMatch::method);
    boolean regex = type.filter(it -> it.value() == TextType.REGEX).isPresent();
    if (regex || !addAll(parts, match.headers(), RequestRanks::header)) {
      return Optional.empty();
    }
    parts.add(new Match.OnPath(call(service, method)));
    return Optional.of(
        List.of(
            new RequestRanks(
                Match.all(parts),
                List.of(service.length(), method.length(), match.headers().size()))));
  }

  /// Of a rule for calls that asks for nothing, not even for a call.
  static List<RequestRanks> anyCall() {
    return List.of(new RequestRanks(new Match.OnHttp(), List.of(0, 0, 0)));
  }

  private static String part(
      GrpcRoute.Match match, Function<GrpcRoute.MethodMatch, Optional<At<String>>> part) {
    return match.method().flatMap(part).map(At::value).orElse("");
  }

  private static TextPattern call(String service, String method) {
    if (!service.isEmpty()) {
      return method.isEmpty()
          ? new TextPattern.Prefix("/" + service + "/")
          : new TextPattern.PathPrefix("/" + service + "/" + method);
    }
    String regex = method.isEmpty() ? "/[^/]*/.*" : "/[^/]*/" + escaped(method) + "(/.*)?";
    return Regex.of(regex)
        .<TextPattern>map(TextPattern.FullRegex::new)
        .orElseThrow(() -> new CompilerBug(Origin.none(), "no expression: " + regex));
  }

  private static String escaped(String text) {
    return text.replaceAll("([^A-Za-z0-9_])", "\\\\$1");
  }
}
