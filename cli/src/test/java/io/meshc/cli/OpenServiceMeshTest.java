package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A shop under Open Service Mesh, as it reads what SMI leaves open or says otherwise: what a request is answered, and what
/// becomes of it in Istio.
class OpenServiceMeshTest {
  private static final String MESH =
      """
      apiVersion: config.openservicemesh.io/v1alpha2
      kind: MeshConfig
      metadata: {name: osm-mesh-config, namespace: osm-system}
      spec: {traffic: {enablePermissiveTrafficPolicyMode: false, enableEgress: false}}
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels: {openservicemesh.io/monitored-by: osm}
        annotations: {openservicemesh.io/sidecar-injection: enabled}
      """;

  /// What the web may call: `/a` of the cart, by GET.
  static final String ROUTES =
      """
      ---
      apiVersion: specs.smi-spec.io/v1alpha4
      kind: HTTPRouteGroup
      metadata: {name: routes, namespace: shop}
      spec: {matches: [{name: a, pathRegex: /a, methods: [GET]}]}
      """;

  static final String TARGET =
      """
      ---
      apiVersion: access.smi-spec.io/v1alpha3
      kind: TrafficTarget
      metadata: {name: grant, namespace: shop}
      spec:
        destination: {kind: ServiceAccount, name: cart, namespace: shop}
        sources: [{kind: ServiceAccount, name: web, namespace: shop}]
        rules: [{kind: HTTPRouteGroup, name: routes, matches: [a]}]
      """;

  static final String PORT =
      """
      ---
      apiVersion: specs.smi-spec.io/v1alpha4
      kind: TCPRoute
      metadata: {name: port, namespace: shop}
      spec: {matches: {ports: [9999]}}
      """;

  static final String SPLIT =
      """
      ---
      apiVersion: split.smi-spec.io/v1alpha2
      kind: TrafficSplit
      metadata: {name: split, namespace: shop}
      spec:
        service: cart
        backends: [{service: cart-v1, weight: 90}, {service: cart-v2, weight: 10}]
      """;

  @TempDir private Path here;

  private static String service(String name, String selector) {
    return """
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: %s, namespace: shop}
    spec:
      selector: {%s}
      ports: [{name: http, port: 80, targetPort: 8080}, {name: tcp-raw, port: 90, targetPort: 9090}]
    """
        .formatted(name, selector);
  }

  private static String workload(String account) {
    return """
    ---
    apiVersion: v1
    kind: ServiceAccount
    metadata: {name: %1$s, namespace: shop}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s, namespace: shop}
    spec:
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}}
        spec: {serviceAccountName: %1$s, containers: [{name: c, image: c}]}
    """
        .formatted(account);
  }

  private static final String SHOP =
      MESH
          + service("cart", "app: cart")
          + service("other", "app: other")
          + workload("cart")
          + workload("other")
          + workload("web")
          + workload("evil");

  /// @param asked options of `meshc query`; empty for a GET of `/a` at the cart, from the web
  /// @param answer the start of it
  private static Arguments row(String name, String policies, String asked, String answer) {
    return Arguments.of(name, policies, asked, answer);
  }

  static Stream<Arguments> splits() {
    String first = TARGET + ROUTES + SPLIT + service("cart-v1", "app: cart");
    return Stream.of(
        row("what is granted", TARGET + ROUTES, "", "allow: GET cart.shop/a"),
        row("to others", TARGET + ROUTES, "--from sa:shop/evil", "deny"),
        row("two backends", first + service("cart-v2", "app: cart"), "", "allow"),
        row("one of them is no Service", first, "", "allow"),
        row(
            "a root that selects nothing",
            first.replace("service: cart\n", "service: root\n") + service("root", ""),
            "--to root.shop",
            "deny"),
        row(
            "a hidden Service may be it",
            first + service("cart-v2", "app: \"${APP}\""),
            "",
            "unknown"));
  }

  /// What the definitions do not serve is in no cluster.
  static Stream<Arguments> versions() {
    String old = ROUTES.replace("v1alpha4", "v1alpha3");
    String tcp =
        TARGET.replace("rules: [", "rules: [{kind: TCPRoute, name: port}, ")
            + ROUTES
            + ROUTES
                .replace("HTTPRouteGroup", "TCPRoute")
                .replace("name: routes", "name: port")
                .replaceAll("spec: .*", "spec: {}");
    String split =
        TARGET
            + ROUTES
            + SPLIT
            + service("cart-v1", "app: other")
            + service("cart-v2", "app: other");
    return Stream.of(
        row("routes", TARGET + old, "", "deny: GET cart.shop/a from account `shop/web` → 404"),
        row("ports", tcp, "", "allow"),
        row(
            "older ports",
            tcp.replaceFirst("v1alpha4(\nkind: TCPRoute)", "v1alpha3$1"),
            "",
            "deny"),
        row("a split", split, "", "deny"),
        row("an older split", split.replace("v1alpha2", "v1alpha1"), "", "allow"),
        row("a newer split", split.replace("v1alpha2", "v1alpha4"), "", "allow"));
  }

  /// A MeshConfig that the server refuses is not in force.
  static Stream<Arguments> modes() {
    return Stream.of(
        row("a mode in quotes", config("PolicyMode: \"true\""), "--from sa:shop/evil", "unknown"),
        row(
            "a mode that is none",
            config("PolicyMode: off course"),
            "--from sa:shop/evil",
            "unknown"),
        row(
            "egress in quotes",
            config("PolicyMode: true, enableEgress: \"false\""),
            "--from sa:shop/evil",
            "unknown"),
        row(
            "traffic that is none",
            config("PolicyMode: true").replaceAll("spec: .*", "spec: {traffic: []}"),
            "--from sa:shop/evil",
            "unknown"),
        row("permissive", config("PolicyMode: true"), "--from sa:shop/evil", "allow"));
  }

  private static String config(String mode) {
    return "---\n"
        + MESH.replaceAll("PolicyMode: [^}]*", mode).replaceFirst("(?s)---.*", "")
        + TARGET
        + ROUTES;
  }

  static Stream<Arguments> sources() {
    String nowhere = TARGET.replace("web, namespace: shop", "web");
    String nobody = TARGET.replaceFirst("sources: .*", "sources: []").replace("grant", "more");
    String evil = TARGET.replace("name: web", "name: evil").replace("[a]", "[b]");
    String port =
        evil.replace("rules: [", "rules: [{kind: TCPRoute, name: port}, ")
            + ROUTES.replace("[{", "[{name: b, pathRegex: /b}, {")
            + PORT;
    return Stream.of(
        row("no sources", nobody + ROUTES, "", "unknown"),
        row("beside others", nobody + evil + ROUTES, "--from sa:shop/evil", "unknown"),
        row("a port of others", port, "--from sa:shop/evil --path /b", "deny"),
        row("any port by no sources", nobody + port, "--from sa:shop/evil --path /b", "unknown"),
        row("a source without a namespace", nowhere + ROUTES, "", "deny"),
        row(
            "beside one that has it",
            nowhere.replace("grant", "more") + TARGET + ROUTES,
            "",
            "allow"));
  }

  /// What it opens by accident, beside what is written.
  static Stream<Arguments> accidents() {
    String tcp = "--protocol tcp --to cart.shop:90";
    String misread = TARGET.replace("HTTPRouteGroup", "TCPRoute") + ROUTES;
    return Stream.of(
        row("raw TCP beside routes", TARGET + ROUTES, tcp, "unknown"),
        row("raw TCP for others", TARGET + ROUTES, tcp + " --from sa:shop/evil", "deny"),
        row(
            "raw TCP at a port that is stated",
            TARGET.replace("rules: [", "rules: [{kind: TCPRoute, name: port}, ") + ROUTES + PORT,
            tcp,
            "deny"),
        row(
            "matches of a TCPRoute",
            misread + PORT.replace("port,", "routes,").replace("9999", "8080"),
            "",
            "unknown"),
        row(
            "without a group of its name",
            TARGET.replace("HTTPRouteGroup", "TCPRoute") + PORT.replace("port,", "routes,"),
            "",
            "deny"));
  }

  /// A table of hosts for each port, with the Services that the client knows.
  static Stream<Arguments> hosts() {
    String both =
        TARGET + TARGET.replace("name: cart", "name: other").replace("grant", "more") + ROUTES;
    return Stream.of(
        row("its own", both, "--authority cart.shop", "allow"),
        row("with the port", both, "--authority cart.shop.svc:80", "allow"),
        row(
            "another port",
            both,
            "--authority cart.shop:90",
            "deny: GET cart.shop/a from account `shop/web` → 404"),
        row(
            "a Service that grants it",
            both,
            "--authority other.shop",
            "allow: GET cart.shop/a from account `shop/web` → 200\n  100.0% to shop/other"),
        row(
            "a Service that grants nothing",
            TARGET + ROUTES,
            "--authority other.shop",
            "deny: GET cart.shop/a from account `shop/web` → 404"),
        row(
            "no Service of a namespace that is here",
            both,
            "--authority none",
            "deny: GET cart.shop/a from account `shop/web` → 404"),
        row("a namespace that is not here", both, "--authority none.far.svc", "unknown"),
        row(
            "no Service",
            both,
            "--authority example.org",
            "deny: GET cart.shop/a from account `shop/web` → 404"),
        row(
            "where nothing is granted",
            both,
            "--authority other.shop --from sa:shop/evil",
            "deny: GET cart.shop/a from account `shop/evil`, no-access"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"splits", "sources", "versions", "modes", "accidents", "hosts"})
  void decides(String name, String policies, String asked, String answer) {
    boolean configured = policies.contains("kind: MeshConfig");
    Cli.write(
        here.resolve("shop.yaml"),
        (configured ? SHOP.replaceFirst("(?s).*?---\n", "") : SHOP) + policies);

    Ran query = query("shop.yaml", asked);

    assertThat(query.out()).startsWith(answer);
  }

  /// With all that is lost accepted, it is never written otherwise than it was said; and nothing is granted beyond without the
  /// user's leave.
  @ParameterizedTest(name = "{0}")
  @MethodSource({"splits", "sources", "versions", "accidents"})
  void translates(String name, String policies, String asked, String answer) {
    Cli.write(here.resolve("shop.yaml"), SHOP + policies);

    Ran all = translate("all", "widens-access,narrows-access,changes-routing,weakens-transport");
    Ran some = translate("some", "narrows-access,changes-routing,weakens-transport");

    assertThat(all.status()).as(all.out() + all.err()).isZero();
    if (some.status() == 0 && answer.startsWith("deny")) {
      assertThat(query("some", asked).out()).startsWith("deny");
    }
  }

  private Ran translate(String directory, String accepted) {
    return Cli.run(
        here,
        "",
        List.of(
            "translate",
            "shop.yaml",
            "--to",
            "istio",
            "-o",
            directory,
            "--skip-invalid",
            "--accept",
            accepted));
  }

  private Ran query(String path, String asked) {
    var args = new ArrayList<>(List.of("query", path));
    List<String> given = asked.isEmpty() ? List.of() : List.of(asked.split(" ", -1));
    List.of("--from sa:shop/web", "--to cart.shop", "--path /a").stream()
        .map(it -> List.of(it.split(" ", -1)))
        .filter(it -> !given.contains(it.getFirst()))
        .forEach(args::addAll);
    args.addAll(given);
    return Cli.run(here, "", args);
  }
}
