package io.meshc.lower.envoy.route;

import io.meshc.dialect.envoy.route.Action;
import io.meshc.model.Route.Answer;
import java.util.Optional;

/// What the proxy answers by itself → redirects and answers.
final class LowerAnswers {
  private LowerAnswers() {}

  static Action of(Answer answer) {
    return switch (answer) {
      case Answer.Redirect(var status) ->
          new Action.Redirect(
              status, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
      case Answer.Respond(var status) -> new Action.Respond(status, Optional.empty());
    };
  }
}
