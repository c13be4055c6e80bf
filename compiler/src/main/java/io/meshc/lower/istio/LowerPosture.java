package io.meshc.lower.istio;

import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Output;
import io.meshc.lower.Output.Created;
import io.meshc.lower.Region;
import io.meshc.model.Authorization;
import io.meshc.model.Plane;
import io.meshc.model.Scope;
import io.meshc.model.Workload;
import io.meshc.model.match.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// What happens to what nobody mentions → in each namespace an AuthorizationPolicy that allows nothing, unless it passes.
///
/// Source: istio.io, "Authorization Policy": an ALLOW policy without rules denies what no other policy allows.
final class LowerPosture {
  private static final String NAME = "meshc-default-deny";

  private LowerPosture() {}

  static Lowered<Output> lower(Translation translation) {
    return Lowered.join(translation.planes().stream().map(it -> lower(it, translation)).toList());
  }

  private static Lowered<Output> lower(Plane plane, Translation translation) {
    return switch (plane.posture()) {
      case OPEN, OPEN_UNTIL_ALLOWED -> Lowered.exact(Output.NONE);
      case CLOSED -> closed(plane, translation, List.of());
      case UNKNOWN -> closed(plane, translation, unknown(plane, translation));
    };
  }

  private static Lowered<Output> closed(Plane plane, Translation translation, List<Loss> also) {
    var created = new ArrayList<Created>();
    var losses = new ArrayList<Loss>(also);
    for (String namespace : translation.namespaces(plane)) {
      if (translation.isRoot(namespace)) {
        losses.add(rootStaysOpen(plane, namespace));
      } else {
        String name =
            translation.names().give("security.istio.io", "AuthorizationPolicy", namespace, NAME);
        created.add(LowerAuthorization.denyAll(namespace, name, List.of(plane.origin())));
      }
    }
    return new Lowered<>(Output.of(created), losses);
  }

  private static Loss rootStaysOpen(Plane plane, String namespace) {
    return new Loss(
        plane.origin(),
        Optional.empty(),
        Feature.DEFAULT_DENY.label(),
        Effect.WIDENS_ACCESS,
        Region.at(new Scope.InNamespace(namespace), Match.ANY),
        "namespace `"
            + namespace
            + "` is Istio's root namespace: a policy that denies all would hold in the whole mesh",
        "move the workloads to a namespace of their own");
  }

  /// For each account, since what is allowed differs; what is allowed is known, and stays out of the loss.
  private static List<Loss> unknown(Plane plane, Translation translation) {
    var accounts = new TreeMap<String, Workload>();
    translation.workloads(plane).forEach(it -> accounts.putIfAbsent(it.identity().label(), it));
    var losses = new ArrayList<Loss>();
    for (Workload workload : accounts.values()) {
      var identity = workload.identity();
      Scope scope = new Scope.OfAccount(identity.namespace(), identity.account());
      losses.add(
          new Loss(
              plane.origin(),
              Optional.empty(),
              Feature.UNKNOWN_DEFAULT.label(),
              Effect.NARROWS_ACCESS,
              Region.at(scope, new Match.Not(allowed(workload, plane, translation))),
              "the repo does not show whether the mesh lets through what no policy of `"
                  + identity.label()
                  + "` mentions: it is denied",
              "say so by `--osm-permissive=true` or `--osm-permissive=false`"));
    }
    return losses;
  }

  private static Match allowed(Workload workload, Plane plane, Translation translation) {
    return Match.oneOf(
        translation.mesh().authorizations().stream()
            .filter(it -> it.plane().equals(plane.id()))
            .filter(it -> it.effect() == Authorization.Effect.ALLOW)
            .filter(it -> it.scope().includes(workload))
            .flatMap(it -> it.rules().stream())
            .map(Authorization.Rule::match)
            .toList());
  }
}
