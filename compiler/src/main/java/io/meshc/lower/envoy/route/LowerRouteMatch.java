package io.meshc.lower.envoy.route;

import io.meshc.dialect.envoy.HeaderMatch;
import io.meshc.dialect.envoy.StringMatch;
import io.meshc.dialect.envoy.route.RouteMatch;
import io.meshc.dialect.envoy.route.RouteMatch.Parameter;
import io.meshc.dialect.envoy.route.RouteMatch.Path;
import io.meshc.lower.envoy.policy.LowerText;
import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.PlainRegex;
import io.meshc.model.match.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A settled match → matches of routes, any of which has to hold.
public final class LowerRouteMatch {
  private static final String ANY_QUERY = "(\\?.*)?";

  private Optional<Path> path = Optional.empty();
  private final List<HeaderMatch> headers = new ArrayList<>();
  private final List<Parameter> query = new ArrayList<>();

  private LowerRouteMatch() {}

  /// Why a predicate is none of a route's; empty where it is one.
  public static Optional<String> unsaid(Match leaf) {
    return switch (leaf) {
      case Match.OnMethod(var text) -> LowerText.unsaid(text);
      case Match.OnHost(var text) -> LowerText.unsaid(text);
      case Match.OnPath(var text) -> LowerText.unsaid(text);
      case Match.OnHeader(var _, var text) -> LowerText.unsaid(text);
      case Attribute.Scheme(var text) -> LowerText.unsaid(text);
      case Attribute.Query(var _, var text) -> LowerText.unsaid(text);
      case Attribute.FormQuery(var _, var text) -> LowerText.unsaid(text);
      default -> Optional.of("routes of Envoy cannot ask for it");
    };
  }

  /// Each alternative is a route of its own.
  public static List<RouteMatch> of(Match match) {
    return Alternatives.of(match).stream()
        .map(it -> new LowerRouteMatch().alternative(Alternatives.parts(it)))
        .toList();
  }

  private RouteMatch alternative(List<Match> parts) {
    parts.forEach(this::part);
    return new RouteMatch(path.orElse(new Path.Prefix("/", false)), headers, query);
  }

  private void part(Match part) {
    boolean negated = part instanceof Match.Not;
    Match leaf = part instanceof Match.Not(var of) ? of : part;
    switch (leaf) {
      case Match.OnPath(var text) -> path(text, negated);
      case Match.OnMethod(var text) -> header(":method", LowerText.of(text), negated);
      case Match.OnHost(var text) -> header(":authority", LowerText.ignoringCase(text), negated);
      case Match.OnHeader(var name, var text) ->
          header(name.equals("host") ? ":authority" : name, LowerText.of(text), negated);
      case Attribute.Scheme(var text) -> header(":scheme", LowerText.of(text), negated);
      case Attribute.Query(var name, var text) -> parameter(name, text, negated);
      case Attribute.FormQuery(var name, var text) -> parameter(name, text, negated);
      default -> {}
    }
  }

  private void header(String name, Optional<StringMatch> value, boolean negated) {
    headers.add(new HeaderMatch(name, value, negated));
  }

  /// A parameter that must not be there is looked for in the whole path.
  private void parameter(String name, TextPattern text, boolean negated) {
    if (!negated) {
      query.add(new Parameter(name, LowerText.of(text)));
      return;
    }
    String regex =
        "[^?]*\\?(?:.*&)?"
            + io.meshc.model.match.Regex.quote(name)
            + "=(?:"
            + LowerText.regex(text)
            + ")(?:&.*)?";
    header(":path", Optional.of(StringMatch.regex(regex)), true);
  }

  private void path(TextPattern text, boolean negated) {
    TextPattern simple = PlainRegex.simplest(text);
    if (!negated && simple instanceof TextPattern.Anything) {
      return;
    }
    if (negated || path.isPresent()) {
      String regex = "(?:" + LowerText.regex(simple) + ")" + ANY_QUERY;
      header(":path", Optional.of(StringMatch.regex(regex)), negated);
      return;
    }
    path = Optional.of(pathOf(simple, false));
  }

  private static Path pathOf(TextPattern text, boolean ignoreCase) {
    return switch (text) {
      case TextPattern.Exact(var exact) -> new Path.Exact(exact, ignoreCase);
      case TextPattern.Prefix(var start) -> new Path.Prefix(start, ignoreCase);
      case TextPattern.PathPrefix(var start) ->
          start.isEmpty() ? new Path.Prefix("/", false) : new Path.Elements(start, ignoreCase);
      case TextPattern.IgnoreCase(var of) -> pathOf(PlainRegex.simplest(of), true);
      case TextPattern.Anything _,
          TextPattern.NotEmpty _,
          TextPattern.Suffix _,
          TextPattern.Contains _,
          TextPattern.FullRegex _,
          TextPattern.StartRegex _,
          TextPattern.FirstMatch _ ->
          new Path.Regex((ignoreCase ? "(?i)" : "") + LowerText.regex(text));
    };
  }
}
