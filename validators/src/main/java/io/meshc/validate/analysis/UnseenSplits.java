package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Request;
import io.meshc.model.Route;
import io.meshc.model.Route.Backend;
import io.meshc.model.ServiceName;
import io.meshc.model.server.Profile;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Decision.Verdict;
import java.util.List;
import java.util.Optional;

/// TrafficSplits beside Linkerd. It does not read them; an extension does, which makes a profile of each, with the backends and
/// nothing else of it. No object of a repo shows whether the extension runs: where it would change what becomes of a request, that
/// is unknown.
///
/// Source: linkerd/linkerd-smi, adaptor.
final class UnseenSplits {
  private static final String GROUP = "split.smi-spec.io";

  private final Lookup lookup;

  UnseenSplits(Lookup lookup) {
    this.lookup = lookup;
  }

  /// @param decision without the extension
  Decision after(
      Decision decision,
      Spread spread,
      ServiceName service,
      Optional<Profile> profile,
      Request request,
      List<Step> steps) {
    if (decision.verdict() == Verdict.UNKNOWN || isOfClient(profile, service)) {
      return decision;
    }
    for (Route it : lookup.routesOf(service)) {
      if (it.resource().group().equals(GROUP) && changes(it, decision, spread, request)) {
        String because =
            "`"
                + it.resource().label()
                + "` counts where Linkerd's extension for SMI runs, and the repo does not show"
                + " whether it does";
        steps.add(new Step("routing", Optional.of(it.resource()), it.origin(), true, because));
        return Decision.unknown(because, steps);
      }
    }
    return decision;
  }

  /// The extension makes profiles in the namespace of the Service, and one in that of the client goes before them.
  private static boolean isOfClient(Optional<Profile> profile, ServiceName service) {
    return profile
        .filter(it -> it.routes() && !it.resource().namespace().equals(service.namespace()))
        .isPresent();
  }

  private static boolean changes(Route split, Decision decision, Spread spread, Request request) {
    List<Backend> backends = split.rules().stream().flatMap(it -> it.backends().stream()).toList();
    return !backends.isEmpty()
        && !Spread.isSame(decision, spread.silently().instead().by(backends, List.of(), request));
  }
}
