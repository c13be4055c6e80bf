package io.meshc.link;

import io.meshc.diag.Outcome;
import io.meshc.model.Assumptions;
import io.meshc.model.Authorization;
import io.meshc.model.BackendPolicy;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Extension;
import io.meshc.model.Mesh;
import io.meshc.model.PeerTls;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Reference;
import io.meshc.model.Service;
import io.meshc.model.Workload;
import io.meshc.normalize.Declarations;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/// Puts together what the front ends declared.
public final class Link {
  /// Below this many references, starting threads costs more than they save.
  private static final int WORTH_THREADS = 2000;

  // A plain lambda: those of Comparator.comparing are not in the cache of a cold start (decision
  // 0009).
  private static final Comparator<Reference> BY_PLACE =
      (a, b) -> {
        int order = a.from().compareTo(b.from());
        order = order != 0 ? order : a.origin().compareTo(b.origin());
        order = order != 0 ? order : a.to().compareTo(b.to());
        return order != 0 ? order : a.role().compareTo(b.role());
      };

  private Link() {}

  /// INVARIANT: names of planes, namespaces, workloads and Services are each there once, and no list depends on the order of
  /// the input.
  public static Outcome<Mesh> link(Declarations declared, Assumptions assumptions) {
    Supplier<List<Reference>> references = besides(declared, assumptions);
    var memberships = new Memberships(declared.enrolments());
    List<Workload> written = Workloads.written(declared.workloads(), memberships);
    List<Workload> implied =
        assumptions.closed()
            ? List.of()
            : Workloads.implied(declared.implied(), written, memberships, assumptions);
    var workloads = new ArrayList<>(written);
    workloads.addAll(implied);
    workloads.sort((a, b) -> a.id().compareTo(b.id()));
    Map<PlaneId, Plane> planes = planes(declared);
    List<Service> services = new Services(planes, memberships, written).link(declared, implied);
    return Outcome.of(
        new Mesh(
            assumptions,
            List.copyOf(planes.values()),
            Namespaces.of(declared, memberships),
            workloads,
            services,
            Routes.of(declared, planes),
            sorted(declared.backendPolicies(), BackendPolicy::resource),
            sorted(declared.authorizations(), Authorization::resource),
            sorted(declared.peerTls(), PeerTls::resource),
            sorted(declared.egress(), EgressPolicy::resource),
            sorted(declared.extensions(), Extension::resource),
            references.get(),
            Routes.of(declared.proxies(), declared.shifts(), planes).sorted(),
            declared.beyond().sorted()));
  }

  /// Two front ends may speak of one plane; the first one that does describes it.
  private static Map<PlaneId, Plane> planes(Declarations declared) {
    var planes = new TreeMap<PlaneId, Plane>();
    declared.planes().forEach(it -> planes.putIfAbsent(it.id(), it));
    return planes;
  }

  /// There are more references than anything else, and nothing else waits for them: many are followed while the rest is linked.
  private static Supplier<List<Reference>> besides(Declarations declared, Assumptions assumptions) {
    if (declared.references().size() < WORTH_THREADS) {
      return () -> references(declared, assumptions);
    }
    return CompletableFuture.supplyAsync(() -> references(declared, assumptions))::join;
  }

  private static List<Reference> references(Declarations declared, Assumptions assumptions) {
    var present = new Present(declared, assumptions);
    boolean large = declared.references().size() >= WORTH_THREADS;
    var all = large ? declared.references().parallelStream() : declared.references().stream();
    return all.map(it ->
            new Reference(it.from(), it.to(), it.role(), present.stateOf(it.to()), it.origin()))
        .sorted(BY_PLACE)
        .toList();
  }

  /// A stable sort: a resource that declares several things declares them in its own order.
  private static <T> List<T> sorted(List<T> all, Function<T, ResourceId> of) {
    return all.stream().sorted((one, two) -> of.apply(one).compareTo(of.apply(two))).toList();
  }
}
