package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Condition;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Operation;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Rule;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Source;
import io.meshc.model.Authorization.Effect;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a rule says of clients and of requests.
///
/// On a raw TCP connection an ALLOW rule with any HTTP attribute is dropped whole (measured), and a DENY rule is taken without
/// those attributes, so that it denies more. Source: istio.io, "Authorization Policy", on TCP; istio/istio,
/// pilot/pkg/security/authz/model.
final class RuleMatches {
  private static final String HEADER = "request.headers[";
  private static final String CLAIMS = "request.auth.claims[";

  private final AuthorizationPolicy policy;
  private final IstioPlane plane;
  private final Effect effect;
  private final Marks marks;
  private final List<Problem> problems;
  private final List<Match> clientConditions = new ArrayList<>();
  private final List<Match> requestConditions = new ArrayList<>();
  private boolean http;

  RuleMatches(
      AuthorizationPolicy policy,
      IstioPlane plane,
      Effect effect,
      Marks marks,
      List<Problem> problems) {
    this.policy = policy;
    this.plane = plane;
    this.effect = effect;
    this.marks = marks;
    this.problems = problems;
  }

  /// `from`, and what `when` says of the client. To be called first.
  Match clients(Rule rule) {
    rule.when().forEach(it -> it.key().ifPresent(key -> condition(key, it)));
    Match from =
        rule.from().isEmpty()
            ? Match.ANY
            : Match.oneOf(
                rule.from().stream()
                    .flatMap(it -> it.source().stream())
                    .map(this::source)
                    .toList());
    return Match.all(from, Match.all(clientConditions));
  }

  /// `to`, and the rest of `when`.
  Match requests(Rule rule) {
    Match to =
        rule.to().isEmpty()
            ? Match.ANY
            : Match.oneOf(
                rule.to().stream()
                    .flatMap(it -> it.operation().stream())
                    .map(this::operation)
                    .toList());
    Match all = Match.all(to, Match.all(requestConditions));
    boolean onlyHttp = http && effect == Effect.ALLOW;
    return onlyHttp ? Match.all(new Match.OnHttp(), all) : all;
  }

  private Match source(Source source) {
    return Match.all(
        both(source.principals(), source.notPrincipals(), this::principal),
        both(source.namespaces(), source.notNamespaces(), RuleMatches::namespace),
        both(source.serviceAccounts(), source.notServiceAccounts(), this::account),
        both(source.trustDomains(), source.notTrustDomains(), RuleMatches::trustDomain),
        both(source.ipBlocks(), source.notIpBlocks(), it -> address(Attribute.Of.SOURCE, it)),
        both(
            source.remoteIpBlocks(),
            source.notRemoteIpBlocks(),
            it -> address(Attribute.Of.REMOTE, it)),
        onHttp(
            both(
                source.requestPrincipals(),
                source.notRequestPrincipals(),
                RuleMatches::tokenPrincipal)));
  }

  private Match operation(Operation operation) {
    return Match.all(
        both(operation.ports(), operation.notPorts(), RuleMatches::port),
        onHttp(
            both(
                operation.hosts(),
                operation.notHosts(),
                it -> new Match.OnHost(IstioText.header(it)))),
        onHttp(
            both(
                operation.methods(),
                operation.notMethods(),
                it -> new Match.OnMethod(IstioText.header(it)))),
        onHttp(
            both(
                operation.paths(),
                operation.notPaths(),
                it -> new Match.OnPath(IstioText.path(it)))));
  }

  private Match onHttp(Match match) {
    if (match instanceof Match.Any) {
      return match;
    }
    http = true;
    return effect == Effect.DENY
        ? Match.oneOf(List.of(new Match.Not(new Match.OnHttp()), match))
        : match;
  }

  private void condition(At<String> named, Condition condition) {
    String key = named.value();
    if (key.startsWith(HEADER) && key.endsWith("]")) {
      String name = key.substring(HEADER.length(), key.length() - 1);
      request(condition, it -> new Match.OnHeader(name, IstioText.header(it)));
      return;
    }
    if (key.startsWith(CLAIMS) && key.endsWith("]")) {
      String steps = key.substring(CLAIMS.length(), key.length() - 1);
      List<String> path = List.of(steps.split("]\\[", -1));
      request(condition, it -> new Attribute.Claim(path, IstioText.text(it)));
      return;
    }
    Optional<Match> mark = marks.of(key, policy.meta(), Labels.of(policy));
    if (mark.isPresent()) {
      // A verdict is the one or the other word; another value never comes.
      requestConditions.add(
          both(condition, it -> it.equals("allowed") ? mark.get() : denied(it, mark.get())));
      return;
    }
    named(key, named, condition);
  }

  private void named(String key, At<String> named, Condition condition) {
    switch (key) {
      case "source.principal" -> clientConditions.add(both(condition, this::principal));
      case "source.namespace" -> clientConditions.add(both(condition, RuleMatches::namespace));
      case "source.serviceAccount" -> clientConditions.add(both(condition, this::account));
      case "source.trustDomain" -> clientConditions.add(both(condition, RuleMatches::trustDomain));
      case "source.ip" ->
          clientConditions.add(both(condition, it -> address(Attribute.Of.SOURCE, it)));
      case "remote.ip" ->
          clientConditions.add(both(condition, it -> address(Attribute.Of.REMOTE, it)));
      case "destination.ip" ->
          requestConditions.add(both(condition, it -> address(Attribute.Of.DESTINATION, it)));
      case "destination.port" -> requestConditions.add(both(condition, RuleMatches::port));
      case "connection.sni" ->
          requestConditions.add(both(condition, it -> new Attribute.Sni(IstioText.header(it))));
      case "request.auth.principal" -> request(condition, RuleMatches::tokenPrincipal);
      case "request.auth.audiences" ->
          request(condition, it -> new Attribute.Claim(List.of("aud"), IstioText.text(it)));
      case "request.auth.presenter" ->
          request(condition, it -> new Attribute.Claim(List.of("azp"), IstioText.text(it)));
      default -> unknown(key, named);
    }
  }

  private void unknown(String key, At<String> named) {
    String message = "condition `" + key + "` is not modelled: whether it holds is unknown";
    problems.add(
        new Problem(Problem.Kind.NOT_MODELLED, named.origin(), message, "").in(policy.meta().id()));
    requestConditions.add(new Match.Unclear(Match.NONE, Match.ANY, "condition `" + key + "`"));
  }

  private void request(Condition condition, Function<String, Match> match) {
    requestConditions.add(onHttp(both(condition, match)));
  }

  private static Match denied(String value, Match mark) {
    return value.equals("denied") && !(mark instanceof Match.None)
        ? Match.all(new Match.OnHttp(), new Match.Not(mark))
        : Match.NONE;
  }

  private static Match both(Condition condition, Function<String, Match> match) {
    return both(condition.values(), condition.notValues(), match);
  }

  private static Match both(
      List<At<String>> one, List<At<String>> none, Function<String, Match> match) {
    Match some = one.isEmpty() ? Match.ANY : oneOf(one, match);
    Match others = none.isEmpty() ? Match.ANY : new Match.Not(oneOf(none, match));
    return Match.all(some, others);
  }

  private static Match oneOf(List<At<String>> values, Function<String, Match> match) {
    return Match.oneOf(values.stream().map(it -> match.apply(it.value())).toList());
  }

  /// Where the mesh has other names for its trust domain, a principal of one is one of all. `spiffe://` is no part of a principal:
  /// one with it matches nobody (measured).
  private Match principal(String value) {
    var domains = plane.plane().trustDomains();
    int slash = value.indexOf('/');
    if (slash < 0 || domains.size() < 2 || !domains.contains(value.substring(0, slash))) {
      return new Match.OnIdentity(IstioText.text(value));
    }
    return Match.oneOf(
        domains.stream()
            .sorted()
            .<Match>map(it -> new Match.OnIdentity(IstioText.text(it + value.substring(slash))))
            .toList());
  }

  private static Match namespace(String value) {
    return new Match.OnSourceNamespace(IstioText.namespace(value));
  }

  /// `name` of the policy's own namespace, or `namespace/name`; of any trust domain.
  private Match account(String value) {
    int slash = value.indexOf('/');
    String namespace = slash < 0 ? policy.meta().namespace() : value.substring(0, slash);
    String name = value.substring(slash + 1);
    return new Match.OnIdentity(new TextPattern.Suffix("/ns/" + namespace + "/sa/" + name));
  }

  private static Match trustDomain(String value) {
    return new Attribute.TrustDomain(IstioText.text(value));
  }

  /// Issuer and subject are each held against a part of their own, the last `/` being between them (measured).
  private static Match tokenPrincipal(String value) {
    int slash = value.lastIndexOf('/');
    boolean start = slash < 0 && value.endsWith("*");
    String issuer = slash < 0 ? (start ? value : "*") : value.substring(0, slash);
    String subject = slash < 0 ? (start ? "*" : value) : value.substring(slash + 1);
    return Match.all(
        new Attribute.Claim(List.of("iss"), IstioText.text(issuer)),
        new Attribute.Claim(List.of("sub"), IstioText.text(subject)));
  }

  /// Something that is no block matches nothing: Istio refuses the whole object.
  private static Match address(Attribute.Of of, String block) {
    return AddressBlock.of(block)
        .<Match>map(it -> new Attribute.Address(of, it))
        .orElse(Match.NONE);
  }

  /// Something that is no port matches nothing.
  private static Match port(String value) {
    return value.matches("[0-9]{1,5}")
        ? new Match.OnWorkloadPort(Integer.parseInt(value))
        : Match.NONE;
  }
}
