package io.meshc.normalize.kubernetes;

import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.Rollout;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.model.PlaneId;
import io.meshc.model.Route;
import io.meshc.model.Route.Backend;
import io.meshc.model.Route.Varies;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Match;
import io.meshc.model.server.Ports;
import io.meshc.model.server.Profile;
import io.meshc.model.server.Servers;
import io.meshc.normalize.Declarations.Shift;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A Rollout of Argo → the route that it makes, and the routes whose weights it moves: between nothing and all, since a roll-out
/// ends with all requests at the new version.
///
/// Source: argo-rollouts.readthedocs.io, "Traffic Management", SMI: "the Argo Rollout controller creates and manipulates the
/// TrafficSplit"; Istio: a VirtualService of the user's, whose weights it adjusts.
final class NormalizeRollout {
  private static final PlaneId SMI = new PlaneId("smi");
  private static final PlaneId LINKERD = new PlaneId("linkerd");

  private NormalizeRollout() {}

  static void normalize(WorkloadObject workload, Rollout rollout, Ledger ledger) {
    String by = "Rollout `" + workload.meta().name() + "`";
    rollout.moved().forEach(it -> ledger.add(new Shift(it.value(), by)));
    boolean makes = rollout.stableService().isPresent() && rollout.canaryService().isPresent();
    if (rollout.split().isEmpty() || !makes) {
      return;
    }
    At<String> stable = rollout.stableService().orElseThrow();
    At<String> root = rollout.split().get().root().orElse(stable);
    List<Backend> backends =
        List.of(
            backend(workload, rollout.canaryService().orElseThrow(), 0, by),
            backend(workload, stable, 100, by));
    var service = new ServiceName(workload.meta().namespace(), root.value());
    ledger.add(
        new Route(
            workload.meta().id(),
            SMI,
            service,
            Route.Layer.BOTH,
            List.of(new Route.Rule(At.of(Match.ANY, root.origin()), backends)),
            Route.Unmatched.SERVICE,
            workload.meta().origin()));
    // Linkerd's extension for SMI makes a profile of the split
    var profile =
        new Profile(
            workload.meta().id(),
            LINKERD,
            service,
            true,
            backends,
            Ports.NONE,
            workload.meta().origin());
    ledger.add(
        new Servers(List.of(), List.of(), List.of(), List.of(profile), List.of(), List.of()));
  }

  private static Backend backend(WorkloadObject workload, At<String> service, int now, String by) {
    return new Backend(
        service.map(it -> new ServiceName(workload.meta().namespace(), it)),
        OptionalInt.empty(),
        service.with(now),
        Optional.of(new Varies(0, 100, by)));
  }

  /// The Rollout with the template that another workload of the repo holds; empty where it has its own, or the repo does not
  /// hold that workload. The other one is usually scaled to nothing.
  static Optional<WorkloadObject> withTemplate(WorkloadObject workload, Resources resources) {
    return workload
        .rollout()
        .flatMap(Rollout::templateOf)
        .filter(_ -> workload.pod().isEmpty())
        .flatMap(wanted ->
            resources.of(WorkloadObject.class).stream()
                .filter(it -> it.meta().id().equals(wanted.value()))
                .findFirst())
        .map(it ->
            new WorkloadObject(
                workload.meta(),
                workload.replicas(),
                workload.selector().isEmpty() ? it.selector() : workload.selector(),
                it.pod(),
                workload.rollout()));
  }
}
