package io.meshc.lower.envoy.route;

import io.meshc.dialect.envoy.Percent;
import io.meshc.dialect.envoy.StringMatch;
import io.meshc.dialect.envoy.http.FilterConfig;
import io.meshc.dialect.envoy.http.FilterConfig.Fault;
import io.meshc.dialect.envoy.route.Retry;
import io.meshc.lower.envoy.Durations;
import io.meshc.lower.envoy.policy.LowerText;
import io.meshc.model.Route.Cors;
import io.meshc.model.Route.Rule;
import io.meshc.model.traffic.CorsGrants;
import io.meshc.model.traffic.Treatment;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a rule does to requests beside sending them on → what the filters and the retries of a route are told.
final class LowerTreatment {
  private LowerTreatment() {}

  static List<FilterConfig.OnRoute> filters(Rule rule) {
    var filters = new ArrayList<FilterConfig.OnRoute>();
    fault(rule).ifPresent(filters::add);
    rule.cors().map(At::value).map(LowerTreatment::cors).ifPresent(filters::add);
    return filters;
  }

  private static Optional<FilterConfig.OnRoute> fault(Rule rule) {
    var abort =
        rule.abort()
            .map(At::value)
            .map(it -> new Fault.Abort(it.status(), Percent.of(it.share())))
            .filter(it -> it.share().millionths() > 0);
    var delay =
        rule.treatment()
            .delay()
            .map(it -> new Fault.Delay(Durations.text(it.time()), Percent.of(it.share())))
            .filter(it -> it.share().millionths() > 0);
    return abort.isEmpty() && delay.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fault(abort, delay));
  }

  /// An origin that may be any is written as an expression.
  private static FilterConfig.OnRoute cors(Cors cors) {
    CorsGrants grants = cors.grants();
    List<StringMatch> origins =
        cors.origins().stream()
            .map(it -> LowerText.of(it).orElse(StringMatch.regex(".*")))
            .toList();
    return new FilterConfig.Cors(
        origins,
        grants.methods(),
        grants.headers(),
        grants.exposed(),
        grants.maxAge().map(it -> String.valueOf(it.toSeconds())),
        grants.credentials(),
        cors.answersOthers() ? Optional.of(false) : Optional.empty());
  }

  /// @param usual what the mesh does where nobody says
  static Optional<Retry> retry(Treatment treatment, Optional<Treatment.Retry> usual) {
    return treatment
        .retry()
        .or(() -> usual)
        .filter(it -> it.attempts() > 0 && !it.on().isEmpty())
        .map(LowerTreatment::retry);
  }

  /// A bare status is one that is tried again.
  private static Retry retry(Treatment.Retry it) {
    List<Integer> statuses =
        it.on().stream().filter(on -> on.matches("[0-9]{3}")).map(Integer::valueOf).toList();
    String on =
        it.on().stream().filter(word -> !word.matches("[0-9]{3}")).collect(Collectors.joining(","));
    boolean names = !statuses.isEmpty() && !on.contains("retriable-status-codes");
    String all = names ? (on.isEmpty() ? "" : on + ",") + "retriable-status-codes" : on;
    return new Retry(
        all,
        it.attempts(),
        it.perTry().filter(time -> !time.isZero()).map(Durations::text),
        it.backOff().map(Durations::text),
        statuses,
        true);
  }
}
