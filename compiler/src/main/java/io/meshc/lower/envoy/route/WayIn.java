package io.meshc.lower.envoy.route;

import io.meshc.dialect.envoy.route.Action;
import io.meshc.dialect.envoy.route.HeaderEdits;
import io.meshc.dialect.envoy.route.Route;
import io.meshc.model.Route.Rule;

/// What a rule before a server does with a request that comes in.
public final class WayIn {
  private WayIn() {}

  /// @param forward to the application, where the rule gives no answer of its own
  public static Action action(Rule rule, Action forward) {
    return rule.answer().map(it -> LowerAnswers.of(it.value())).orElse(forward);
  }

  /// A route with the headers that the rule changes.
  public static Route edited(Route route, Rule rule) {
    HeaderEdits request = LowerEdits.of(rule.edits()).headers();
    HeaderEdits answer = LowerEdits.of(rule.treatment().answerEdits()).headers();
    var edits =
        new HeaderEdits(
            request.request(), request.requestRemoved(), answer.request(), answer.requestRemoved());
    return new Route(route.name(), route.match(), route.action(), edits, route.filters());
  }
}
