package io.meshc.normalize.istio;

import io.meshc.dialect.istio.security.RequestAuthentication;
import io.meshc.dialect.istio.security.RequestAuthentication.JwtHeader;
import io.meshc.dialect.istio.security.RequestAuthentication.JwtRule;
import io.meshc.model.proxy.TokenPolicy;
import io.meshc.model.proxy.TokenPolicy.Issuer;
import io.meshc.model.proxy.TokenPolicy.TokenHeader;
import io.meshc.model.proxy.TokenPolicy.Verification;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// RequestAuthentication → which tokens its workloads take. Where the keys come from changes nothing here: whether a token is
/// signed by one of them is said with the request.
///
/// Source: istio.io, "RequestAuthentication".
final class NormalizeRequestAuthentication {
  private NormalizeRequestAuthentication() {}

  static void normalize(RequestAuthentication policy, IstioPlane plane, Ledger ledger) {
    var issuers = policy.jwtRules().stream().map(NormalizeRequestAuthentication::issuer).toList();
    Targets.of(policy, plane)
        .forEach(it ->
            ledger.add(
                new TokenPolicy(
                    policy.meta().id(), IstioPlane.ID, it, issuers, policy.meta().origin())));
  }

  /// Two of them always are. Source: istio.io, "RequestAuthentication", field `spaceDelimitedClaims`.
  private static Set<String> split(JwtRule rule) {
    var claims = new HashSet<>(Set.of("scope", "permission"));
    rule.spaceDelimitedClaims().forEach(it -> claims.add(it.value()));
    return claims;
  }

  private static Set<String> written(JwtRule rule) {
    var headers = new HashSet<String>();
    rule.outputPayloadToHeader().ifPresent(it -> headers.add(it.value().toLowerCase(Locale.ROOT)));
    rule.outputClaimToHeaders().stream()
        .flatMap(it -> it.header().stream())
        .forEach(it -> headers.add(it.value().toLowerCase(Locale.ROOT)));
    return headers;
  }

  private static Issuer issuer(JwtRule rule) {
    boolean elsewhere =
        !rule.fromHeaders().isEmpty()
            || !rule.fromParams().isEmpty()
            || !rule.fromCookies().isEmpty();
    return new Issuer(
        rule.issuer().map(At::value).orElse(""),
        rule.audiences().stream().map(At::value).toList(),
        elsewhere,
        rule.forwardOriginalToken().map(At::value).orElse(false),
        written(rule),
        split(rule),
        verification(rule),
        rule.origin());
  }

  private static Verification verification(JwtRule rule) {
    var claims = new HashMap<String, String>();
    rule.outputClaimToHeaders()
        .forEach(it ->
            it.header()
                .ifPresent(header ->
                    it.claim().ifPresent(claim -> claims.put(header.value(), claim.value()))));
    return new Verification(
        rule.jwks().map(At::value).orElse(""),
        rule.jwksUri().or(rule::jwksUriOld).map(At::value).orElse(""),
        rule.fromHeaders().stream().map(NormalizeRequestAuthentication::header).toList(),
        rule.fromParams().stream().map(At::value).toList(),
        rule.fromCookies().stream().map(At::value).toList(),
        rule.outputPayloadToHeader().map(At::value).orElse(""),
        claims);
  }

  private static TokenHeader header(JwtHeader it) {
    return new TokenHeader(
        it.name().map(At::value).orElse(""), it.prefix().map(At::value).orElse(""));
  }
}
