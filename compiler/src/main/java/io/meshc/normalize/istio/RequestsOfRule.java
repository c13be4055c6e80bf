package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Condition;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Operation;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Rule;
import io.meshc.model.Authorization;
import io.meshc.model.match.Match;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a rule says of requests: `to` and `when`.
///
/// On a raw TCP connection an ALLOW rule with any HTTP attribute is dropped whole (measured), and a DENY rule is taken without
/// those attributes, so that it denies more. Source: istio.io, "Authorization Policy", on TCP; istio/istio,
/// pilot/pkg/security/authz/model.
final class RequestsOfRule {
  private static final String HEADER = "request.headers[";

  private final AuthorizationPolicy policy;
  private final Authorization.Effect effect;
  private final Marks marks;
  private final List<Problem> problems;
  private final List<Match> requests = new ArrayList<>();
  private final List<Match> clients = new ArrayList<>();
  private boolean http;

  RequestsOfRule(
      AuthorizationPolicy policy,
      Rule rule,
      Authorization.Effect effect,
      Marks marks,
      List<Problem> problems) {
    this.policy = policy;
    this.effect = effect;
    this.marks = marks;
    this.problems = problems;
    if (!rule.to().isEmpty()) {
      requests.add(
          Match.oneOf(
              rule.to().stream()
                  .flatMap(it -> it.operation().stream())
                  .map(this::operation)
                  .toList()));
    }
    rule.when().forEach(it -> it.key().ifPresent(key -> condition(key, it)));
  }

  Match match() {
    boolean onlyHttp = http && effect == Authorization.Effect.ALLOW;
    return onlyHttp ? Match.all(new Match.OnHttp(), Match.all(requests)) : Match.all(requests);
  }

  /// What `when` says of the client.
  List<Match> clientConditions() {
    return clients;
  }

  private Match operation(Operation operation) {
    Match plain =
        Match.all(
            Texts.oneOf(operation.ports(), RequestsOfRule::port),
            Texts.noneOf(operation.notPorts(), RequestsOfRule::port));
    Function<String, Match> host = it -> new Match.OnHost(IstioText.header(it));
    Function<String, Match> method = it -> new Match.OnMethod(IstioText.header(it));
    return Match.all(
        plain,
        onHttp(Texts.oneOf(operation.hosts(), host)),
        onHttp(Texts.noneOf(operation.notHosts(), host)),
        onHttp(Texts.oneOf(operation.methods(), method)),
        onHttp(Texts.noneOf(operation.notMethods(), method)),
        onHttp(Texts.oneOfAt(operation.paths(), this::path)),
        onHttp(Texts.noneOfAt(operation.notPaths(), this::path)));
  }

  private Match onHttp(Match match) {
    if (match instanceof Match.Any) {
      return match;
    }
    http = true;
    return effect == Authorization.Effect.DENY
        ? Match.oneOf(List.of(new Match.Not(new Match.OnHttp()), match))
        : match;
  }

  private Match path(At<String> at) {
    String value = at.value();
    if (value.contains("{*}") || value.contains("{**}")) {
      problem(
          at.origin(),
          "path template `" + value + "` is not modelled: whether it matches is unknown");
      return new Match.Unclear(Match.NONE, Match.ANY, "path template `" + value + "`");
    }
    return new Match.OnPath(IstioText.text(value));
  }

  /// Something that is no port matches nothing.
  private static Match port(String value) {
    return value.matches("[0-9]{1,5}")
        ? new Match.OnWorkloadPort(Integer.parseInt(value))
        : Match.NONE;
  }

  private void condition(At<String> named, Condition condition) {
    String key = named.value();
    if (key.startsWith(HEADER) && key.endsWith("]")) {
      String name = key.substring(HEADER.length(), key.length() - 1);
      Function<String, Match> header = it -> new Match.OnHeader(name, IstioText.header(it));
      requests.add(onHttp(valuesOf(condition, header)));
      return;
    }
    Optional<Match> mark = marks.of(key, policy.meta(), Labels.of(policy));
    if (mark.isPresent()) {
      // A verdict is the one or the other word; another value never comes.
      requests.add(
          valuesOf(condition, it -> it.equals("allowed") ? mark.get() : denied(it, mark.get())));
      return;
    }
    switch (key) {
      case "source.principal" ->
          clients.add(valuesOf(condition, NormalizeAuthorizationPolicy::principal));
      case "source.namespace" ->
          clients.add(valuesOf(condition, NormalizeAuthorizationPolicy::namespace));
      case "destination.port" -> requests.add(valuesOf(condition, RequestsOfRule::port));
      default -> {
        problem(
            named.origin(), "condition `" + key + "` is not modelled: whether it holds is unknown");
        requests.add(new Match.Unclear(Match.NONE, Match.ANY, "condition `" + key + "`"));
      }
    }
  }

  private static Match denied(String value, Match mark) {
    return value.equals("denied") && !(mark instanceof Match.None)
        ? Match.all(new Match.OnHttp(), new Match.Not(mark))
        : Match.NONE;
  }

  private static Match valuesOf(Condition condition, Function<String, Match> match) {
    return Match.all(
        Texts.oneOf(condition.values(), match), Texts.noneOf(condition.notValues(), match));
  }

  private void problem(Origin origin, String message) {
    problems.add(
        new Problem(Problem.Kind.NOT_MODELLED, origin, message, "").in(policy.meta().id()));
  }
}
