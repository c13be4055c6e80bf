package io.meshc.normalize.smi;

import io.meshc.diag.Problem;
import io.meshc.dialect.smi.TrafficSplit;
import io.meshc.dialect.smi.TrafficSplit.GroupRef;
import io.meshc.dialect.smi.Weight;
import io.meshc.model.Route;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Match;
import io.meshc.normalize.Declarations.DeclaredReference;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Settings;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// TrafficSplit → [Route]. It grants nothing: the backends let the client in, or they do not.
final class NormalizeTrafficSplit {
  private final TrafficSplit split;
  private final Control control;
  private final RouteGroups groups;
  private final Settings settings;
  private final Ledger ledger;
  private final List<Problem> problems;

  NormalizeTrafficSplit(
      TrafficSplit split,
      Control control,
      RouteGroups groups,
      Settings settings,
      Ledger ledger,
      List<Problem> problems) {
    this.split = split;
    this.control = control;
    this.groups = groups;
    this.settings = settings;
    this.ledger = ledger;
    this.problems = problems;
  }

  void run() {
    Optional<ServiceName> root = split.service().flatMap(it -> service(it, "root service"));
    List<Integer> weights = weights();
    var backends = new ArrayList<Route.Backend>();
    for (int i = 0; i < weights.size(); i++) {
      TrafficSplit.Backend backend = split.backends().get(i).value();
      At<Integer> weight = backend.weight().with(weights.get(i));
      service(backend.service(), "backend service")
          .map(it -> new Route.Backend(backend.service().with(it), OptionalInt.empty(), weight))
          .ifPresent(backends::add);
    }
    for (At<GroupRef> it : split.matches()) {
      if (it.value().isRouteGroup() && !it.value().name().value().isEmpty()) {
        refer(groupId(it.value()), "route group", it.origin());
      }
    }
    root.filter(_ -> control.serves(split.meta()))
        .ifPresent(it ->
            ledger.add(
                new Route(
                    split.meta().id(),
                    Control.PLANE,
                    it,
                    Route.Layer.BOTH,
                    List.of(new Route.Rule(match(), backends)),
                    Route.Unmatched.SERVICE,
                    split.meta().origin())));
  }

  /// The groups are alternatives, each as a whole. The version that Open Service Mesh reads has none.
  private At<Match> match() {
    Origin origin = split.service().map(At::origin).orElse(split.meta().origin());
    if (split.matches().isEmpty() || control.osm()) {
      return At.of(Match.ANY, origin);
    }
    List<Match> each = split.matches().stream().map(it -> group(it.value())).toList();
    return At.of(Match.oneOf(each), split.matches().getFirst().origin());
  }

  private Match group(GroupRef reference) {
    return reference.isRouteGroup()
        ? Match.oneOf(groups.all(groupId(reference)).stream().map(At::value).toList())
        : new Match.Unclear(Match.NONE, Match.ANY, "the split is limited by no HTTPRouteGroup");
  }

  private List<Integer> weights() {
    List<Weight> written =
        split.backends().stream().map(it -> it.value().weight().value()).toList();
    if (!split.meta().version().equals("v1alpha1")) {
      return written.stream().map(it -> Math.toIntExact(it.whole())).toList();
    }
    Weights.Whole whole = Weights.ofQuantities(written.stream().map(Weight::exact).toList());
    if (!whole.exact()) {
      problems.add(
          new Problem(
                  Problem.Kind.INVALID_VALUE,
                  split.service().map(At::origin).orElse(split.meta().origin()),
                  "the weights are too far apart: the smaller ones get a larger share",
                  "no proxy knows weights above " + Integer.MAX_VALUE)
              .in(split.meta().id()));
    }
    return whole.weights();
  }

  private Optional<ServiceName> service(At<String> written, String role) {
    Optional<ServiceName> name =
        ServiceNames.read(
            written.value(), split.meta().namespace(), settings.assumptions().clusterDomain());
    if (name.isEmpty()) {
      problems.add(
          new Problem(
                  Problem.Kind.INVALID_VALUE,
                  written.origin(),
                  "`"
                      + written.value()
                      + "` names no Service of namespace `"
                      + split.meta().namespace()
                      + "`",
                  "a split and its Services stand in one namespace")
              .in(split.meta().id()));
    }
    name.ifPresent(it ->
        refer(new ResourceId("", "Service", it.namespace(), it.name()), role, written.origin()));
    return name;
  }

  private ResourceId groupId(GroupRef reference) {
    return RouteGroups.groupId(split.meta().namespace(), reference.name().value());
  }

  private void refer(ResourceId to, String role, Origin origin) {
    ledger.add(new DeclaredReference(split.meta().id(), to, role, origin));
  }
}
