package io.meshc.lower.istio;

import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.registry.RenderSidecar;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.lower.Borders;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Output;
import io.meshc.lower.Output.Created;
import io.meshc.lower.Region;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Plane;
import io.meshc.model.Scope;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What happens to unknown hosts → a Sidecar `default` in each namespace where they are, or may be, out of reach. Where they
/// are within reach nothing is written: that is Istio's default.
final class LowerEgress {
  private LowerEgress() {}

  static Lowered<Output> lower(Translation translation) {
    var lowered = new ArrayList<Lowered<Output>>();
    translation.planes().forEach(it -> lowered.add(lower(it, translation)));
    List<Loss> border = Borders.losses(translation.mesh(), translation::moves, "Istio");
    lowered.add(new Lowered<>(Output.NONE, border));
    return Lowered.join(lowered);
  }

  private static Lowered<Output> lower(Plane plane, Translation translation) {
    var created = new ArrayList<Created>();
    var losses = new ArrayList<Loss>();
    for (String namespace : translation.namespaces(plane)) {
      Optional<EgressPolicy> policy = policy(namespace, plane, translation);
      Origin origin = policy.map(EgressPolicy::origin).orElse(plane.origin());
      Plane.Egress mode = policy.map(EgressPolicy::mode).orElse(plane.egress());
      if (mode == Plane.Egress.OPEN) {
        continue;
      }
      if (translation.isRoot(namespace)) {
        losses.add(rootStaysOpen(namespace, origin));
        continue;
      }
      created.add(closed(namespace, origin, translation));
      if (mode == Plane.Egress.UNKNOWN) {
        losses.add(unknown(origin));
      }
    }
    return new Lowered<>(Output.of(created), losses.stream().distinct().toList());
  }

  private static Optional<EgressPolicy> policy(
      String namespace, Plane plane, Translation translation) {
    return of(new Scope.InNamespace(namespace), plane, translation)
        .or(() -> of(new Scope.Everywhere(), plane, translation));
  }

  private static Optional<EgressPolicy> of(Scope scope, Plane plane, Translation translation) {
    return translation.mesh().egress().stream()
        .filter(it -> it.plane().equals(plane.id()) && it.scope().equals(scope))
        .findFirst();
  }

  private static Created closed(String namespace, Origin origin, Translation translation) {
    String name = translation.names().give("networking.istio.io", "Sidecar", namespace, "default");
    Meta meta = Translation.networking("Sidecar", namespace, name);
    var sidecar =
        new Sidecar(
            meta,
            Optional.empty(),
            List.of(),
            List.of(everyHost(origin)),
            Optional.empty(),
            Optional.of(
                new Sidecar.OutboundTrafficPolicy(
                    Optional.of(Translation.at(Sidecar.Outbound.REGISTRY_ONLY)),
                    Optional.empty(),
                    origin)),
            origin);
    return Translation.created(meta, RenderSidecar.render(sidecar), List.of(origin));
  }

  private static Sidecar.Egress everyHost(Origin origin) {
    return new Sidecar.Egress(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(Translation.at("*/*")),
        origin);
  }

  /// What is unknown is never written as open.
  private static Loss unknown(Origin origin) {
    return new Loss(
        origin,
        Optional.empty(),
        Feature.EGRESS.label(),
        Effect.NARROWS_ACCESS,
        Region.NOTHING,
        "the repo does not show whether clients may call hosts outside of the mesh: they may not",
        "where they may, remove the Sidecars named `default`");
  }

  private static Loss rootStaysOpen(String namespace, Origin origin) {
    return new Loss(
        origin,
        Optional.empty(),
        Feature.EGRESS.label(),
        Effect.WIDENS_ACCESS,
        Region.NOTHING,
        "namespace `"
            + namespace
            + "` is Istio's root namespace, where a Sidecar would hold in the whole mesh: its"
            + " clients may call hosts outside",
        "move the workloads to a namespace of their own");
  }
}
