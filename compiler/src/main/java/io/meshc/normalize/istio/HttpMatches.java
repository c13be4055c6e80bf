package io.meshc.normalize.istio;

import io.meshc.dialect.istio.StringMatch;
import io.meshc.dialect.istio.routing.HttpMatch;
import io.meshc.dialect.istio.routing.VirtualService.TcpMatch;
import io.meshc.dialect.istio.routing.VirtualService.TlsMatch;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.HostPattern;
import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The `match` of VirtualServices → matches.
///
/// Source: istio.io, "VirtualService", HTTPMatchRequest, L4MatchAttributes and TLSMatchAttributes; that `ignoreUriCase` leaves
/// regexes alone was measured.
///
/// @param namespace of the VirtualService, for names of Gateways
record HttpMatches(String namespace) {
  private static final String CLAIMS = "@request.auth.claims";

  Match http(HttpMatch match) {
    var parts = new ArrayList<Match>();
    parts.add(
        match.gateways().isEmpty()
            ? client(match.sourceLabels(), match.sourceNamespace())
            : listeners(match.gateways()));
    match.port().ifPresent(it -> parts.add(new Match.OnServicePort(Ports.number(it))));
    boolean fold = match.ignoreUriCase().map(At::value).orElse(false);
    match.uri().ifPresent(it -> parts.add(uri(it, fold)));
    match.method().ifPresent(it -> parts.add(on(it, Match.OnMethod::new)));
    match.scheme().ifPresent(it -> parts.add(on(it, Attribute.Scheme::new)));
    match
        .authority()
        .ifPresent(it -> parts.add(on(it, text -> new Match.OnHeader(":authority", text))));
    new TreeMap<>(match.headers()).forEach((name, it) -> parts.add(on(it, named(name))));
    new TreeMap<>(match.withoutHeaders()).forEach((name, it) -> parts.add(without(name, it)));
    new TreeMap<>(match.queryParams())
        .forEach((name, it) -> parts.add(on(it, text -> new Attribute.Query(name, text))));
    return Match.all(parts);
  }

  /// `sourceSubnet` is a field that Istio does not look at.
  Match tcp(TcpMatch match) {
    var parts = new ArrayList<Match>();
    parts.add(client(match.sourceLabels(), match.sourceNamespace()));
    parts.add(listeners(match.gateways()));
    match.port().ifPresent(it -> parts.add(new Match.OnServicePort(Ports.number(it))));
    parts.add(subnets(match.destinationSubnets()));
    return Match.all(parts);
  }

  Match tls(TlsMatch match) {
    var parts = new ArrayList<Match>();
    parts.add(client(match.sourceLabels(), match.sourceNamespace()));
    parts.add(listeners(match.gateways()));
    match.port().ifPresent(it -> parts.add(new Match.OnServicePort(Ports.number(it))));
    parts.add(Match.oneOf(match.sniHosts().stream().map(it -> sni(it.value())).toList()));
    parts.add(subnets(match.destinationSubnets()));
    return Match.all(parts);
  }

  /// `mesh`, `name` of the own namespace, or `namespace/name`.
  String listener(String gateway) {
    boolean whole = gateway.equals("mesh") || gateway.indexOf('/') >= 0;
    return whole ? gateway : namespace + "/" + gateway;
  }

  private Match listeners(List<At<String>> gateways) {
    return gateways.isEmpty()
        ? Match.ANY
        : Match.oneOf(
            gateways.stream()
                .<Match>map(it -> new Attribute.Listener(listener(it.value())))
                .toList());
  }

  private static Match client(Map<String, At<String>> labels, Optional<At<String>> namespace) {
    Match byLabels = labels.isEmpty() ? Match.ANY : new Attribute.ClientLabels(Labels.of(labels));
    Match byNamespace =
        namespace
            .filter(it -> !it.value().isEmpty())
            .<Match>map(it -> new Attribute.ClientNamespace(it.value()))
            .orElse(Match.ANY);
    return Match.all(byLabels, byNamespace);
  }

  private static Match sni(String host) {
    var pattern = new HostPattern(host);
    if (pattern.text().equals("*")) {
      return Match.ANY;
    }
    return new Attribute.Sni(
        pattern.isWild()
            ? new TextPattern.Suffix(pattern.text().substring(1))
            : new TextPattern.Exact(pattern.text()));
  }

  private static Match subnets(List<At<String>> subnets) {
    return subnets.isEmpty()
        ? Match.ANY
        : Match.oneOf(
            subnets.stream().map(it -> address(Attribute.Of.DESTINATION, it.value())).toList());
  }

  /// Something that is no block matches nothing: Istio refuses the whole object.
  private static Match address(Attribute.Of of, String block) {
    return AddressBlock.of(block)
        .<Match>map(it -> new Attribute.Address(of, it))
        .orElse(Match.NONE);
  }

  private static Function<TextPattern, Match> named(String name) {
    return name.startsWith(CLAIMS)
        ? text -> new Attribute.Claim(claim(name), text)
        : text -> new Match.OnHeader(name, text);
  }

  /// `@request.auth.claims.a.b`, or with the steps in brackets.
  private static List<String> claim(String name) {
    String rest = name.substring(CLAIMS.length());
    String[] steps =
        rest.startsWith("[")
            ? rest.substring(1, Math.max(1, rest.length() - 1)).split("]\\[", -1)
            : rest.substring(Math.min(1, rest.length())).split("\\.", -1);
    return Arrays.asList(steps);
  }

  /// A header that is not there counts as empty here, unless it is only asked whether it is there. Source: istio/istio,
  /// pilot/pkg/networking/core/route.
  private static Match without(String name, StringMatch match) {
    Match with = on(match, named(name));
    boolean asksForPresence = pattern(match).map(TextPattern.ANYTHING::equals).orElse(false);
    boolean takesEmpty = pattern(match).map(it -> it.accepts("")).orElse(false);
    return takesEmpty && !asksForPresence && !name.startsWith(CLAIMS)
        ? Match.all(new Match.OnHeader(name, TextPattern.ANYTHING), new Match.Not(with))
        : new Match.Not(with);
  }

  private static Match uri(StringMatch match, boolean ignoreCase) {
    boolean folded = ignoreCase && !(match instanceof StringMatch.Regex);
    return on(match, text -> new Match.OnPath(folded ? new TextPattern.IgnoreCase(text) : text));
  }

  private static Match on(StringMatch match, Function<TextPattern, Match> predicate) {
    return pattern(match).map(predicate).orElse(Match.NONE);
  }

  /// Empty for a regex that RE2 refuses: it matches nothing, as Istio refuses the whole object, and parsing said so. The regex
  /// `*` asks whether there is a value.
  static Optional<TextPattern> pattern(StringMatch match) {
    return switch (match) {
      case StringMatch.Exact(var text) -> Optional.of(new TextPattern.Exact(text.value()));
      case StringMatch.Prefix(var text) -> Optional.of(new TextPattern.Prefix(text.value()));
      case StringMatch.Regex(var text) when text.value().equals("*") ->
          Optional.of(TextPattern.ANYTHING);
      case StringMatch.Regex(var text) -> Regex.of(text.value()).map(TextPattern.FullRegex::new);
      case StringMatch.Present _ -> Optional.of(TextPattern.ANYTHING);
    };
  }
}
