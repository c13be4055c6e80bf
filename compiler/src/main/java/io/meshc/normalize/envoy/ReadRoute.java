package io.meshc.normalize.envoy;

import io.meshc.model.Route;
import io.meshc.model.Route.Edit;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// `envoy.config.route.v3.Route` → a rule of a route.
///
/// @param backend what a cluster is, as the proxy knows it
record ReadRoute(Function<String, Endpoint> backend) {

  /// The Service that stands for a cluster.
  record Endpoint(ServiceName service, int port) {}

  /// @param host the virtual host, whose edits come after the route's own
  /// @param also who is meant at all
  Route.Rule rule(Tree route, Tree host, Match also) {
    Match match = Match.all(also, match(route.at("match")));
    var edits = new ArrayList<>(edits(route));
    edits.addAll(headers(route));
    edits.addAll(headers(host));
    return new Route.Rule(
        At.of(match, route.origin()),
        isBackendMissing(route) ? List.of(missing(route)) : backends(route.at("route")),
        edits,
        answer(route),
        abort(route),
        Optional.empty());
  }

  /// An answer of 500 without a word: control planes put it in the place of backends that are not there.
  private static boolean isBackendMissing(Tree route) {
    Tree answer = route.at("direct_response");
    return answer.number("status", 0) == 500 && !answer.has("body");
  }

  private static Route.Backend missing(Tree route) {
    return new Route.Backend(
        At.of(new ServiceName("", ""), route.origin()),
        OptionalInt.empty(),
        At.of(1, route.origin()),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new Route.Standing.Refused("answers 500 in the place of a backend"));
  }

  static Match match(Tree it) {
    var parts = new ArrayList<Match>();
    parts.add(path(it));
    it.each("headers").forEach(header -> parts.add(ReadText.header(header)));
    it.each("query_parameters").forEach(query -> parts.add(query(query)));
    if (it.has("grpc")) {
      parts.add(new Match.OnHeader("content-type", new TextPattern.Prefix("application/grpc")));
    }
    for (String key :
        List.of("runtime_fraction", "tls_context", "dynamic_metadata", "filter_state", "cookies")) {
      if (it.has(key)) {
        parts.add(ReadText.unclear("`" + key + "` of a route"));
      }
    }
    return Match.all(parts);
  }

  private static Match path(Tree it) {
    Optional<TextPattern> pattern = Optional.empty();
    if (it.has("prefix")) {
      pattern =
          Optional.of(
              it.text("prefix").equals("/")
                  ? TextPattern.ANYTHING
                  : new TextPattern.Prefix(it.text("prefix")));
    } else if (it.has("path")) {
      pattern = Optional.of(new TextPattern.Exact(it.text("path")));
    } else if (it.has("path_separated_prefix")) {
      pattern = Optional.of(new TextPattern.PathPrefix(it.text("path_separated_prefix")));
    } else if (it.has("safe_regex")) {
      pattern = ReadText.regex(it.at("safe_regex").text("regex"));
    }
    if (pattern.isEmpty()) {
      return ReadText.unclear("the path of a route");
    }
    if (pattern.get() instanceof TextPattern.Anything) {
      return Match.ANY;
    }
    boolean anyCase = it.text("case_sensitive").equals("false") && !it.has("safe_regex");
    return new Match.OnPath(anyCase ? new TextPattern.IgnoreCase(pattern.get()) : pattern.get());
  }

  private static Match query(Tree it) {
    if (it.flag("present_match")) {
      return new Attribute.Query(it.text("name"), TextPattern.ANYTHING);
    }
    return ReadText.pattern(it.at("string_match"))
        .<Match>map(value -> new Attribute.Query(it.text("name"), value))
        .orElseGet(() -> ReadText.unclear("a query parameter of a route"));
  }

  private List<Route.Backend> backends(Tree action) {
    var backends = new ArrayList<Route.Backend>();
    if (action.has("cluster")) {
      backends.add(backend(action.text("cluster"), 1, action, List.of()));
    }
    for (Tree it : action.at("weighted_clusters").each("clusters")) {
      backends.add(backend(it.text("name"), it.wrapped("weight", 0), it, headers(it)));
    }
    return backends;
  }

  Route.Backend backend(String cluster, int weight, Tree at, List<Edit> edits) {
    Endpoint endpoint = backend.apply(cluster);
    return new Route.Backend(
        At.of(endpoint.service(), at.origin()),
        OptionalInt.of(endpoint.port()),
        At.of(weight, at.origin()),
        Optional.empty(),
        Optional.empty(),
        edits);
  }

  private static List<Edit> edits(Tree route) {
    Tree action = route.at("route");
    Tree match = route.at("match");
    var edits = new ArrayList<Edit>();
    if (action.has("prefix_rewrite")) {
      String to = action.text("prefix_rewrite");
      edits.add(
          match.has("path")
              ? new Edit.WholePath(to)
              : match.has("path_separated_prefix")
                  ? new Edit.PathStart(match.text("path_separated_prefix"), to)
                  : new Edit.PathStart(match.text("prefix"), to));
    }
    if (action.has("regex_rewrite")) {
      Tree rewrite = action.at("regex_rewrite");
      Regex.of(rewrite.at("pattern").text("regex"))
          .ifPresent(it -> edits.add(new Edit.PathRegex(it, rewrite.text("substitution"))));
    }
    if (action.has("host_rewrite_literal")) {
      edits.add(new Edit.Authority(action.text("host_rewrite_literal")));
    }
    return edits;
  }

  static List<Edit> headers(Tree holder) {
    var edits = new ArrayList<Edit>();
    for (String name : holder.texts("request_headers_to_remove")) {
      edits.add(new Edit.RemoveHeader(name.toLowerCase(Locale.ROOT)));
    }
    for (Tree it : holder.each("request_headers_to_add")) {
      String name = it.at("header").text("key").toLowerCase(Locale.ROOT);
      String value = it.at("header").text("value");
      boolean appends =
          it.has("append_action")
              ? it.text("append_action").startsWith("APPEND")
              : !it.at("append").text().equals("false");
      if (value.contains("%")) {
        edits.add(new Edit.Compute(name));
      } else if (name.equals(":authority") || name.equals("host")) {
        edits.add(new Edit.Authority(value));
      } else {
        edits.add(appends ? new Edit.AddHeader(name, value) : new Edit.SetHeader(name, value));
      }
    }
    return edits;
  }

  private static Optional<At<Route.Answer>> answer(Tree route) {
    if (isBackendMissing(route)) {
      return Optional.empty();
    }
    if (route.has("direct_response")) {
      int status = route.at("direct_response").number("status", 200);
      return Optional.of(
          At.of(new Route.Answer.Respond(status), route.at("direct_response").origin()));
    }
    if (!route.has("redirect")) {
      return Optional.empty();
    }
    int status =
        switch (route.at("redirect").text("response_code")) {
          case "FOUND" -> 302;
          case "SEE_OTHER" -> 303;
          case "TEMPORARY_REDIRECT" -> 307;
          case "PERMANENT_REDIRECT" -> 308;
          default -> 301;
        };
    return Optional.of(At.of(new Route.Answer.Redirect(status), route.at("redirect").origin()));
  }

  private static Optional<At<Route.Abort>> abort(Tree route) {
    Tree abort = route.at("typed_per_filter_config").at("envoy.filters.http.fault").at("abort");
    if (!abort.has("http_status")) {
      return Optional.empty();
    }
    double whole =
        switch (abort.at("percentage").text("denominator")) {
          case "TEN_THOUSAND" -> 10_000;
          case "MILLION" -> 1_000_000;
          default -> 100;
        };
    double share = abort.at("percentage").number("numerator", 0) / whole;
    return Optional.of(
        At.of(new Route.Abort(abort.number("http_status", 503), share), abort.origin()));
  }
}
