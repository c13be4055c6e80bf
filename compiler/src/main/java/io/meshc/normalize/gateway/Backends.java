package io.meshc.normalize.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.gateway.route.BackendRef;
import io.meshc.model.Route.Backend;
import io.meshc.model.Route.Standing;
import io.meshc.model.ServiceName;
import io.meshc.normalize.Settings.GatewayProfile;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Backends of a rule → backends of the model. A reference that leads nowhere, or that nobody grants, keeps its share, and what
/// falls to it is answered with 500.
///
/// Source: gateway-api.sigs.k8s.io, HTTPRouteRule, "backendRefs"; HTTPBackendRef, "weight".
///
/// @param bound whether the route is bound to a Gateway there: in a mesh nobody has to grant references
record Backends(Meta route, boolean bound, Environment environment) {

  List<Backend> of(List<BackendRef> written, Optional<String> prefix, Origin rule) {
    if (written.isEmpty()) {
      return List.of(refused("the rule has no backends", rule));
    }
    List<Backend> all = written.stream().map(it -> backend(it, prefix)).toList();
    return all.stream().allMatch(it -> it.weight().value() == 0)
        ? List.of(refused("the weights of all backends are 0", rule))
        : all;
  }

  /// What takes the place of backends that are not there.
  private static Backend refused(String because, Origin rule) {
    return new Backend(
        At.of(new ServiceName("", ""), rule),
        OptionalInt.empty(),
        At.of(1, rule),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new Standing.Refused(because));
  }

  private Backend backend(BackendRef written, Optional<String> prefix) {
    At<String> name = written.name().orElse(At.of("", written.origin()));
    String namespace = written.namespace().map(At::value).orElse(route.namespace());
    var service = new ServiceName(namespace, name.value());
    Optional<ServiceName> other = implementation().backend(written);
    return new Backend(
        name.with(other.orElse(service)),
        written.port().map(it -> OptionalInt.of(it.value().intValue())).orElse(OptionalInt.empty()),
        weight(written),
        Optional.empty(),
        Optional.empty(),
        new Filters(written.filters(), prefix, profile()).edits(),
        other.isPresent() ? new Standing.Resolved() : standing(written, service));
  }

  private static At<Integer> weight(BackendRef written) {
    return written
        .weight()
        .map(it -> it.map(weight -> (int) Math.clamp(weight, 0, 1_000_000)))
        .orElse(At.of(1, written.origin()));
  }

  private Standing standing(BackendRef written, ServiceName service) {
    String group = written.group().map(At::value).orElse("");
    String kind = written.kind().map(At::value).orElse("Service");
    if (!group.isEmpty() || !kind.equals("Service")) {
      return new Standing.Refused("kind `" + kind + "` of `" + group + "` is no backend here");
    }
    if (bound
        && !environment.grants().allow(route, group, kind, service.namespace(), service.name())) {
      return new Standing.Refused(
          "no ReferenceGrant in namespace `"
              + service.namespace()
              + "` lets `"
              + route.id().label()
              + "` name Service `"
              + service.label()
              + "`");
    }
    return new Standing.Resolved();
  }

  /// What decides beside the rule whether a backend answers, and which the model does not have; empty where there is nothing such.
  Optional<String> decider(List<BackendRef> written) {
    return written.stream().flatMap(it -> decider(it).stream()).findFirst();
  }

  private Optional<String> decider(BackendRef written) {
    String group = written.group().map(At::value).orElse("");
    String kind = written.kind().map(At::value).orElse("Service");
    String name = written.name().map(At::value).orElse("");
    if (!group.isEmpty() || !kind.equals("Service")) {
      // Kinds that Istio has only where a feature is switched on.
      boolean known = !group.startsWith("multicluster.") && !group.startsWith("inference.");
      return profile() == GatewayProfile.ISTIO && known
          ? Optional.empty()
          : Optional.of("whether `" + kind + "` is a backend is left to implementations");
    }
    String namespace = written.namespace().map(At::value).orElse(route.namespace());
    var service = new ServiceName(namespace, name);
    return environment
        .tls(service)
        .filter(_ -> !speaksTls(service, written))
        .map(it ->
            "`"
                + it.meta().id().label()
                + "` has TLS spoken with Service `"
                + namespace
                + "/"
                + name
                + "`, and what its servers make of that is not in the model");
  }

  /// Whether the port of the Service says that its servers take what the policy has spoken with them.
  private boolean speaksTls(ServiceName service, BackendRef written) {
    return environment.service(service).stream()
        .flatMap(it -> it.ports().stream())
        .filter(it ->
            written.port().filter(at -> at.value() == it.number().value().longValue()).isPresent())
        .anyMatch(it -> it.appProtocol().filter(at -> at.value().equals("https")).isPresent());
  }

  private Implementation implementation() {
    return environment.implementation();
  }

  GatewayProfile profile() {
    return implementation().profile();
  }
}
