package io.meshc.lower.envoy.route;

import io.meshc.dialect.envoy.route.Action;
import io.meshc.dialect.envoy.route.Action.Redirect.Target;
import io.meshc.model.Route.Answer;
import io.meshc.model.Route.Edit;
import io.meshc.model.traffic.Location;
import java.util.Optional;

/// What the proxy answers by itself → redirects and answers.
final class LowerAnswers {
  private LowerAnswers() {}

  static Action of(Answer answer) {
    return switch (answer) {
      case Answer.Redirect(var status, var to) -> redirect(status, to);
      case Answer.Respond(var status, var body) -> new Action.Respond(status, body);
    };
  }

  private static Action redirect(int status, Location to) {
    return new Action.Redirect(
        status,
        to.scheme(),
        to.host(),
        to.port().isPresent() ? Optional.of(to.port().getAsInt()) : Optional.empty(),
        to.path().flatMap(LowerAnswers::path));
  }

  private static Optional<Target> path(Edit edit) {
    return switch (edit) {
      case Edit.WholePath(var path) -> Optional.of(new Target.Whole(path));
      case Edit.PathStart(var _, var start) -> Optional.of(new Target.Prefix(start));
      case Edit.PathElements(var _, var start) ->
          Optional.of(new Target.Prefix(start.isEmpty() ? "/" : start));
      case Edit.PathRegex _,
          Edit.Authority _,
          Edit.SetHeader _,
          Edit.AddHeader _,
          Edit.RemoveHeader _,
          Edit.Compute _ ->
          Optional.empty();
    };
  }
}
