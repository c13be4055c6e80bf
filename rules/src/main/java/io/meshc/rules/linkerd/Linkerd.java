package io.meshc.rules.linkerd;

import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import java.util.Map;
import java.util.Optional;

/// Linkerd, as far as the repo shows it.
public final class Linkerd {
  private static final String INJECT = "linkerd.io/inject";

  private Linkerd() {}

  /// What takes something into Linkerd, where nothing shows Open Service Mesh: of two meshes in a repo nobody knows which
  /// one a policy is meant for.
  public static Optional<Origin> alone(Checked input) {
    return OpenServiceMesh.shown(input).isPresent() ? Optional.empty() : injected(input);
  }

  private static Optional<Origin> injected(Checked input) {
    for (NamespaceObject it : input.resources(NamespaceObject.class)) {
      Optional<Origin> here = on(it.meta().annotations());
      if (here.isPresent()) {
        return here;
      }
    }
    for (WorkloadObject it : input.resources(WorkloadObject.class)) {
      Optional<Origin> here = it.pod().flatMap(pod -> on(pod.annotations()));
      if (here.isPresent()) {
        return here;
      }
    }
    return Optional.empty();
  }

  private static Optional<Origin> on(Map<String, At<String>> annotations) {
    return Optional.ofNullable(annotations.get(INJECT))
        .filter(it -> !it.value().equals("disabled"))
        .map(At::origin);
  }
}
