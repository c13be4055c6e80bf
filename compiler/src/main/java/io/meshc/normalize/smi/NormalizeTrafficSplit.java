package io.meshc.normalize.smi;

import io.meshc.diag.Problem;
import io.meshc.dialect.smi.TrafficSplit;
import io.meshc.dialect.smi.TrafficSplit.GroupRef;
import io.meshc.model.Route;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Match;
import io.meshc.normalize.Declarations.DeclaredReference;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Settings;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.math.BigInteger;
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
    int divisor = divisor();
    List<Route.Backend> backends =
        split.backends().stream()
            .map(At::value)
            .flatMap(it ->
                service(it.service(), "backend service").stream()
                    .map(name -> backend(it, name, divisor)))
            .toList();
    for (At<GroupRef> it : split.matches()) {
      refer(groupId(it.value()), "route group", it.origin());
    }
    root.ifPresent(it ->
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

  /// Open Service Mesh reads v1alpha2, which has no `matches`: a split for some requests becomes one for all. To SMI the
  /// groups are alternatives, each as a whole.
  private At<Match> match() {
    Origin origin = split.service().map(At::origin).orElse(split.meta().origin());
    if (split.matches().isEmpty() || control.osm()) {
      return At.of(Match.ANY, origin);
    }
    List<Match> each =
        split.matches().stream()
            .flatMap(it -> groups.all(groupId(it.value())).stream())
            .map(At::value)
            .toList();
    return At.of(Match.oneOf(each), split.matches().getFirst().origin());
  }

  /// The quantities of v1alpha1 are kept in thousandths; shares are the same in lowest terms.
  private int divisor() {
    if (!split.meta().version().equals("v1alpha1")) {
      return 1;
    }
    BigInteger divisor =
        split.backends().stream()
            .map(it -> BigInteger.valueOf(it.value().weight().value()))
            .reduce(BigInteger.ZERO, BigInteger::gcd);
    return Math.max(1, divisor.intValue());
  }

  private static Route.Backend backend(
      TrafficSplit.Backend backend, ServiceName name, int divisor) {
    return new Route.Backend(
        backend.service().with(name),
        OptionalInt.empty(),
        backend.weight().map(it -> it / divisor));
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
