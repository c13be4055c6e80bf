package io.meshc.validate.analysis;

import io.meshc.model.Assumptions;
import io.meshc.model.Authorization;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Extension;
import io.meshc.model.Identity;
import io.meshc.model.LoadBalancing;
import io.meshc.model.Lookup;
import io.meshc.model.Membership;
import io.meshc.model.Mesh;
import io.meshc.model.Namespace;
import io.meshc.model.PeerTls;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.PortReading;
import io.meshc.model.Protocol;
import io.meshc.model.Route;
import io.meshc.model.Scope;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.model.match.Match;
import io.meshc.model.match.PathNormalization;
import io.meshc.model.match.TextPattern;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.validate.question.Client;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// A shop with two versions of a web server, a client, and whatever a test adds.
final class SmallMesh {
  static final PlaneId PLANE = new PlaneId("one");
  static final ResourceId POLICY = new ResourceId("test", "Policy", "shop", "policy");
  static final Client CLIENT = new Client.OfAccount("shop", "client");
  static final Client STRANGER = new Client.OfAccount("shop", "stranger");

  final List<Plane> planes = new ArrayList<>();
  final List<Workload> workloads = new ArrayList<>();
  final List<Service> services = new ArrayList<>();
  final List<Route> routes = new ArrayList<>();
  final List<Authorization> authorizations = new ArrayList<>();
  final List<PeerTls> peerTls = new ArrayList<>();
  final List<EgressPolicy> egress = new ArrayList<>();
  final List<Extension> extensions = new ArrayList<>();

  SmallMesh(Plane plane) {
    planes.add(plane);
    Workload v1 = workload("web-v1", PLANE);
    Workload v2 = workload("web-v2", PLANE);
    workloads.addAll(List.of(v1, v2, workload("client", PLANE), workload("stranger", PLANE)));
    services.add(service("web", Protocol.HTTP, v1, v2));
    services.add(service("web-v1", Protocol.HTTP, v1));
    services.add(service("web-v2", Protocol.HTTP, v2));
    services.add(service("db", Protocol.TCP, v1));
  }

  static Plane plane(
      Plane.Posture posture, Plane.Denial denial, Plane.Endpoints endpoints, Plane.Egress egress) {
    return new Plane(
        PLANE,
        posture,
        denial,
        endpoints,
        PathNormalization.NONE,
        egress,
        LoadBalancing.UNKNOWN,
        new PortReading(Map.of(), Map.of(), Map.of(), Protocol.HTTP),
        Origin.none());
  }

  static Plane closed() {
    return plane(
        Plane.Posture.CLOSED, Plane.Denial.BY_ROUTE, Plane.Endpoints.GRANTED, Plane.Egress.CLOSED);
  }

  /// As Open Service Mesh: one route decides, and nobody knows which.
  static Plane byAnyFirstRoute() {
    Plane closed = closed();
    return new Plane(
        closed.id(),
        closed.posture(),
        closed.denial(),
        closed.endpoints(),
        closed.normalization(),
        closed.egress(),
        closed.balancing(),
        closed.ports(),
        Plane.Overlap.ANY_FIRST,
        closed.origin());
  }

  static Plane openUntilAllowed() {
    return plane(
        Plane.Posture.OPEN_UNTIL_ALLOWED,
        Plane.Denial.FORBIDDEN,
        Plane.Endpoints.ALL,
        Plane.Egress.OPEN);
  }

  static Workload workload(String name, PlaneId plane) {
    return workload(name, new Membership.Sidecar(plane, Origin.none()));
  }

  static Workload workload(String name, Membership membership) {
    return new Workload(
        new ResourceId("apps", "Deployment", "shop", name),
        Map.of("app", name),
        Map.of("app", name),
        new Identity("cluster.local", "shop", name),
        List.of(),
        List.of(),
        1,
        membership,
        false,
        Origin.none());
  }

  static Service service(String name, Protocol protocol, Workload... endpoints) {
    var port =
        new ServicePort(80, "", "", new ServicePort.Target.Number(8080), protocol, Origin.none());
    return new Service(
        new ServiceName("shop", name),
        Map.of("app", name),
        List.of(port),
        false,
        List.of(endpoints),
        false,
        Origin.none());
  }

  SmallMesh allow(String account, String client, Match requests) {
    return policy(Authorization.Effect.ALLOW, account, client, requests);
  }

  SmallMesh deny(String account, String client, Match requests) {
    return policy(Authorization.Effect.DENY, account, client, requests);
  }

  private SmallMesh policy(
      Authorization.Effect effect, String account, String client, Match requests) {
    Match identity =
        new Match.OnIdentity(new TextPattern.Exact("cluster.local/ns/shop/sa/" + client));
    var rule =
        new Authorization.Rule(At.of(identity, Origin.none()), At.of(requests, Origin.none()));
    authorizations.add(
        new Authorization(
            POLICY,
            PLANE,
            effect,
            new Scope.OfAccount("shop", account),
            List.of(rule),
            Origin.none()));
    return this;
  }

  SmallMesh tls(PeerTls.Mode mode) {
    peerTls.add(
        new PeerTls(
            POLICY,
            PLANE,
            new Scope.Everywhere(),
            At.of(mode, Origin.none()),
            Map.of(),
            Origin.none()));
    return this;
  }

  SmallMesh split(int first, int second) {
    List<Route.Backend> backends = List.of(backend("web-v1", first), backend("web-v2", second));
    var rule = new Route.Rule(At.of(Match.ANY, Origin.none()), backends);
    routes.add(
        new Route(
            POLICY,
            PLANE,
            new ServiceName("shop", "web"),
            Route.Layer.BOTH,
            List.of(rule),
            Route.Unmatched.SERVICE,
            Origin.none()));
    return this;
  }

  private static Route.Backend backend(String service, int weight) {
    return new Route.Backend(
        At.of(new ServiceName("shop", service), Origin.none()),
        OptionalInt.empty(),
        At.of(weight, Origin.none()));
  }

  Lookup lookup() {
    return Lookup.of(
        new Mesh(
            Assumptions.DEFAULT,
            planes,
            List.of(
                new Namespace(
                    "shop", true, new Membership.Sidecar(PLANE, Origin.none()), Origin.none())),
            workloads,
            services,
            routes,
            List.of(),
            authorizations,
            peerTls,
            egress,
            extensions,
            List.of()));
  }

  Decision ask(Question question) {
    return Decide.in(lookup()).answer(question);
  }
}
