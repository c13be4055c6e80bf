package io.meshc.normalize.istio;

import io.meshc.model.Authorization;
import io.meshc.model.BackendPolicy;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Extension;
import io.meshc.model.PeerTls;
import io.meshc.model.Plane;
import io.meshc.model.Route;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Declarations.Enrolment;
import io.meshc.normalize.Declarations.ImpliedAccount;
import java.util.List;

/// Declarations of one sort.
final class Part {
  private Part() {}

  static Declarations planes(List<Plane> planes) {
    return of(planes, List.of(), List.of(), List.of(), List.of());
  }

  static Declarations enrolments(List<Enrolment> enrolments) {
    return of(List.of(), enrolments, List.of(), List.of(), List.of());
  }

  static Declarations implied(List<ImpliedAccount> implied) {
    return of(List.of(), List.of(), implied, List.of(), List.of());
  }

  static Declarations routes(List<Route> routes) {
    return of(List.of(), List.of(), List.of(), routes, List.of());
  }

  static Declarations extensions(List<Extension> extensions) {
    return of(List.of(), List.of(), List.of(), List.of(), extensions);
  }

  static Declarations authorizations(List<Authorization> authorizations) {
    return policies(List.of(), authorizations, List.of(), List.of());
  }

  static Declarations backendPolicies(List<BackendPolicy> policies) {
    return policies(policies, List.of(), List.of(), List.of());
  }

  static Declarations peerTls(List<PeerTls> policies) {
    return policies(List.of(), List.of(), policies, List.of());
  }

  static Declarations egress(List<EgressPolicy> policies) {
    return policies(List.of(), List.of(), List.of(), policies);
  }

  private static Declarations of(
      List<Plane> planes,
      List<Enrolment> enrolments,
      List<ImpliedAccount> implied,
      List<Route> routes,
      List<Extension> extensions) {
    return new Declarations(
        planes,
        List.of(),
        List.of(),
        List.of(),
        enrolments,
        implied,
        routes,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        extensions,
        List.of(),
        List.of());
  }

  private static Declarations policies(
      List<BackendPolicy> backends,
      List<Authorization> authorizations,
      List<PeerTls> peerTls,
      List<EgressPolicy> egress) {
    return new Declarations(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        backends,
        authorizations,
        peerTls,
        egress,
        List.of(),
        List.of(),
        List.of());
  }
}
