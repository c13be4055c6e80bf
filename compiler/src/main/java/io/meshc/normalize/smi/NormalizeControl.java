package io.meshc.normalize.smi;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resources;
import io.meshc.dialect.osm.config.MeshConfig;
import io.meshc.model.Extension;
import io.meshc.model.Extension.Touches;
import io.meshc.model.LoadBalancing;
import io.meshc.model.PeerTls;
import io.meshc.model.Plane;
import io.meshc.model.Scope;
import io.meshc.model.match.PathNormalization;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Map;

/// The control plane itself: its defaults, its transport, and what it is told that meshc cannot look into.
final class NormalizeControl {
  /// For what SMI takes for granted and no object says.
  private static final ResourceId NOBODY = new ResourceId("", "Mesh", "", "smi");

  private final Control control;
  private final Ledger ledger;
  private final List<Problem> problems;

  private NormalizeControl(Control control, Ledger ledger, List<Problem> problems) {
    this.control = control;
    this.ledger = ledger;
    this.problems = problems;
  }

  static void normalize(
      Control control, Resources resources, Ledger ledger, List<Problem> problems) {
    var normalize = new NormalizeControl(control, ledger, problems);
    normalize.plane();
    if (control.isMutual()) {
      normalize.transport();
    }
    resources.of(MeshConfig.class).forEach(normalize::config);
  }

  /// The proxies of Open Service Mesh's clients know only endpoints that grant them something: in permissive mode all of the mesh, and
  /// in no mode what stands outside of it.
  private Plane.Endpoints endpoints() {
    if (!control.osm()) {
      return Plane.Endpoints.ALL;
    }
    return control.posture() == Plane.Posture.CLOSED
        ? Plane.Endpoints.GRANTED
        : Plane.Endpoints.OF_MESH;
  }

  /// Open Service Mesh answers a denied client by its routes: 404 where none matches, 403 where one for another client does.
  /// Routes stand in the order of Go's maps (openservicemesh/osm#5297). A client's proxy has one table of hosts for each port, with the names of the
  /// Services that it knows, and answers 404 to any other.
  private void plane() {
    ledger.add(
        new Plane(
            Control.PLANE,
            control.posture(),
            Plane.Denial.BY_ROUTE,
            endpoints(),
            PathNormalization.NONE,
            control.egress(),
            control.osm() ? LoadBalancing.ROUND_ROBIN : LoadBalancing.UNKNOWN,
            OsmPorts.READING,
            control.osm() ? Plane.Overlap.ANY_FIRST : Plane.Overlap.SUM,
            control.osm() ? Plane.Addressing.NAME : Plane.Addressing.UNKNOWN,
            control.origin()));
  }

  /// Open Service Mesh takes mutual TLS alone, in permissive mode too (openservicemesh/osm#2986); SMI's access control
  /// rests on identities, which nothing else proves.
  private void transport() {
    ResourceId resource = control.config().map(it -> it.meta().id()).orElse(NOBODY);
    ledger.add(
        new PeerTls(
            resource,
            Control.PLANE,
            new Scope.Everywhere(),
            At.of(PeerTls.Mode.STRICT, control.origin()),
            Map.of(),
            control.origin()));
  }

  /// One of another name is ignored; a rule says so.
  private void config(MeshConfig config) {
    if (!config.isRead()) {
      return;
    }
    config
        .externalAuthorization()
        .filter(MeshConfig.ExternalAuthorization::isOn)
        .ifPresent(it -> {
          Origin origin = it.enable().map(At::origin).orElse(config.meta().origin());
          notModelled(config.meta(), origin, "external authorization", Touches.MAY_DENY);
        });
  }

  private void notModelled(Meta meta, Origin origin, String what, Touches touches) {
    ledger.add(
        new Extension(meta.id(), Control.PLANE, new Scope.Everywhere(), what, touches, origin));
    problems.add(
        new Problem(
                Problem.Kind.NOT_MODELLED,
                origin,
                what + " is not looked into: decisions that it may touch are unknown",
                "")
            .in(meta.id()));
  }
}
