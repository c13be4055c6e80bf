package io.meshc.lower.envoy.policy;

import io.meshc.dialect.envoy.Block;
import io.meshc.dialect.envoy.StringMatch;
import io.meshc.dialect.envoy.rbac.Principal;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import java.util.List;
import java.util.Optional;

/// What a rule asks of a client → principals.
public final class LowerPrincipal {
  private static final String SCHEME = "spiffe://";

  private LowerPrincipal() {}

  /// Why a predicate is none of a principal; empty where it is one.
  public static Optional<String> unsaid(Match leaf) {
    return switch (leaf) {
      case Match.OnIdentity(var text) -> LowerText.unsaid(text);
      case Match.OnSourceNamespace(var text) -> LowerText.unsaid(text);
      case Match.OnMethod(var text) -> LowerText.unsaid(text);
      case Match.OnHost(var text) -> LowerText.unsaid(text);
      case Match.OnPath(var text) -> LowerText.unsaid(text);
      case Match.OnHeader(var _, var text) -> LowerText.unsaid(text);
      case Attribute.Scheme(var text) -> LowerText.unsaid(text);
      case Attribute.TrustDomain(var text) -> LowerText.unsaid(text);
      case Attribute.Claim(var _, var text) -> LowerText.unsaid(text);
      case Attribute.Address(var of, var _) when of != Attribute.Of.DESTINATION -> Optional.empty();
      case Attribute.InCluster _, Attribute.Loopback _ -> Optional.empty();
      default -> Optional.of("Envoy's policies cannot ask for it of a client");
    };
  }

  static Principal of(Match match) {
    return switch (match) {
      case Match.Not(var of) -> new Principal.Not(of(of));
      case Match.All(var of) -> new Principal.And(each(of));
      case Match.OneOf(var of) -> new Principal.Or(each(of));
      case Match.OnIdentity(TextPattern.Prefix(var start)) when start.startsWith(SCHEME) ->
          other(start);
      case Match.OnIdentity(var text) -> new Principal.Authenticated(identity(text));
      case Match.OnSourceNamespace(var text) ->
          authenticated("[^/]+/ns/(?:" + element(text) + ")/sa/[^/]+");
      case Attribute.TrustDomain(var text) -> authenticated("(?:" + element(text) + ")/.*");
      case Match.OnMethod(var text) -> header(":method", text, false);
      case Match.OnHost(var text) -> header(":authority", text, true);
      case Match.OnPath(var text) ->
          LowerText.of(text).<Principal>map(Principal.Path::new).orElse(new Principal.Any());
      case Match.OnHeader(var name, var text) -> header(name, text, false);
      case Attribute.Scheme(var text) -> header(":scheme", text, false);
      case Attribute.Claim(var path, var text) -> claim(path, text);
      case Attribute.Address(var of, var block) ->
          of == Attribute.Of.SOURCE
              ? new Principal.DirectAddress(LowerPermission.block(block))
              : new Principal.RemoteAddress(LowerPermission.block(block));
      case Attribute.InCluster(var networks) ->
          new Principal.Or(
              networks.stream()
                  .<Principal>map(it -> new Principal.DirectAddress(LowerPermission.block(it)))
                  .toList());
      case Attribute.Loopback _ ->
          new Principal.Or(
              List.of(
                  new Principal.DirectAddress(new Block("127.0.0.1", 32)),
                  new Principal.DirectAddress(new Block("::1", 128))));
      default -> new Principal.Any();
    };
  }

  private static List<Principal> each(List<Match> parts) {
    return parts.stream().map(LowerPrincipal::of).toList();
  }

  private static Principal header(String name, TextPattern text, boolean ignoreCase) {
    return new Principal.Header(LowerPermission.headerMatch(name, text, ignoreCase));
  }

  /// A part of an identity: no `/` is in it.
  private static String element(TextPattern text) {
    return switch (text) {
      case TextPattern.Anything _ -> "[^/]*";
      case TextPattern.Prefix(var start) -> Regex.quote(start) + "[^/]*";
      case TextPattern.Suffix(var end) -> "[^/]*" + Regex.quote(end);
      default -> LowerText.regex(text);
    };
  }

  private static Principal authenticated(String regex) {
    return new Principal.Authenticated(StringMatch.regex(SCHEME + regex));
  }

  /// Accounts are known without the scheme: with it somebody is meant who is none.
  private static Principal other(String start) {
    return new Principal.And(
        List.of(
            new Principal.Authenticated(StringMatch.prefix(start)),
            new Principal.Not(authenticated("[^/]+/ns/[^/]+/sa/[^/]+"))));
  }

  /// The names of identities are URIs in certificates.
  public static StringMatch identity(TextPattern text) {
    return switch (text) {
      case TextPattern.Exact(var name) -> StringMatch.exact(uri(name));
      case TextPattern.Prefix(var start) -> StringMatch.prefix(uri(start));
      case TextPattern.Anything _ -> StringMatch.prefix(SCHEME);
      default -> StringMatch.regex(SCHEME + "(?:" + LowerText.regex(text) + ")");
    };
  }

  private static String uri(String name) {
    return name.startsWith(SCHEME) ? name : SCHEME + name;
  }

  /// A claim is a text, or a list of texts.
  private static Principal claim(List<String> path, TextPattern text) {
    StringMatch match = LowerText.of(text).orElse(StringMatch.regex(".*"));
    return new Principal.Or(
        List.of(new Principal.Claim(path, match, false), new Principal.Claim(path, match, true)));
  }
}
