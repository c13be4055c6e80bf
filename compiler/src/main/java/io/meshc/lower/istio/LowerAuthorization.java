package io.meshc.lower.istio;

import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.RenderAuthorizationPolicy;
import io.meshc.lower.Effect;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Output;
import io.meshc.lower.Output.Created;
import io.meshc.lower.Overlaps;
import io.meshc.model.Authorization;
import io.meshc.model.Plane;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Authorization → AuthorizationPolicies, one for each selection of Pods.
///
/// Where what nobody mentions passes, permissions are not written: in Istio the first of them would close the workload.
final class LowerAuthorization {
  private static final String GROUP = "security.istio.io";

  private LowerAuthorization() {}

  static Lowered<Output> lower(Translation translation) {
    var parts = new ArrayList<Lowered<Output>>();
    var marks = new LowerMark(translation.names());
    for (Authorization policy : translation.mesh().authorizations()) {
      Optional<Plane> plane =
          translation.planes().stream().filter(it -> it.id().equals(policy.plane())).findFirst();
      if (plane.isPresent() && !isWithoutEffect(policy, plane.get())) {
        parts.add(lower(policy, plane.get(), marks, translation));
      }
    }
    parts.add(Lowered.exact(Output.of(marks.created())));
    List<Loss> overlaps =
        translation.planes().stream()
            .filter(it -> translation.movesIn(it.id()))
            .flatMap(it -> Overlaps.losses(translation.mesh(), it, "Istio").stream())
            .toList();
    parts.add(new Lowered<>(Output.NONE, overlaps));
    return Lowered.join(parts);
  }

  private static boolean isWithoutEffect(Authorization policy, Plane plane) {
    return switch (policy.effect()) {
      case ALLOW -> plane.posture() == Plane.Posture.OPEN;
      case DENY -> policy.rules().isEmpty();
    };
  }

  private static Lowered<Output> lower(
      Authorization policy, Plane plane, LowerMark marks, Translation translation) {
    Lowered<LowerScope.Selected> scope = LowerScope.lower(policy, translation);
    var created = new ArrayList<Created>();
    var losses = new ArrayList<Loss>(scope.losses());
    for (Selection selection : scope.value().selections()) {
      String wanted = policy.resource().name() + selection.suffix();
      String name =
          translation.names().give(GROUP, "AuthorizationPolicy", selection.namespace(), wanted);
      Lowered<List<AuthorizationPolicy.Rule>> rules =
          new LowerRules(policy, selection, name, marks, translation).lower();
      losses.addAll(rules.losses());
      // The namespace is closed already; elsewhere a policy that allows nothing is what closes.
      boolean closes = plane.posture() == Plane.Posture.OPEN_UNTIL_ALLOWED;
      if (!rules.value().isEmpty() || (closes && policy.effect() == Authorization.Effect.ALLOW)) {
        created.add(created(policy, selection, name, rules.value()));
      }
    }
    List<Output> outputs = List.of(Output.of(created), Output.edits(scope.value().edits()));
    return new Lowered<>(Output.join(outputs), losses);
  }

  private static Created created(
      Authorization policy,
      Selection selection,
      String name,
      List<AuthorizationPolicy.Rule> rules) {
    Meta meta = Translation.security("AuthorizationPolicy", selection.namespace(), name);
    var action =
        switch (policy.effect()) {
          case ALLOW -> AuthorizationPolicy.Action.ALLOW;
          case DENY -> AuthorizationPolicy.Action.DENY;
        };
    var written =
        AuthorizationPolicy.of(
            meta,
            Translation.labels(selection.labels()),
            Optional.of(Translation.at(action)),
            rules);
    var from = new ArrayList<Origin>();
    from.add(policy.origin());
    policy.rules().forEach(it -> from.add(it.origin()));
    return Translation.created(meta, RenderAuthorizationPolicy.render(written), from);
  }

  /// A policy without any rule, which closes a namespace.
  static Created denyAll(String namespace, String name, List<Origin> from) {
    Meta meta = Translation.security("AuthorizationPolicy", namespace, name);
    var policy = AuthorizationPolicy.of(meta, Map.of(), Optional.empty(), List.of());
    return Translation.created(meta, RenderAuthorizationPolicy.render(policy), from);
  }

  /// What leaving out a part of a policy does.
  static Effect ofLeavingOut(Authorization policy) {
    return switch (policy.effect()) {
      case ALLOW -> Effect.NARROWS_ACCESS;
      case DENY -> Effect.WIDENS_ACCESS;
    };
  }
}
