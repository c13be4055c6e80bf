package io.meshc.normalize.istio;

import io.meshc.diag.Problem;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.registry.Sidecar.Egress;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Plane;
import io.meshc.model.Scope;
import io.meshc.model.match.HostPattern;
import io.meshc.model.proxy.Imports;
import io.meshc.model.proxy.Imports.Import;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Sidecar → the hosts that its workloads know, and what happens to the others. The narrowest Sidecar decides both, so that
/// one that says nothing of the others stands for the mesh's default.
///
/// Source: istio.io, "Sidecar".
final class NormalizeSidecar {
  private NormalizeSidecar() {}

  static void normalize(Sidecar sidecar, IstioPlane plane, Ledger ledger, List<Problem> problems) {
    Scope scope =
        plane.scopeAtHome(
            sidecar.meta(),
            sidecar.workloadSelector().map(it -> Labels.of(it.labels())).orElse(Map.of()));
    Origin origin = sidecar.meta().origin();
    var policy = sidecar.outboundTrafficPolicy();
    ledger.add(
        new EgressPolicy(
            sidecar.meta().id(),
            IstioPlane.ID,
            scope,
            policy.map(NormalizeSidecar::mode).orElse(plane.egress()),
            policy.map(Sidecar.OutboundTrafficPolicy::origin).orElse(origin)));
    ledger.add(new Imports(sidecar.meta().id(), IstioPlane.ID, scope, imports(sidecar), origin));
    for (Origin it : unclear(sidecar)) {
      String message = "`" + it.path() + "` is not modelled: what it may touch is unknown";
      problems.add(new Problem(Problem.Kind.NOT_MODELLED, it, message, "").in(sidecar.meta().id()));
      ledger.add(IstioPlane.unknown(sidecar.meta(), touched(sidecar, scope, it), "a Sidecar", it));
    }
  }

  /// Listeners for what comes in touch its own workloads; those for what goes out any that these call.
  private static Scope touched(Sidecar sidecar, Scope scope, Origin place) {
    boolean inbound = sidecar.ingress().stream().anyMatch(it -> it.origin().equals(place));
    return inbound ? scope : new Scope.Everywhere();
  }

  private static Plane.Egress mode(Sidecar.OutboundTrafficPolicy policy) {
    return policy.mode().map(At::value).orElse(Sidecar.Outbound.REGISTRY_ONLY)
            == Sidecar.Outbound.ALLOW_ANY
        ? Plane.Egress.OPEN
        : Plane.Egress.CLOSED;
  }

  private static List<Import> imports(Sidecar sidecar) {
    if (sidecar.egress().isEmpty()) {
      return List.of(new Import(OptionalInt.empty(), "*", new HostPattern("*")));
    }
    var imports = new ArrayList<Import>();
    for (Egress listener : sidecar.egress()) {
      OptionalInt port =
          listener
              .port()
              .flatMap(it -> it.number())
              .map(it -> OptionalInt.of(Ports.number(it)))
              .orElse(OptionalInt.empty());
      for (At<String> host : listener.hosts()) {
        int slash = host.value().indexOf('/');
        String namespace = slash < 0 ? "*" : host.value().substring(0, slash);
        imports.add(
            new Import(
                port,
                namespace.equals(".") ? sidecar.meta().namespace() : namespace,
                new HostPattern(host.value().substring(slash + 1))));
      }
    }
    return imports;
  }

  private static List<Origin> unclear(Sidecar sidecar) {
    var places = new ArrayList<Origin>();
    sidecar.ingress().forEach(it -> places.add(it.origin()));
    for (Egress it : sidecar.egress()) {
      if (it.bind().isPresent() || it.captureMode().isPresent()) {
        places.add(it.origin());
      }
    }
    sidecar
        .outboundTrafficPolicy()
        .flatMap(Sidecar.OutboundTrafficPolicy::egressProxy)
        .ifPresent(it -> places.add(it.origin()));
    return places;
  }
}
