package io.meshc.normalize.istio;

import io.meshc.dialect.istio.Gap;
import io.meshc.dialect.istio.StringMatch;
import io.meshc.dialect.istio.routing.HttpMatch;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.dialect.istio.routing.VirtualService.TcpMatch;
import io.meshc.dialect.istio.routing.VirtualService.TcpRoute;
import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// The `match` of VirtualServices → matches.
///
/// Source: istio.io, "VirtualService", HTTPMatchRequest and L4MatchAttributes; that `ignoreUriCase` leaves regexes alone was
/// measured.
final class HttpMatches {
  private HttpMatches() {}

  static At<Match> of(HttpRoute route) {
    Match match =
        route.match().isEmpty()
            ? Match.ANY
            : Match.oneOf(route.match().stream().map(HttpMatches::http).toList());
    return At.of(match, route.origin());
  }

  static At<Match> of(TcpRoute route) {
    Match match =
        route.match().isEmpty()
            ? Match.ANY
            : Match.oneOf(route.match().stream().map(HttpMatches::tcp).toList());
    return At.of(match, route.origin());
  }

  /// The requests to ports for which there is no HTTP route at all; empty if every port has one.
  static Optional<Match> otherPorts(VirtualService source) {
    var ports = new TreeSet<Integer>();
    for (HttpRoute route : source.http()) {
      if (route.match().isEmpty()) {
        return Optional.empty();
      }
      for (HttpMatch match : route.match()) {
        if (match.port().isEmpty()) {
          return Optional.empty();
        }
        ports.add(Ports.number(match.port().get()));
      }
    }
    List<Match> others =
        ports.stream().<Match>map(it -> new Match.Not(new Match.OnServicePort(it))).toList();
    return Optional.of(Match.all(others));
  }

  private static Match http(HttpMatch match) {
    var parts = new ArrayList<Match>();
    match.port().ifPresent(it -> parts.add(new Match.OnServicePort(Ports.number(it))));
    match
        .uri()
        .ifPresent(it -> parts.add(uri(it, match.ignoreUriCase().map(At::value).orElse(false))));
    match.method().ifPresent(it -> parts.add(on(it, Match.OnMethod::new)));
    match
        .authority()
        .ifPresent(it -> parts.add(on(it, text -> new Match.OnHeader(":authority", text))));
    new TreeMap<>(match.headers())
        .forEach((name, it) -> parts.add(on(it, text -> new Match.OnHeader(name, text))));
    new TreeMap<>(match.withoutHeaders())
        .forEach(
            (name, it) -> parts.add(new Match.Not(on(it, text -> new Match.OnHeader(name, text)))));
    return unlessGap(Match.all(parts), Gaps.of(match));
  }

  private static Match tcp(TcpMatch match) {
    Match known =
        match.port().<Match>map(it -> new Match.OnServicePort(Ports.number(it))).orElse(Match.ANY);
    boolean narrower =
        !match.destinationSubnets().isEmpty()
            || match.sourceSubnet().isPresent()
            || !match.sourceLabels().isEmpty()
            || match.sourceNamespace().isPresent()
            || !match.gateways().isEmpty();
    return narrower
        ? new Match.Unclear(Match.NONE, known, "`" + match.origin().path() + "` is not modelled")
        : known;
  }

  private static Match unlessGap(Match known, List<Gap> gaps) {
    return gaps.isEmpty()
        ? known
        : new Match.Unclear(Match.NONE, known, "`" + gaps.getFirst().field() + "` is not modelled");
  }

  private static Match uri(StringMatch match, boolean ignoreCase) {
    boolean folded = ignoreCase && !(match instanceof StringMatch.Regex);
    return on(match, text -> new Match.OnPath(folded ? new TextPattern.IgnoreCase(text) : text));
  }

  /// A regex that RE2 refuses matches nothing here: Istio refuses the whole object, and parsing said so.
  private static Match on(StringMatch match, Function<TextPattern, Match> predicate) {
    return switch (match) {
      case StringMatch.Exact(var text) -> predicate.apply(new TextPattern.Exact(text.value()));
      case StringMatch.Prefix(var text) -> predicate.apply(new TextPattern.Prefix(text.value()));
      case StringMatch.Regex(var text) ->
          Regex.of(text.value())
              .map(it -> predicate.apply(new TextPattern.FullRegex(it)))
              .orElse(Match.NONE);
      case StringMatch.Present _ -> predicate.apply(TextPattern.ANYTHING);
    };
  }
}
