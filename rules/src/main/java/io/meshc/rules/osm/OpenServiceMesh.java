package io.meshc.rules.osm;

import io.meshc.model.LoadBalancing;
import io.meshc.model.Plane;
import io.meshc.validate.rule.Checked;
import java.util.Optional;

/// The control plane that reads the SMI objects of an environment, as far as the repo shows it.
public final class OpenServiceMesh {
  private OpenServiceMesh() {}

  /// Whoever reads the SMI objects, Open Service Mesh or not; empty where there are none.
  public static Optional<Plane> orAnother(Checked input) {
    return input.mesh().planes().stream()
        .filter(it -> it.denial() == Plane.Denial.BY_ROUTE)
        .findFirst();
  }

  /// Open Service Mesh, where the repo or the user says that it is there. Nobody knows of another reader of SMI how its
  /// clients balance.
  public static Optional<Plane> shown(Checked input) {
    return orAnother(input).filter(it -> it.balancing() != LoadBalancing.UNKNOWN);
  }

  /// The same where it is known to deny what no TrafficTarget allows.
  public static Optional<Plane> closed(Checked input) {
    return shown(input).filter(it -> it.posture() == Plane.Posture.CLOSED);
  }
}
