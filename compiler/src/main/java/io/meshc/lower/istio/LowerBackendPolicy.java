package io.meshc.lower.istio;

import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.LoadBalancer.Balancing;
import io.meshc.dialect.istio.routing.RenderDestinationRule;
import io.meshc.dialect.istio.routing.TrafficPolicy.Mode;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Output;
import io.meshc.lower.Output.Created;
import io.meshc.lower.Region;
import io.meshc.model.BackendPolicy;
import io.meshc.model.LoadBalancing;
import io.meshc.model.Plane;
import io.meshc.model.Route;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// How clients talk to the Services of routes → a DestinationRule for each: the load balancing of the source mesh, and mutual
/// TLS where every endpoint has a proxy.
final class LowerBackendPolicy {
  private static final String GROUP = "networking.istio.io";
  private static final String KIND = "DestinationRule";

  private LowerBackendPolicy() {}

  static Lowered<Output> lower(Translation translation) {
    var created = new ArrayList<Created>();
    var losses = new ArrayList<Loss>();
    for (Plane plane : translation.planes()) {
      if (plane.balancing() != LoadBalancing.UNKNOWN) {
        losses.add(otherServices(plane));
      }
      var services = new TreeMap<ServiceName, Origin>();
      translation.mesh().backendPolicies().stream()
          .filter(it -> it.plane().equals(plane.id()))
          .forEach(it -> services.putIfAbsent(it.service(), it.origin()));
      for (Route route : translation.mesh().routes()) {
        if (route.plane().equals(plane.id())) {
          services.putIfAbsent(route.service(), route.origin());
          // Whoever moves the weights of backends makes their DestinationRules, too.
          route.rules().stream()
              .filter(it -> !it.varies())
              .flatMap(it -> it.backends().stream())
              .forEach(it -> services.putIfAbsent(it.service().value(), it.service().origin()));
        }
      }
      services.forEach(
          (name, from) -> lower(name, from, plane, translation).ifPresent(created::add));
    }
    return new Lowered<>(Output.of(created), losses);
  }

  /// Only the Services of routes get a DestinationRule: one for each Service would bury them.
  private static Loss otherServices(Plane plane) {
    return new Loss(
        plane.origin(),
        Optional.empty(),
        Feature.LOAD_BALANCING.label(),
        Effect.COSMETIC,
        Region.NOTHING,
        "Services without a route are balanced by Istio's default, least request",
        "");
  }

  private static Optional<Created> lower(
      ServiceName service, Origin from, Plane plane, Translation translation) {
    Optional<BackendPolicy> policy =
        translation.lookup().policiesOf(service).stream()
            .filter(it -> it.plane().equals(plane.id()))
            .findFirst();
    Optional<At<Balancing>> balancing =
        policy
            .flatMap(BackendPolicy::balancing)
            .or(() -> Optional.of(At.of(plane.balancing(), plane.origin())))
            .flatMap(it -> balancing(it.value()).map(it::with));
    Optional<At<Mode>> tls =
        policy
            .flatMap(BackendPolicy::mutualTls)
            .map(At::value)
            .or(() -> isMeshed(service, translation) ? Optional.of(true) : Optional.empty())
            .map(it -> it ? Mode.ISTIO_MUTUAL : Mode.DISABLE)
            .map(Translation::at);
    if (balancing.isEmpty() && tls.isEmpty()) {
      return Optional.empty();
    }
    String name = translation.names().give(GROUP, KIND, service.namespace(), service.name());
    Meta meta = Translation.networking(KIND, service.namespace(), name);
    String host = service.host(translation.mesh().assumptions().clusterDomain());
    var rule = DestinationRule.of(meta, Translation.at(host), balancing, tls);
    return Optional.of(
        Translation.created(meta, RenderDestinationRule.render(rule), List.of(from)));
  }

  private static boolean isMeshed(ServiceName name, Translation translation) {
    Optional<Service> service = translation.lookup().service(name);
    return service.filter(it -> !it.endpoints().isEmpty()).isPresent()
        && service.orElseThrow().endpoints().stream()
            .allMatch(it -> translation.moves(it.membership()));
  }

  private static Optional<Balancing> balancing(LoadBalancing balancing) {
    return switch (balancing) {
      case ROUND_ROBIN -> Optional.of(Balancing.ROUND_ROBIN);
      case LEAST_REQUEST -> Optional.of(Balancing.LEAST_REQUEST);
      case RANDOM -> Optional.of(Balancing.RANDOM);
      case PASSTHROUGH -> Optional.of(Balancing.PASSTHROUGH);
      case UNKNOWN -> Optional.empty();
    };
  }
}
