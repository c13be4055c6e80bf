package io.meshc.normalize.kubernetes;

import io.meshc.diag.Problem;
import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.EndpointsObject;
import io.meshc.dialect.kubernetes.EndpointsObject.Endpoint;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.normalize.Declarations.DeclaredEndpoint;
import io.meshc.normalize.Declarations.DeclaredReference;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Endpoints and EndpointSlices say of Services.
///
/// Source: kubernetes.io, "Services without selectors", "EndpointSlices"; k8s.io/kubernetes, pkg/controller/endpoint.
final class WrittenEndpoints {
  private final Map<String, List<EndpointsObject>> byService = new HashMap<>();

  WrittenEndpoints(Resources resources, Ledger ledger) {
    for (EndpointsObject it : resources.of(EndpointsObject.class)) {
      Optional<At<String>> service = it.service().filter(name -> !name.value().isEmpty());
      service.ifPresent(name -> {
        byService
            .computeIfAbsent(it.meta().namespace() + "/" + name.value(), _ -> new ArrayList<>())
            .add(it);
        ledger.add(
            new DeclaredReference(
                it.meta().id(),
                new ResourceId("", "Service", it.meta().namespace(), name.value()),
                "Service",
                name.origin()));
      });
    }
  }

  /// Endpoints of one Service that listen at several numbers for one of its ports: of the Pods among them the first one counts.
  static List<Problem> disagreements(List<DeclaredEndpoint> endpoints) {
    var first = new HashMap<String, Integer>();
    var problems = new ArrayList<Problem>();
    for (DeclaredEndpoint endpoint : endpoints) {
      endpoint
          .ports()
          .forEach((name, number) -> {
            Integer before = first.putIfAbsent(name, number);
            if (endpoint.pod().isPresent() && before != null && !before.equals(number)) {
              problems.add(
                  new Problem(
                      Problem.Kind.NOT_MODELLED,
                      endpoint.origin(),
                      "other endpoints of the Service listen at "
                          + before
                          + " for port `"
                          + name
                          + "`: this one is taken to do so too",
                      ""));
            }
          });
    }
    return problems;
  }

  /// Each address once. Of a Service with a selector, Kubernetes writes the Endpoints over and keeps the slices of others beside
  /// its own; what it wrote itself says nothing that the selector does not.
  List<DeclaredEndpoint> of(ServiceObject service) {
    String name = service.meta().namespace() + "/" + service.meta().name();
    boolean selects = !service.selector().isEmpty();
    var endpoints = new LinkedHashMap<String, DeclaredEndpoint>();
    for (EndpointsObject written : byService.getOrDefault(name, List.of())) {
      if (!selects || written.isSlice() && !written.isGenerated()) {
        for (Endpoint it : written.endpoints()) {
          if (it.ready() || service.publishesNotReady()) {
            endpoints.putIfAbsent(
                it.address().value() + " " + it.ports(),
                new DeclaredEndpoint(
                    it.address().value(), it.pod(), it.ports(), it.address().origin()));
          }
        }
      }
    }
    return List.copyOf(endpoints.values());
  }
}
