package io.meshc.validate.analysis;

import static io.meshc.validate.analysis.SmallMesh.CLIENT;
import static io.meshc.validate.analysis.SmallMesh.PLANE;
import static io.meshc.validate.analysis.SmallMesh.POLICY;
import static io.meshc.validate.analysis.SmallMesh.STRANGER;
import static io.meshc.validate.analysis.SmallMesh.byAnyFirstRoute;
import static io.meshc.validate.analysis.SmallMesh.closed;
import static io.meshc.validate.analysis.SmallMesh.openUntilAllowed;
import static io.meshc.validate.analysis.SmallMesh.plane;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.model.EgressPolicy;
import io.meshc.model.Extension;
import io.meshc.model.Membership;
import io.meshc.model.PeerTls;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Protocol;
import io.meshc.model.Scope;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.source.Origin;
import io.meshc.validate.question.Client;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Question;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Each test is a sentence about meshes; `summary` is the verdict, the status, the reason, and who is reached.
class DecideTest {
  private static final Match HTTP = new Match.OnHttp();
  private static final Match ADMIN = new Match.OnPath(new TextPattern.Exact("/admin"));

  @Test
  void a_closed_mesh_lets_through_what_is_granted() {
    var mesh =
        new SmallMesh(closed()).allow("web-v1", "client", HTTP).allow("web-v2", "client", HTTP);
    check(mesh, get(CLIENT, "web", "/"), "allow 200  shop/web-v1=0.5 shop/web-v2=0.5");
  }

  @Test
  void who_is_granted_nothing_gets_no_answer() {
    var mesh = new SmallMesh(closed()).allow("web-v1", "client", HTTP);
    check(mesh, get(STRANGER, "web", "/"), "deny - no-access shop/web!-");
  }

  @Test
  void endpoints_that_grant_nothing_are_left_out_where_the_mesh_trims() {
    var mesh = new SmallMesh(closed()).allow("web-v1", "client", HTTP);
    check(mesh, get(CLIENT, "web", "/"), "allow 200  shop/web-v1=1.0");
  }

  @Test
  void a_split_still_sends_its_share_to_a_backend_that_grants_nothing() {
    var mesh = new SmallMesh(closed()).allow("web-v1", "client", HTTP).split(50, 50);
    check(mesh, get(CLIENT, "web", "/"), "mixed -  shop/web-v1=0.5 shop/web-v2!503");
  }

  @Test
  void a_client_that_no_backend_of_a_split_grants_anything_gets_no_answer() {
    var mesh = new SmallMesh(closed()).allow("web-v1", "client", HTTP).split(50, 50);
    check(mesh, get(STRANGER, "web", "/"), "deny - no-access shop/web-v1!- shop/web-v2!-");
  }

  @Test
  void a_routed_service_is_no_name_to_whom_its_own_workloads_grant_nothing() {
    var mesh = new SmallMesh(closed()).allow("web-v1", "client", HTTP).split(50, 50);
    mesh.services.removeIf(it -> it.name().name().equals("web"));
    mesh.services.add(SmallMesh.service("web", Protocol.HTTP));
    check(mesh, get(CLIENT, "web", "/"), "deny - no-access ");
    check(mesh, get(CLIENT, "web-v1", "/"), "allow 200  shop/web-v1=1.0");
    mesh.planes.set(0, openUntilAllowed());
    check(mesh, get(CLIENT, "web", "/"), "allow 200  shop/web-v1=0.5 shop/web-v2=0.5");
  }

  @Test
  void of_overlapping_routes_for_different_clients_any_may_come_first() {
    var mesh =
        new SmallMesh(byAnyFirstRoute())
            .allow("web-v1", "client", HTTP)
            .allow("web-v1", "stranger", ADMIN);
    check(mesh, get(CLIENT, "web-v1", "/"), "allow 200  shop/web-v1=1.0");
    check(mesh, get(CLIENT, "web-v1", "/admin"), "unknown -  shop/web-v1?");
    check(mesh, get(STRANGER, "web-v1", "/admin"), "unknown -  shop/web-v1?");
    check(mesh, get(STRANGER, "web-v1", "/"), "deny 403 rbac shop/web-v1!403");
    mesh.allow("web-v1", "client", ADMIN).allow("web-v1", "stranger", HTTP);
    check(mesh, get(CLIENT, "web-v1", "/admin"), "allow 200  shop/web-v1=1.0");
    check(mesh, get(STRANGER, "web-v1", "/admin"), "allow 200  shop/web-v1=1.0");
  }

  @Test
  void routes_are_equal_whatever_ports_their_policies_name() {
    Match onPort = Match.all(ADMIN, new Match.OnWorkloadPort(9999));
    var mesh =
        new SmallMesh(byAnyFirstRoute())
            .allow("web-v1", "client", ADMIN)
            .allow("web-v1", "stranger", onPort);
    check(mesh, get(CLIENT, "web-v1", "/admin"), "allow 200  shop/web-v1=1.0");
    mesh.allow("web-v1", "stranger", Match.all(HTTP, new Match.OnWorkloadPort(9999)));
    check(mesh, get(CLIENT, "web-v1", "/admin"), "unknown -  shop/web-v1?");
  }

  @Test
  void no_rule_for_such_a_request_is_404_and_a_rule_for_others_is_403() {
    var mesh =
        new SmallMesh(closed()).allow("web-v1", "client", ADMIN).allow("web-v1", "stranger", HTTP);
    check(mesh, get(CLIENT, "web-v1", "/x"), "deny 403 rbac shop/web-v1!403");
    var alone = new SmallMesh(closed()).allow("web-v1", "client", ADMIN);
    check(alone, get(CLIENT, "web-v1", "/x"), "deny 404 no-route shop/web-v1!404");
  }

  @Test
  void an_open_mesh_closes_where_something_is_allowed() {
    var mesh = new SmallMesh(openUntilAllowed()).allow("web-v1", "client", ADMIN);
    check(mesh, get(CLIENT, "web-v2", "/"), "allow 200  shop/web-v2=1.0");
    check(mesh, get(CLIENT, "web-v1", "/"), "deny 403 rbac shop/web-v1!403");
    check(mesh, get(CLIENT, "web", "/"), "mixed -  shop/web-v1!403 shop/web-v2=0.5");
  }

  @Test
  void a_denial_goes_before_a_permission() {
    var mesh =
        new SmallMesh(openUntilAllowed())
            .allow("web-v1", "client", HTTP)
            .deny("web-v1", "client", ADMIN);
    check(mesh, get(CLIENT, "web-v1", "/admin"), "deny 403 rbac shop/web-v1!403");
    check(mesh, get(CLIENT, "web-v1", "/"), "allow 200  shop/web-v1=1.0");
  }

  @Test
  void strict_mutual_tls_refuses_who_proves_nothing() {
    var mesh = new SmallMesh(openUntilAllowed()).tls(PeerTls.Mode.STRICT);
    check(mesh, get(new Client.Outside(), "web-v1.shop", "/"), "deny - mtls shop/web-v1!-");
    check(mesh, get(CLIENT, "web-v1", "/"), "allow 200  shop/web-v1=1.0");
  }

  @Test
  void disabled_mutual_tls_takes_the_identity_away() {
    var mesh =
        new SmallMesh(openUntilAllowed()).tls(PeerTls.Mode.DISABLE).allow("web-v1", "client", HTTP);
    check(mesh, get(CLIENT, "web-v1", "/"), "deny 403 rbac shop/web-v1!403");
  }

  @Test
  void a_certificate_of_another_mesh_proves_nothing() {
    var mesh = new SmallMesh(openUntilAllowed()).tls(PeerTls.Mode.STRICT);
    var other = new PlaneId("other");
    Plane first = mesh.planes.getFirst();
    mesh.planes.add(
        new Plane(
            other,
            first.posture(),
            first.denial(),
            first.endpoints(),
            first.normalization(),
            first.egress(),
            first.balancing(),
            first.ports(),
            Origin.none()));
    mesh.workloads.removeIf(it -> it.id().name().equals("client"));
    mesh.workloads.add(SmallMesh.workload("client", other));
    check(mesh, get(CLIENT, "web-v1", "/"), "deny - mtls shop/web-v1!-");
  }

  @Test
  void what_the_repo_does_not_say_is_unknown_only_where_it_matters() {
    Plane unknown =
        plane(
            Plane.Posture.UNKNOWN,
            Plane.Denial.BY_ROUTE,
            Plane.Endpoints.ALL,
            Plane.Egress.UNKNOWN);
    var mesh = new SmallMesh(unknown).allow("web-v1", "client", ADMIN);
    check(mesh, get(CLIENT, "web-v1", "/admin"), "allow 200  shop/web-v1=1.0");
    check(mesh, get(CLIENT, "web-v1", "/"), "unknown -  shop/web-v1?");
  }

  @Test
  void what_cannot_be_looked_into_makes_its_part_unknown() {
    var mesh = new SmallMesh(closed()).allow("web-v1", "client", ADMIN);
    mesh.extensions.add(
        new Extension(
            POLICY,
            PLANE,
            new Scope.Everywhere(),
            "external authorization",
            Extension.Touches.MAY_DENY,
            Origin.none()));
    check(mesh, get(CLIENT, "web-v1", "/admin"), "unknown -  shop/web-v1?");
    check(mesh, get(CLIENT, "web-v1", "/"), "deny 404 no-route shop/web-v1!404");
  }

  @Test
  void whether_a_proxy_stands_there_may_be_unknown_of_either_side() {
    var unclear = new Membership.Unclear("a template", Origin.none());
    var mesh = new SmallMesh(closed()).allow("web-v1", "client", HTTP);
    mesh.workloads.removeIf(it -> it.id().name().equals("client"));
    mesh.workloads.add(SmallMesh.workload("client", unclear));
    check(mesh, get(CLIENT, "web-v1", "/"), "unknown -  ");
    check(mesh, get(STRANGER, "web-v1", "/"), "deny - no-access shop/web-v1!-");
    var server = SmallMesh.workload("hidden", unclear);
    mesh.services.add(SmallMesh.service("hidden", Protocol.HTTP, server));
    check(mesh, get(STRANGER, "hidden", "/"), "unknown -  shop/hidden?");
    check(mesh, get(new Client.Outside(), "hidden.shop", "/"), "unknown -  shop/hidden?");
  }

  @Test
  void nobody_knows_what_a_workload_that_the_repo_does_not_hold_runs_as() {
    var mesh = new SmallMesh(closed()).tls(PeerTls.Mode.STRICT).allow("web-v1", "client", HTTP);
    check(mesh, get(new Client.OfWorkload("shop", "ghost"), "web-v1", "/"), "unknown -  ");
    check(
        mesh,
        get(new Client.OfWorkload("shop", "client"), "web-v1", "/"),
        "allow 200  shop/web-v1=1.0");
  }

  @Test
  void two_routes_for_one_service_are_unknown_where_they_differ() {
    var mesh = new SmallMesh(openUntilAllowed()).split(50, 50).split(1, 9);
    check(mesh, get(CLIENT, "web", "/"), "unknown -  ");
    check(
        new SmallMesh(openUntilAllowed()).split(1, 9).split(1, 9),
        get(CLIENT, "web", "/"),
        "allow 200  shop/web-v1=0.1 shop/web-v2=0.9");
  }

  @Test
  void a_split_without_weight_reaches_nothing() {
    check(
        new SmallMesh(openUntilAllowed()).split(0, 0),
        get(CLIENT, "web", "/"),
        "deny 503 no-endpoint shop/web!503");
  }

  @Test
  void routes_are_the_business_of_the_clients_proxy() {
    var mesh = new SmallMesh(openUntilAllowed()).split(0, 100);
    check(
        mesh,
        get(new Client.Outside(), "web.shop", "/"),
        "allow 200  shop/web-v1=0.5 shop/web-v2=0.5");
  }

  @Test
  void a_raw_connection_does_not_pass_on_http_rules() {
    var mesh = new SmallMesh(closed()).allow("web-v1", "client", HTTP);
    check(mesh, Question.tcp(CLIENT, "db.shop", 80), "deny - no-route shop/web-v1!-");
    check(mesh, Question.tcp(CLIENT, "web.shop", 80), "deny - no-route ");
    mesh.allow("web-v1", "client", new Match.OnWorkloadPort(8080));
    check(mesh, Question.tcp(CLIENT, "db.shop", 80), "allow -  shop/web-v1=1.0");
  }

  @Test
  void a_port_that_a_service_does_not_have() {
    var mesh = new SmallMesh(openUntilAllowed());
    check(mesh, Question.get(CLIENT, "web.shop", 81, "/"), "deny - no-port ");
  }

  @Test
  void a_service_without_endpoints() {
    var mesh = new SmallMesh(openUntilAllowed());
    mesh.services.add(SmallMesh.service("empty", Protocol.HTTP));
    check(mesh, get(CLIENT, "empty", "/"), "deny 503 no-endpoint shop/empty!503");
  }

  @Test
  void hosts_that_the_mesh_does_not_know() {
    check(
        new SmallMesh(openUntilAllowed()),
        get(CLIENT, "example.org", "/"),
        "allow 200  external:example.org=1.0");
    check(new SmallMesh(closed()), get(CLIENT, "example.org", "/"), "deny - no-route ");
    check(new SmallMesh(closed()), get(CLIENT, "nobody.shop", "/"), "unknown -  ");
    var locked = new SmallMesh(openUntilAllowed());
    locked.egress.add(
        new EgressPolicy(
            POLICY, PLANE, new Scope.InNamespace("shop"), Plane.Egress.CLOSED, Origin.none()));
    check(locked, get(CLIENT, "example.org", "/"), "deny 502 no-route ");
  }

  @Test
  void every_form_of_a_service_name_is_the_service() {
    var mesh = new SmallMesh(openUntilAllowed());
    for (String host :
        new String[] {
          "web-v1",
          "WEB-V1",
          "web-v1.shop",
          "web-v1.shop.svc",
          "web-v1.shop.svc.cluster",
          "web-v1.shop.svc.cluster.local",
          "web-v1.shop.svc.cluster.local."
        }) {
      check(mesh, get(CLIENT, host, "/"), "allow 200  shop/web-v1=1.0");
    }
  }

  @Test
  void every_step_of_a_denial_says_what_failed() {
    var mesh = new SmallMesh(closed()).allow("web-v1", "client", ADMIN);
    Decision decision = mesh.ask(get(CLIENT, "web-v1", "/x"));
    assertThat(decision.steps())
        .anySatisfy(it -> assertThat(it.because()).isEqualTo("wants path `/admin`, is `/x`"));
  }

  private static Question get(Client from, String host, String path) {
    return Question.get(from, host, 80, path);
  }

  private static void check(SmallMesh mesh, Question question, String expected) {
    assertThat(summary(mesh.ask(question))).isEqualTo(expected);
  }

  private static String summary(Decision decision) {
    String status =
        decision.status().isPresent() ? String.valueOf(decision.status().getAsInt()) : "-";
    String reached =
        decision.backends().stream()
            .map(it ->
                switch (it.verdict()) {
                  case ALLOW -> it.workload() + "=" + it.share().most();
                  case UNKNOWN -> it.workload() + "?";
                  case DENY, MIXED ->
                      (it.workload().isEmpty() ? it.service() : it.workload())
                          + "!"
                          + (it.status().isPresent() ? it.status().getAsInt() : "-");
                })
            .collect(Collectors.joining(" "));
    return decision.verdict().label() + " " + status + " " + decision.reason() + " " + reached;
  }
}
