package io.meshc.lower.istio;

import io.meshc.dialect.istio.StringMatch;
import io.meshc.dialect.istio.routing.HttpMatch;
import io.meshc.model.Protocol;
import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.PlainRegex;
import io.meshc.model.match.TextPattern;
import io.meshc.source.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One alternative → the `match` of an HTTP route, whose regexes Envoy reads as the model does.
///
/// Source: istio.io, "VirtualService", HTTPMatchRequest.
final class WriteHttpMatch {
  private final Map<String, StringMatch> headers = new TreeMap<>();
  private final Map<String, StringMatch> without = new TreeMap<>();
  private Optional<StringMatch> uri = Optional.empty();
  private Optional<StringMatch> method = Optional.empty();
  private Optional<StringMatch> authority = Optional.empty();
  private boolean sayable = true;

  private WriteHttpMatch() {}

  /// Empty where Istio cannot say it.
  static Optional<HttpMatch> of(Match alternative, int port, Origin origin) {
    var writer = new WriteHttpMatch();
    Alternatives.parts(alternative).forEach(writer::add);
    return writer.sayable
        ? Optional.of(
            HttpMatch.of(
                writer.uri,
                writer.method,
                writer.authority,
                writer.headers,
                writer.without,
                Translation.at((long) port),
                origin))
        : Optional.empty();
  }

  /// A match at a port and protocol that are known. INVARIANT: `Not` stands at single predicates only.
  static Match at(Match match, int port, Protocol protocol) {
    boolean http = protocol == Protocol.HTTP;
    return switch (match) {
      case Match.OnServicePort(var wanted) -> wanted == port ? Match.ANY : Match.NONE;
      case Match.OnHttp _ -> http ? Match.ANY : Match.NONE;
      case Match.OnMethod _, Match.OnHost _, Match.OnPath _, Match.OnHeader _, Match.ChangedBy _ ->
          http ? match : Match.NONE;
      case Match.Not(var of) -> not(at(of, port, protocol));
      case Match.All(var of) -> Match.all(of.stream().map(it -> at(it, port, protocol)).toList());
      case Match.OneOf(var of) ->
          Match.oneOf(of.stream().map(it -> at(it, port, protocol)).toList());
      case Match.Any _,
          Match.None _,
          Match.OnWorkloadPort _,
          Match.OnIdentity _,
          Match.OnSourceNamespace _,
          Attribute _,
          Match.Unclear _ ->
          match;
    };
  }

  private static Match not(Match of) {
    return switch (of) {
      case Match.Any _ -> Match.NONE;
      case Match.None _ -> Match.ANY;
      default -> new Match.Not(of);
    };
  }

  private void add(Match part) {
    switch (part) {
      case Match.Any _ -> {}
      case Match.OnPath(TextPattern.Anything _) -> {}
      case Match.OnMethod(TextPattern.Anything _) -> {}
      case Match.OnPath(var path) -> uri = once(uri, path);
      case Match.OnMethod(var text) -> method = once(method, text);
      case Match.OnHost(var host) -> authority = once(authority, new TextPattern.IgnoreCase(host));
      case Match.OnHeader(var name, var value) -> {
        if (name.equals("host") || name.equals(":authority")) {
          authority = once(authority, value);
        } else {
          put(headers, name, value);
        }
      }
      case Match.Not(Match.OnHeader(var name, var value)) -> put(without, name, value);
      case Match.None _,
          Match.OnHttp _,
          Match.OnServicePort _,
          Match.OnWorkloadPort _,
          Match.OnIdentity _,
          Match.OnSourceNamespace _,
          Match.ChangedBy _,
          Attribute _,
          Match.Unclear _,
          Match.Not _,
          Match.All _,
          Match.OneOf _ ->
          sayable = false;
    }
  }

  private Optional<StringMatch> once(Optional<StringMatch> before, TextPattern pattern) {
    Optional<StringMatch> match = string(pattern);
    sayable &= before.isEmpty() && match.isPresent();
    return match;
  }

  private void put(Map<String, StringMatch> matches, String name, TextPattern value) {
    Optional<StringMatch> match =
        value instanceof TextPattern.Anything
            ? Optional.of(new StringMatch.Present(Origin.none()))
            : string(value);
    sayable &= match.isPresent() && !matches.containsKey(name);
    match.ifPresent(it -> matches.put(name, it));
  }

  private static Optional<StringMatch> string(TextPattern pattern) {
    TextPattern simplest = PlainRegex.simplest(pattern);
    if (simplest instanceof TextPattern.Exact(var text) && !text.isEmpty()) {
      return Optional.of(new StringMatch.Exact(Translation.at(text)));
    }
    if (simplest instanceof TextPattern.Prefix(var text) && !text.isEmpty()) {
      return Optional.of(new StringMatch.Prefix(Translation.at(text)));
    }
    return LowerText.regex(pattern).map(it -> new StringMatch.Regex(Translation.at(it)));
  }
}
