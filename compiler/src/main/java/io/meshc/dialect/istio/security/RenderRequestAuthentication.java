package io.meshc.dialect.istio.security;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.security.RequestAuthentication.ClaimToHeader;
import io.meshc.dialect.istio.security.RequestAuthentication.JwtHeader;
import io.meshc.dialect.istio.security.RequestAuthentication.JwtRule;
import io.meshc.yaml.Node;

/// RequestAuthentication → node, in version v1.
public final class RenderRequestAuthentication {
  private RenderRequestAuthentication() {}

  public static Node.Mapping render(RequestAuthentication it) {
    Node.Mapping spec =
        new Branch()
            .object("selector", it.selector(), RenderTargets::workloadSelector)
            .object("targetRef", it.targetRef(), RenderTargets::targetRef)
            .objects("targetRefs", it.targetRefs(), RenderTargets::targetRef)
            .objects("jwtRules", it.jwtRules(), RenderRequestAuthentication::jwtRule)
            .node();
    return Branch.object("security.istio.io/v1", it.meta(), spec);
  }

  private static Node.Mapping jwtRule(JwtRule it) {
    return new Branch()
        .text("issuer", it.issuer())
        .texts("audiences", it.audiences())
        .text("jwksUri", it.jwksUri())
        .text("jwks_uri", it.jwksUriOld())
        .text("jwks", it.jwks())
        .objects("fromHeaders", it.fromHeaders(), RenderRequestAuthentication::jwtHeader)
        .texts("fromParams", it.fromParams())
        .texts("fromCookies", it.fromCookies())
        .text("outputPayloadToHeader", it.outputPayloadToHeader())
        .objects(
            "outputClaimToHeaders",
            it.outputClaimToHeaders(),
            RenderRequestAuthentication::claimToHeader)
        .flag("forwardOriginalToken", it.forwardOriginalToken())
        .text("timeout", it.timeout())
        .texts("spaceDelimitedClaims", it.spaceDelimitedClaims())
        .node();
  }

  private static Node.Mapping jwtHeader(JwtHeader it) {
    return new Branch().text("name", it.name()).text("prefix", it.prefix()).node();
  }

  private static Node.Mapping claimToHeader(ClaimToHeader it) {
    return new Branch().text("header", it.header()).text("claim", it.claim()).node();
  }
}
