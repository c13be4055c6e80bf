package io.meshc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.cli.Understood;
import io.meshc.diag.Finding;
import io.meshc.diag.Problem;
import io.meshc.model.Assumptions;
import io.meshc.model.Protocol;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The statements of `osm-bookstore/expected.json` that are not one request, one method each.
class OsmBookstoreStatementsTest {
  private static final List<String> ACCOUNTS =
      List.of(
          "bookbuyer/bookbuyer",
          "bookthief/bookthief",
          "bookstore/bookstore",
          "bookwarehouse/bookwarehouse");
  private static final List<String> HTTP =
      List.of("bookstore.bookstore", "bookstore-v1.bookstore", "bookwarehouse.bookwarehouse");
  private static final List<String> REQUESTS =
      List.of("GET /", "GET /buy-a-book/new", "POST /restock-books", "DELETE /reset");

  /// SCENARIO/ID of a statement.
  @Retention(RetentionPolicy.RUNTIME)
  private @interface Statement {
    String value();
  }

  @BeforeAll
  static void needsTheSharedFolder() {
    Shared.folder();
  }

  @Test
  void everyStatementHasItsMethod() {
    List<String> here =
        Stream.of(OsmBookstoreStatementsTest.class.getDeclaredMethods())
            .map(it -> Optional.ofNullable(it.getAnnotation(Statement.class)))
            .flatMap(Optional::stream)
            .map(Statement::value)
            .toList();
    assertThat(Scenario.all().stream().flatMap(it -> it.statements().stream()))
        .containsExactlyInAnyOrderElementsOf(here);
  }

  @Test
  @Statement("S0-permissive/all-mesh")
  void permissiveModeLetsEveryMeshClientCallEverything() {
    Understood mesh = scenario("S0-permissive");
    for (String account : ACCOUNTS) {
      everyRequest("sa:" + account).forEach(it -> check(mesh, it, "allow", ""));
      check(mesh, tcp("sa:" + account, "mysql.bookwarehouse:3306"), "allow", "");
    }
    assertThat(mesh.mesh().authorizations()).as("TrafficTargets are without effect").isEmpty();
  }

  @Test
  @Statement("S0-permissive/non-mesh-still-denied")
  void permissiveModeRefusesClientsWithoutASidecar() {
    Understood mesh = scenario("S0-permissive");
    everyRequest(null).forEach(it -> check(mesh, it, "deny", "mtls"));
    check(mesh, tcp(null, "mysql.bookwarehouse:3306"), "deny", "mtls");
  }

  @Test
  @Statement("S1-smi-no-policies/nothing-flows")
  void withoutPoliciesNothingFlows() {
    Understood mesh = scenario("S1-smi-no-policies");
    for (String account : ACCOUNTS) {
      everyRequest("sa:" + account)
          .forEach(it ->
              assertThat(Meshes.decide(mesh, Meshes.question(it)).verdict().label())
                  .as(it)
                  .isEqualTo("deny"));
    }
  }

  @Test
  @Statement("S1-smi-no-policies/client-denied")
  void withoutPoliciesNobodyHasAccessToAnything() {
    Understood mesh = scenario("S1-smi-no-policies");
    for (String account : ACCOUNTS) {
      everyRequest("sa:" + account).forEach(it -> check(mesh, it, "deny", "no-access"));
      check(mesh, tcp("sa:" + account, "mysql.bookwarehouse:3306"), "deny", "no-access");
    }
  }

  @Test
  @Statement("D1-demo-scripts/duplicate-root")
  void aServiceThatIsRepeatedToTheLetterIsNoError() {
    Understood mesh = demo("D1-demo-scripts", false);
    assertThat(mesh.problems()).extracting(Problem::kind).contains(Problem.Kind.REPEATED_OBJECT);
    assertThat(mesh.problems())
        .extracting(Problem::kind)
        .doesNotContain(Problem.Kind.DUPLICATE_OBJECT);
    assertThat(mesh.mesh().services())
        .extracting(Service::name)
        .containsOnlyOnce(new ServiceName("bookstore", "bookstore"));
  }

  @Test
  @Statement("D1-demo-scripts/accounts")
  void bothAccountsOfTheStoreMayRestock() {
    Understood mesh = demo("D1-demo-scripts", false);
    assertThat(mesh.mesh().workloads())
        .extracting(it -> it.identity().label())
        .contains("bookstore/bookstore-v1", "bookstore/bookstore-v2");
    for (String account : List.of("sa:bookstore/bookstore-v1", "sa:bookstore/bookstore-v2")) {
      check(
          mesh,
          http(account, "bookwarehouse.bookwarehouse:14001", "POST", "/restock-books"),
          "allow",
          "");
    }
  }

  @Test
  @Statement("D1-demo-scripts/split")
  void aRootWithoutItsNamespaceIsSplit() {
    Understood mesh = demo("D1-demo-scripts", false);
    halves(mesh);
  }

  @Test
  @Statement("D1-demo-scripts/unused-match")
  void aMatchThatNoTargetNamesGrantsNothingAndIsReported() {
    Understood mesh = demo("D1-demo-scripts", false);
    check(
        mesh,
        http("sa:bookbuyer/bookbuyer", "bookstore.bookstore:14001", "POST", "/update-books-bought"),
        "deny",
        "no-route");
    assertThat(Pipeline.judge(mesh).kept())
        .extracting(Finding::message)
        .anyMatch(it -> it.contains("`update-books-bought`"));
  }

  @Test
  @Statement("D1-demo-scripts/mysql")
  void serverFirstIsTcpAndTheWarehouseMayConnect() {
    Understood mesh = demo("D1-demo-scripts", false);
    var mysql = mesh.lookup().service(new ServiceName("bookwarehouse", "mysql")).orElseThrow();
    assertThat(mysql.port(3306).orElseThrow().protocol()).isEqualTo(Protocol.TCP);
    check(mesh, tcp("sa:bookwarehouse/bookwarehouse", "mysql.bookwarehouse:3306"), "allow", "");
    check(mesh, tcp("sa:bookbuyer/bookbuyer", "mysql.bookwarehouse:3306"), "deny", "no-access");
  }

  @Test
  @Statement("D1-demo-scripts/bad-object")
  void aMeshConfigOfTheCoreGroupIsNoMeshConfig() {
    String path = "corpora/smi-osm/osm-demo/rendered/smi-policies.yaml";
    String text =
        Cli.read(Shared.folder().resolve(path)).replace("PolicyMode: false", "PolicyMode: true");
    var files = new ArrayList<>(Scenario.of("D1-demo-scripts").files());
    files.add(new SourceFile(path, text));
    Understood mesh = Meshes.of(files);
    assertThat(mesh.problems())
        .anyMatch(it -> it.kind() == Problem.Kind.UNKNOWN_KIND && it.origin().file().equals(path));
    check(
        mesh,
        http("sa:bookbuyer/bookbuyer", "bookstore.bookstore:14001", "GET", "/reset"),
        "deny",
        "no-route");
  }

  @Test
  @Statement("D2-demo-same-sa/root-selects-nothing")
  void aRootWhoseSelectorFitsNobodyHasNoEndpoints() {
    Understood mesh = demo("D2-demo-same-sa", false);
    assertThat(
            mesh.lookup()
                .service(new ServiceName("bookstore", "bookstore"))
                .orElseThrow()
                .endpoints())
        .isEmpty();
  }

  /// The statement's other half, that SMI mode does not know such a root at all, is read from code and not measured: not held.
  @Test
  @Statement("D2-demo-same-sa/osm-smi-mode")
  void inPermissiveModeTheSplitOfSuchARootWorks() {
    halves(demo("D2-demo-same-sa", true));
  }

  @Test
  @Statement("D2-demo-same-sa/one-target")
  void oneTargetGrantsBothLeavesOfAnAccount() {
    Understood mesh = demo("D2-demo-same-sa", false);
    for (String leaf : List.of("bookstore-v1.bookstore:14001", "bookstore-v2.bookstore:14001")) {
      check(mesh, http("sa:bookbuyer/bookbuyer", leaf, "GET", "/buy-a-book/new"), "allow", "");
      check(
          mesh,
          http("sa:bookthief/bookthief", leaf, "GET", "/buy-a-book/new"),
          "deny",
          "no-access");
    }
  }

  @Test
  @Statement("E1-e2e-two-paths/one")
  void theFirstClientMayCallItsPath() {
    check(
        twoPaths(true),
        http("sa:client/source-one", "server.server:14001", "GET", "/anything"),
        "allow",
        "");
  }

  @Test
  @Statement("E1-e2e-two-paths/two")
  void theOtherClientIsForbiddenThePathOfTheFirst() {
    String request = http("sa:client/source-two", "server.server:14001", "GET", "/anything");
    check(twoPaths(true), request, "deny", "rbac");
    assertThat(Meshes.decide(twoPaths(true), Meshes.question(request)).status()).hasValue(403);
  }

  @Test
  @Statement("E1-e2e-two-paths/deleted")
  void withoutItsTargetTheFirstClientIsNotEvenAnswered() {
    String request = http("sa:client/source-one", "server.server:14001", "GET", "/anything");
    check(twoPaths(false), request, "deny", "no-access");
    assertThat(Meshes.decide(twoPaths(false), Meshes.question(request)).status()).isEmpty();
  }

  private static void check(Understood mesh, String request, String verdict, String reason) {
    var decision = Meshes.decide(mesh, Meshes.question(request));
    assertThat(decision.verdict().label() + " " + decision.reason())
        .as("%s%n%s", request, decision)
        .isEqualTo(verdict + " " + reason);
  }

  private static void halves(Understood mesh) {
    String request =
        http("sa:bookbuyer/bookbuyer", "bookstore.bookstore:14001", "GET", "/buy-a-book/new");
    check(mesh, request, "allow", "");
    var decision = Meshes.decide(mesh, Meshes.question(request));
    assertThat(Meshes.shares(decision, Set.of("bookstore-v1", "bookstore-v2"), mesh))
        .containsEntry("bookstore-v1", 0.5)
        .containsEntry("bookstore-v2", 0.5);
  }

  private static Understood scenario(String id) {
    return Meshes.of(Scenario.of(id).files());
  }

  /// The demo's manifests do not hold the MeshConfig, so the mode is said.
  private static Understood demo(String id, boolean permissive) {
    return Meshes.of(Scenario.of(id).files(), mode(permissive));
  }

  private static Settings mode(boolean permissive) {
    return new Settings(Assumptions.DEFAULT, "default", Optional.of(permissive), Optional.empty());
  }

  private static Understood twoPaths(boolean first) {
    Path resources = Shared.repository().resolve("cli/src/test/resources");
    return Meshes.of(
        first
            ? Meshes.files(
                resources.resolve("two-paths.yaml"), resources.resolve("two-paths-first.yaml"))
            : Meshes.files(resources.resolve("two-paths.yaml")),
        mode(false));
  }

  private static Stream<String> everyRequest(String from) {
    return HTTP.stream()
        .flatMap(host ->
            REQUESTS.stream()
                .map(it -> it.split(" ", 2))
                .map(it -> http(from, host + ":14001", it[0], it[1])));
  }

  private static String http(String from, String to, String method, String path) {
    return "{\"from\": %s, \"to\": \"%s\", \"method\": \"%s\", \"path\": \"%s\"}"
        .formatted(json(from), to, method, path);
  }

  private static String tcp(String from, String to) {
    return "{\"from\": %s, \"to\": \"%s\", \"protocol\": \"tcp\"}".formatted(json(from), to);
  }

  private static String json(String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }
}
