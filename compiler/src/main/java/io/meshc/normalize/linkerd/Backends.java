package io.meshc.normalize.linkerd;

import io.meshc.dialect.gateway.route.BackendRef;
import io.meshc.dialect.gateway.route.Filter;
import io.meshc.model.Route.Backend;
import io.meshc.model.Route.Edit;
import io.meshc.model.ServiceName;
import io.meshc.model.server.RouteTable;
import io.meshc.source.At;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The backends of a rule. What is none that Linkerd can send to gets its share of the requests all the same, and each of these
/// fails.
///
/// Source: linkerd/linkerd2, policy-controller/k8s/index/src/outbound/index.rs, `convert_backend`.
///
/// @param namespace of backends that name none
/// @param parent that the route is attached to, where that stands outside of the cluster
record Backends(String namespace, Optional<ServiceName> parent) {

  List<Backend> of(List<BackendRef> refs) {
    return refs.stream().map(this::of).toList();
  }

  private Backend of(BackendRef ref) {
    String name = ref.name().map(At::value).orElse("");
    String there = ref.namespace().map(At::value).orElse(namespace);
    long weight = ref.weight().map(At::value).orElse(1L);
    return new Backend(
        At.of(target(ref, there, name), ref.origin()),
        ref.port().map(it -> OptionalInt.of((int) (long) it.value())).orElse(OptionalInt.empty()),
        ref.weight().map(it -> it.with((int) weight)).orElseGet(() -> At.of(1, ref.origin())),
        Optional.empty(),
        Optional.empty(),
        edits(ref));
  }

  private ServiceName target(BackendRef ref, String there, String name) {
    String group = ref.group().map(At::value).orElse("");
    String kind = ref.kind().map(At::value).orElse("Service");
    boolean core = group.isEmpty() || group.equalsIgnoreCase("core");
    if (ref.filters().stream().anyMatch(it -> RouteRules.unknown(it).isPresent())) {
      return RouteTable.none(there, "filter of " + name);
    }
    if (ref.filters().stream().anyMatch(it -> it.requestRedirect().isPresent())) {
      return RouteTable.unclear(there, name);
    }
    if (core && kind.equalsIgnoreCase("Service")) {
      return new ServiceName(there, name);
    }
    boolean egress =
        group.equalsIgnoreCase(LinkerdPlane.POLICY) && kind.equalsIgnoreCase("EgressNetwork");
    ServiceName outside = RouteTable.outside(there, name);
    return egress && parent.filter(outside::equals).isPresent()
        ? outside
        : RouteTable.none(there, kind + " " + name);
  }

  private static List<Edit> edits(BackendRef ref) {
    return ref.filters().stream()
        .flatMap(it -> it.requestHeaderModifier().stream())
        .flatMap((Filter.HeaderModifier it) -> RouteRules.edits(it).stream())
        .toList();
  }
}
