package io.meshc.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.cli.Understood;
import io.meshc.cli.query.Asked;
import io.meshc.cli.query.ReadRequests;
import io.meshc.diag.Problem;
import io.meshc.model.Assumptions;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.question.Decision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Flagger's Canary makes for each provider that it knows: who follows its routes, and within which bounds the weights move.
class CanaryProvidersTest {
  private static final String APPS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {serviceAccountName: web, containers: [{name: c, image: c, ports: [{name: http, containerPort: 8080}]}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: client, namespace: shop}
      spec:
        selector: {matchLabels: {app: client}}
        template:
          metadata: {labels: {app: client}}
          spec: {serviceAccountName: client, containers: [{name: c, image: c}]}
      ---
      """;
  private static final String ISTIO =
      "apiVersion: v1\n"
          + "kind: Namespace\n"
          + "metadata: {name: shop, labels: {istio-injection: enabled}}\n"
          + "---\n";
  private static final String LINKERD =
      "apiVersion: v1\n"
          + "kind: Namespace\n"
          + "metadata: {name: shop, annotations: {linkerd.io/inject: enabled}}\n"
          + "---\n";
  private static final String OSM =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels: {openservicemesh.io/monitored-by: osm}
        annotations: {openservicemesh.io/sidecar-injection: enabled}
      ---
      apiVersion: config.openservicemesh.io/v1alpha2
      kind: MeshConfig
      metadata: {name: osm-mesh-config, namespace: osm-system}
      spec: {traffic: {enablePermissiveTrafficPolicyMode: true}}
      ---
      """;
  private static final String NO_MESH =
      "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n---\n";
  private static final String EDGE =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: istio-system}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: edge, namespace: istio-system}
      spec:
        selector: {matchLabels: {istio: edge}}
        template:
          metadata: {labels: {istio: edge, sidecar.istio.io/inject: "true"}, annotations: {inject.istio.io/templates: gateway}}
          spec: {containers: [{name: istio-proxy, image: auto}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: edge, namespace: istio-system}
      spec: {selector: {istio: edge}, ports: [{name: http, port: 80, targetPort: 8080}]}
      ---
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: edge, namespace: istio-system}
      spec:
        selector: {istio: edge}
        servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
      ---
      """;

  private static final String PARENT =
      ", gatewayRefs: [{group: \"\", kind: Service, name: web, port: 80}]";

  /// What Linkerd takes for the group of a Service, and Istio does not.
  private static final String CORE =
      ", gatewayRefs: [{group: core, kind: Service, name: web, port: 80}]";

  private static final String CALL = "{\"from\": \"sa:shop/client\", \"to\": \"web.shop:80\"}";

  static Stream<Arguments> meshes() {
    String moved = "allow web 0-50 web-primary 50-100";
    String rest = "allow web-primary 100-100";
    return Stream.of(
        Arguments.of("istio", ISTIO, "istio", "", moved),
        Arguments.of("istio, read by Linkerd", LINKERD, "istio", "", rest),
        Arguments.of("linkerd", LINKERD, "linkerd", "", moved),
        Arguments.of("smi of Linkerd", LINKERD, "smi:linkerd", "", moved),
        Arguments.of("none, of Linkerd", LINKERD, "", "", moved),
        Arguments.of("osm", OSM, "osm", "", moved),
        Arguments.of("smi", OSM, "smi:v1alpha2", "", moved),
        Arguments.of("smi of Istio's adapter", OSM, "smi:istio", "", rest),
        Arguments.of("none: whichever mesh is there", OSM, "", "", moved),
        Arguments.of("gateway API of Istio", ISTIO, "gatewayapi:v1", PARENT, moved),
        Arguments.of("gateway API of Linkerd", LINKERD, "gatewayapi:v1beta1", PARENT, moved),
        Arguments.of("group `core` to Linkerd", LINKERD, "gatewayapi:v1beta1", CORE, moved),
        Arguments.of("group `core` to Istio", ISTIO, "gatewayapi:v1beta1", CORE, rest),
        Arguments.of("gateway API by its parents", ISTIO, "", PARENT, moved),
        // Open Service Mesh reads no HTTPRoute
        Arguments.of("gateway API under Open Service Mesh", OSM, "gatewayapi:v1", PARENT, rest),
        // attached to a Gateway alone: nothing for the clients of the mesh
        Arguments.of(
            "gateway API of an edge",
            ISTIO,
            "gatewayapi:v1",
            ", gatewayRefs: [{name: edge}]",
            rest),
        Arguments.of("kubernetes", ISTIO, "kubernetes", "", rest),
        Arguments.of("contour", ISTIO, "contour", "", rest),
        Arguments.of("gloo", ISTIO, "gloo", "", rest),
        Arguments.of("nginx", OSM, "nginx", "", rest),
        Arguments.of("skipper", ISTIO, "skipper", "", rest),
        Arguments.of("traefik", LINKERD, "traefik", "", rest),
        Arguments.of("apisix", ISTIO, "apisix", "", rest),
        Arguments.of("appmesh", NO_MESH, "appmesh:v1beta2", "", "unknown"),
        Arguments.of("kuma", NO_MESH, "kuma", "", "unknown"),
        Arguments.of("one that nobody knows", ISTIO, "other", "", "unknown"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("meshes")
  void moves(String name, String mesh, String provider, String service, String expected)
      throws Asked.Fault {
    assertThat(said(understood(mesh + APPS + canary(provider, service)), CALL)).isEqualTo(expected);
  }

  /// Who comes in through a gateway of Istio's.
  @ParameterizedTest
  @ValueSource(
      strings = {
        ", gateways: [istio-system/edge], hosts: [web.example.com]",
        ", gateways: [istio-system/edge, mesh], hosts: [\"*.example.com\"]"
      })
  void moves_at_the_edge(String service) throws Asked.Fault {
    Understood understood = understood(ISTIO + EDGE + APPS + canary("istio", service));
    String request =
        "{\"from\": null, \"to\": \"web.example.com:80\", \"via\": \"istio-system/edge\","
            + " \"plaintext\": true}";
    assertThat(said(understood, request)).isEqualTo("allow web 0-50 web-primary 50-100");
    assertThat(said(understood, request.replace("web.example", "other.example.org")))
        .startsWith("deny");
  }

  /// What is not understood is said at the provider.
  @ParameterizedTest
  @ValueSource(strings = {"appmesh", "kuma", "other"})
  void says_what_it_does_not_read(String provider) {
    assertThat(understood(ISTIO + APPS + canary(provider, "")).problems())
        .filteredOn(it -> it.kind() == Problem.Kind.NOT_MODELLED)
        .extracting(Problem::message)
        .anyMatch(it -> it.contains("routes for `" + provider + "` are not understood"));
  }

  private static String canary(String provider, String service) {
    return "apiVersion: flagger.app/v1beta1\n"
        + "kind: Canary\n"
        + "metadata: {name: web, namespace: shop}\n"
        + "spec:\n"
        + (provider.isEmpty() ? "" : "  provider: \"" + provider + "\"\n")
        + "  targetRef: {kind: Deployment, name: web}\n  service: {port: 80, targetPort: http"
        + service
        + "}\n  analysis: {maxWeight: 50, stepWeight: 10}\n---\n";
  }

  private static Understood understood(String text) {
    var closed = new Assumptions("cluster.local", "cluster.local", true);
    var settings = new Settings(closed, "default", Optional.empty(), Optional.empty());
    return Pipeline.understand(List.of(new SourceFile("a.yaml", text)), List.of(), settings);
  }

  private static String said(Understood understood, String request) throws Asked.Fault {
    Decision it =
        Decide.in(understood.lookup()).answer(new ReadRequests().read(request).question());
    if (it.verdict() == Decision.Verdict.UNKNOWN) {
      return "unknown";
    }
    return it.verdict().label()
        + it.backends().stream()
            .map(CanaryProvidersTest::said)
            .sorted()
            .collect(Collectors.joining());
  }

  private static String said(Decision.Reached it) {
    return " "
        + it.workload().replace("shop/", "")
        + " "
        + Math.round(it.share().least() * 100)
        + "-"
        + Math.round(it.share().most() * 100);
  }
}
