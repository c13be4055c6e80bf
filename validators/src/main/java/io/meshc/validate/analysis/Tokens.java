package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Request;
import io.meshc.model.Workload;
import io.meshc.model.proxy.Token;
import io.meshc.model.proxy.TokenPolicy;
import io.meshc.model.proxy.TokenPolicy.Issuer;
import io.meshc.source.Origin;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Question;
import io.meshc.validate.question.Question.Bearer;
import io.meshc.validate.question.Question.Signature;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What the proxy of a workload makes of the token of a request. Where no policy takes tokens there is none, whatever the request
/// holds.
final class Tokens {
  private final Lookup lookup;

  Tokens(Lookup lookup) {
    this.lookup = lookup;
  }

  /// @param writes headers that get what is in the token
  /// @param refusal the status, where the token is refused
  /// @param unknown what would have to be known, else `""`
  record Verdict(Optional<Token> token, Set<String> writes, OptionalInt refusal, String unknown) {
    static final Verdict NONE = new Verdict(Optional.empty(), Set.of(), OptionalInt.empty(), "");

    /// The request with what is known by the token.
    Request verified(Request request) {
      var unclear = new HashSet<>(request.context().unclear());
      unclear.addAll(writes);
      return request.in(request.context().verified(token).unclear(unclear));
    }
  }

  Verdict at(Workload workload, Plane plane, Request request, Bearer bearer, List<Step> steps) {
    return at(Inbound.Point.of(workload, lookup), plane, request, bearer, steps);
  }

  Verdict at(Inbound.Point point, Plane plane, Request request, Bearer bearer, List<Step> steps) {
    List<TokenPolicy> policies = policies(point, plane);
    boolean none = bearer.signature() == Signature.NONE || !request.isHttp();
    // A preflight request passes the filter as if it had no token. Source: istio/istio, authn.
    if (none || policies.isEmpty() || Follow.isPreflight(request)) {
      return Verdict.NONE;
    }
    Token token = bearer.token();
    List<Issuer> issuers =
        policies.stream()
            .flatMap(it -> it.issuers().stream())
            .filter(it -> it.isOf(token))
            .toList();
    if (issuers.stream().anyMatch(Issuer::elsewhere)) {
      return new Verdict(
          Optional.empty(),
          Set.of(),
          OptionalInt.empty(),
          "tokens are taken from another place than the `Authorization` header, and the request"
              + " does not say where its token is");
    }
    TokenPolicy first = policies.getFirst();
    if (issuers.isEmpty()) {
      return refuse(first, first.origin(), 401, "no rule is for the issuer of the token", steps);
    }
    List<Issuer> fitting = issuers.stream().filter(it -> it.takes(token)).toList();
    if (fitting.isEmpty()) {
      Origin origin = issuers.getFirst().origin();
      return refuse(first, origin, 403, "the token is for another audience", steps);
    }
    Origin origin = fitting.getFirst().origin();
    if (bearer.signature() == Signature.INVALID) {
      return refuse(first, origin, 401, "the signature of the token does not hold", steps);
    }
    steps.add(step(first, origin, true, "the token is taken"));
    Issuer issuer = fitting.getFirst();
    return new Verdict(
        Optional.of(token.split(issuer.splits())), issuer.writes(), OptionalInt.empty(), "");
  }

  /// What is left of the token behind the proxy of a workload: one that was taken goes no further unless a rule says so.
  Bearer after(Workload workload, Plane plane, Bearer bearer) {
    boolean kept =
        policies(Inbound.Point.of(workload, lookup), plane).stream()
            .flatMap(it -> it.issuers().stream())
            .filter(it -> it.isOf(bearer.token()))
            .allMatch(Issuer::forwards);
    return kept ? bearer : Question.More.NOTHING.bearer();
  }

  private List<TokenPolicy> policies(Inbound.Point point, Plane plane) {
    return lookup.mesh().proxies().tokens().stream()
        .filter(it -> it.plane().equals(plane.id()) && point.isOf().test(it.scope()))
        .toList();
  }

  private static Verdict refuse(
      TokenPolicy policy, Origin origin, int status, String because, List<Step> steps) {
    steps.add(step(policy, origin, false, because));
    return new Verdict(Optional.empty(), Set.of(), OptionalInt.of(status), "");
  }

  private static Step step(TokenPolicy policy, Origin origin, boolean matched, String because) {
    return new Step("token", Optional.of(policy.resource()), origin, matched, because);
  }
}
