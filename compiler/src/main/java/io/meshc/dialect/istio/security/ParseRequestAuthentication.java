package io.meshc.dialect.istio.security;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.security.RequestAuthentication.ClaimToHeader;
import io.meshc.dialect.istio.security.RequestAuthentication.JwtHeader;
import io.meshc.dialect.istio.security.RequestAuthentication.JwtRule;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// `spec` of a RequestAuthentication → record.
public final class ParseRequestAuthentication {
  private ParseRequestAuthentication() {}

  public static RequestAuthentication parse(Fields top, Meta meta, List<Problem> problems) {
    Optional<Fields> spec = top.object("spec");
    if (spec.isEmpty()) {
      return new RequestAuthentication(
          meta, Optional.empty(), Optional.empty(), List.of(), List.of());
    }
    Fields fields = spec.get();
    var result =
        new RequestAuthentication(
            meta,
            fields.object("selector").map(ReadTargets::workloadSelector),
            fields.object("targetRef").map(ReadTargets::targetRef),
            fields.objects("targetRefs").stream().map(ReadTargets::targetRef).toList(),
            fields.objects("jwtRules").stream().map(ParseRequestAuthentication::jwtRule).toList());
    fields.done();
    return result;
  }

  private static JwtRule jwtRule(Fields fields) {
    var result =
        new JwtRule(
            fields.string("issuer"),
            fields.strings("audiences"),
            fields.string("jwksUri"),
            fields.string("jwks_uri"),
            fields.string("jwks"),
            fields.objects("fromHeaders").stream()
                .map(ParseRequestAuthentication::jwtHeader)
                .toList(),
            fields.strings("fromParams"),
            fields.strings("fromCookies"),
            fields.string("outputPayloadToHeader"),
            fields.objects("outputClaimToHeaders").stream()
                .map(ParseRequestAuthentication::claimToHeader)
                .toList(),
            fields.bool("forwardOriginalToken"),
            fields.string("timeout"),
            fields.strings("spaceDelimitedClaims"),
            fields.origin());
    fields.done();
    return result;
  }

  private static JwtHeader jwtHeader(Fields fields) {
    var result = new JwtHeader(fields.string("name"), fields.string("prefix"), fields.origin());
    fields.done();
    return result;
  }

  private static ClaimToHeader claimToHeader(Fields fields) {
    var result =
        new ClaimToHeader(fields.string("header"), fields.string("claim"), fields.origin());
    fields.done();
    return result;
  }
}
