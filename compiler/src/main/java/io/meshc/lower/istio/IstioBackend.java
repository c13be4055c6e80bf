package io.meshc.lower.istio;

import io.meshc.dialect.Resources;
import io.meshc.lower.Backend;
import io.meshc.lower.Capability;
import io.meshc.lower.Feature;
import io.meshc.lower.Lowered;
import io.meshc.lower.Options;
import io.meshc.lower.Output;
import io.meshc.lower.TableLosses;
import io.meshc.model.Mesh;
import io.meshc.model.PlaneId;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Istio as an output, with sidecars.
public final class IstioBackend implements Backend {

  @Override
  public String name() {
    return "istio";
  }

  @Override
  public Capability capability(Feature feature) {
    return Capabilities.of(feature);
  }

  @Override
  public Lowered<Output> lower(Mesh mesh, Resources resources, Options options) {
    Translation translation = Translation.of(mesh, resources, options);
    return Lowered.join(
        List.of(
            LowerMembership.lower(translation),
            LowerPosture.lower(translation),
            LowerPeerTls.lower(translation),
            LowerAuthorization.lower(translation),
            LowerRoute.lower(translation),
            LowerBackendPolicy.lower(translation),
            LowerEgress.lower(translation),
            LowerPortProtocol.lower(translation),
            LowerEndpoints.lower(translation),
            LowerAnswer.lower(translation),
            new Lowered<>(Output.NONE, TableLosses.of(mesh, new PlaneId("istio"))),
            Lowered.exact(replaced(resources))));
  }

  /// The objects of the meshes that Istio takes the place of.
  private static Output replaced(Resources resources) {
    Set<ResourceId> ids =
        resources.all().stream()
            .map(it -> it.meta().id())
            .filter(it -> isReplaced(it.group()))
            .collect(Collectors.toSet());
    return new Output(List.of(), List.of(), ids);
  }

  private static boolean isReplaced(String group) {
    return group.endsWith(".smi-spec.io") || group.endsWith(".openservicemesh.io");
  }
}
