package io.meshc.dialect.istio.security;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// Which tokens are taken. A request without a token passes, one with a token that no rule takes does not.
public record RequestAuthentication(
    Meta meta,
    Optional<WorkloadSelector> selector,
    Optional<TargetRef> targetRef,
    List<TargetRef> targetRefs,
    List<JwtRule> jwtRules)
    implements Resource {
  public RequestAuthentication {
    targetRefs = List.copyOf(targetRefs);
    jwtRules = List.copyOf(jwtRules);
  }

  /// @param jwks the keys themselves
  /// @param jwksUriOld the field as `jwks_uri`
  /// @param audiences any of which a token must name; none for all
  public record JwtRule(
      Optional<At<String>> issuer,
      List<At<String>> audiences,
      Optional<At<String>> jwksUri,
      Optional<At<String>> jwksUriOld,
      Optional<At<String>> jwks,
      List<JwtHeader> fromHeaders,
      List<At<String>> fromParams,
      List<At<String>> fromCookies,
      Optional<At<String>> outputPayloadToHeader,
      List<ClaimToHeader> outputClaimToHeaders,
      Optional<At<Boolean>> forwardOriginalToken,
      Optional<At<String>> timeout,
      List<At<String>> spaceDelimitedClaims,
      Origin origin) {
    public JwtRule {
      audiences = List.copyOf(audiences);
      fromHeaders = List.copyOf(fromHeaders);
      fromParams = List.copyOf(fromParams);
      fromCookies = List.copyOf(fromCookies);
      outputClaimToHeaders = List.copyOf(outputClaimToHeaders);
      spaceDelimitedClaims = List.copyOf(spaceDelimitedClaims);
    }
  }

  /// @param prefix before the token, such as `Bearer `
  public record JwtHeader(Optional<At<String>> name, Optional<At<String>> prefix, Origin origin) {}

  public record ClaimToHeader(
      Optional<At<String>> header, Optional<At<String>> claim, Origin origin) {}
}
