package io.meshc.lower.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.lower.Backends;
import io.meshc.lower.Capability;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Output;
import io.meshc.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A small shop in SMI's and Open Service Mesh's words, changed a little for each case, in Istio's words.
class IstioBackendTest {
  private static final String MESH =
      """
      apiVersion: config.openservicemesh.io/v1alpha2
      kind: MeshConfig
      metadata: {name: osm-mesh-config, namespace: osm-system}
      spec: {traffic: {enablePermissiveTrafficPolicyMode: false, enableEgress: true}}
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          openservicemesh.io/monitored-by: osm
        annotations:
          openservicemesh.io/sidecar-injection: enabled
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: api, namespace: shop}
      spec:
        selector: {app: api}
        ports:
        - {name: web, port: 80, targetPort: 8080}
        - {name: tcp-admin, port: 90}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: api, namespace: shop}
      spec:
        selector: {matchLabels: {app: api}}
        template:
          metadata:
            labels:
              app: api
          spec:
            serviceAccountName: api
            containers: [{name: api, image: api}]
      """;

  private static final String ACCESS =
      """
      ---
      apiVersion: access.smi-spec.io/v1alpha3
      kind: TrafficTarget
      metadata: {name: grant, namespace: shop}
      spec:
        destination: {kind: ServiceAccount, name: api, namespace: shop}
        sources: [{kind: ServiceAccount, name: web, namespace: front}, {kind: ServiceAccount, name: cron, namespace: front}]
        rules: [{kind: HTTPRouteGroup, name: routes, matches: [a, b]}]
      ---
      apiVersion: specs.smi-spec.io/v1alpha4
      kind: HTTPRouteGroup
      metadata: {name: routes, namespace: shop}
      spec:
        matches: [%s]
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: a, pathRegex: /a, methods: [GET, PUT]}                   | to: operation: methods: - GET - PUT paths: - /a
          {name: a, pathRegex: /a.*, methods: [GET]}                      | to: operation: methods: - GET paths: - /a*
          {name: a, methods: ["*"]}                                       | to: operation: methods: - "*"
          {name: a, pathRegex: .*}                                        | to: operation: methods: - "*"
          {name: a, pathRegex: /a, methods: ["*"]}                        | to: operation: paths: - /a
          '{name: a, pathRegex: /a, methods: [GET], headers: [{x: "1"}]}' | to: operation: methods: - GET paths: - /a when: - key: request.headers[x] values: - "1"
          '{name: a, pathRegex: /a, methods: [GET]}, {name: b, pathRegex: /b.*, methods: [GET]}' | to: operation: methods: - GET paths: - /a - /b*
          """)
  void writes_requests(String matches, String expected) {
    var lowered = lowered(MESH + ACCESS.formatted(matches));
    assertThat(words(object(lowered, "AuthorizationPolicy", "grant")))
        .contains("principals: - cluster.local/ns/front/sa/cron - cluster.local/ns/front/sa/web")
        .contains(expected.replace("to: operation", "to: - operation"))
        .contains("matchLabels: app: api");
    assertThat(acceptable(lowered)).isEmpty();
  }

  /// What the user has to accept, but for raw TCP at port 90, which Open Service Mesh opens beside all routes.
  private static List<Loss> acceptable(Lowered<Output> lowered) {
    return lowered.losses().stream()
        .filter(it -> it.effect().needsAcceptance())
        .filter(it -> !it.message().contains("opens raw TCP beside the routes"))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: a, pathRegex: /a.*b.*, methods: [GET]}                    | Istio policies cannot say path regex `/a.*b.*`
          {name: a, pathRegex: '/a[0-9]+', methods: [GET]}                 | Istio policies cannot say path regex `/a[0-9]+`
          '{name: a, pathRegex: /a, methods: [GET], headers: [{x: "a.b"}]}' | Istio policies cannot say header `x` regex `a.b`
          """)
  void leaves_out_what_it_cannot_say(String matches, String message) {
    var lowered = lowered(MESH + ACCESS.formatted(matches));
    assertThat(lowered.value().created()).noneMatch(it -> it.id().name().equals("grant"));
    assertThat(lowered.losses())
        .anyMatch(it -> it.message().contains("opens raw TCP beside the routes"));
    assertThat(acceptable(lowered))
        .extracting(Loss::message)
        .allMatch(message::equals)
        .isNotEmpty();
    var marked = Understood.of(MESH + ACCESS.formatted(matches)).lowered(true);
    assertThat(acceptable(marked)).isEmpty();
    assertThat(words(object(marked, "AuthorizationPolicy", "grant")))
        .contains(
            "experimental.envoy.filters.http.rbac[meshc_grant_mark_shadow_engine_result] values: -"
                + " allowed");
    assertThat(object(marked, "EnvoyFilter", "grant-mark"))
        .contains("shadow_rules_stat_prefix: meshc_grant_mark_");
  }

  @Test
  void closes_the_namespace_and_requires_mutual_tls() {
    var lowered = lowered(MESH);
    assertThat(object(lowered, "AuthorizationPolicy", "meshc-default-deny")).endsWith("spec: {}\n");
    assertThat(words(object(lowered, "PeerAuthentication", "default"))).endsWith("mode: STRICT");
  }

  @Test
  void keeps_mutual_tls_in_permissive_mode() {
    var lowered =
        lowered(
            MESH.replace("PolicyMode: false", "PolicyMode: true") + ACCESS.formatted("{name: a}"));
    assertThat(lowered.value().created())
        .noneMatch(it -> it.id().kind().equals("AuthorizationPolicy"));
    assertThat(words(object(lowered, "PeerAuthentication", "default"))).endsWith("mode: STRICT");
  }

  @Test
  void never_locks_the_root_namespace() {
    var lowered = lowered(MESH.replace("shop", "istio-system"));
    assertThat(lowered.value().created()).isEmpty();
    assertThat(lowered.losses())
        .filteredOn(it -> it.feature().equals(Feature.DEFAULT_DENY.label()))
        .extracting(Loss::effect)
        .containsExactly(io.meshc.lower.Effect.WIDENS_ACCESS);
  }

  @Test
  void closes_egress_by_a_sidecar() {
    var lowered = lowered(MESH.replace("enableEgress: true", "enableEgress: false"));
    assertThat(words(object(lowered, "Sidecar", "default"))).contains("mode: REGISTRY_ONLY");
  }

  @Test
  void edits_labels_and_ports_and_nothing_else() {
    var understood = Understood.of(MESH);
    var tree = understood.written(understood.lowered(false).value());
    String after = tree.files().getOrDefault("in.yaml", "");
    assertThat(tree.undone()).isEmpty();
    assertThat(after).contains("    istio-injection: enabled").doesNotContain("openservicemesh");
    assertThat(words(after)).contains("{name: web, port: 80, targetPort: 8080, appProtocol: http}");
    assertThat(after).contains("{name: tcp-admin, port: 90}");
  }

  @Test
  void labels_pods_whose_labels_another_account_shares() {
    String other =
        MESH.substring(MESH.lastIndexOf("---"))
            .replace("name: api", "name: twin")
            .replace("serviceAccountName: api", "serviceAccountName: twin");
    var lowered = lowered(MESH + other + ACCESS.formatted("{name: a, methods: [GET]}"));
    assertThat(words(object(lowered, "AuthorizationPolicy", "grant")))
        .contains("matchLabels: meshc.io/service-account: api");
    assertThat(lowered.value().edits())
        .filteredOn(it -> it.path().getLast().equals("meshc.io/service-account"))
        .extracting(it -> it.object().name())
        .containsExactly("api");
  }

  @Test
  void writes_one_policy_for_each_set_of_labels() {
    String second =
        MESH.substring(MESH.lastIndexOf("---"))
            .replace("name: api, namespace", "name: second, namespace")
            .replace("app: api", "app: second");
    var lowered = lowered(MESH + second + ACCESS.formatted("{name: a, methods: [GET]}"));
    assertThat(words(object(lowered, "AuthorizationPolicy", "grant-api")))
        .contains("matchLabels: app: api");
    assertThat(words(object(lowered, "AuthorizationPolicy", "grant-second")))
        .contains("matchLabels: app: second");
  }

  @Test
  void speaks_of_an_account_that_the_repo_does_not_hold() {
    String access =
        ACCESS.replace("name: api", "name: gone").formatted("{name: a, methods: [GET]}");
    var lowered = lowered(MESH + access);
    assertThat(words(object(lowered, "AuthorizationPolicy", "grant")))
        .contains("matchLabels: meshc.io/service-account: gone");
    assertThat(lowered.losses()).extracting(Loss::feature).contains(Feature.ACCOUNT_SCOPE.label());
  }

  @Test
  void routes_each_port_of_a_split() {
    String split =
        """
        ---
        apiVersion: split.smi-spec.io/v1alpha2
        kind: TrafficSplit
        metadata: {name: canary, namespace: shop}
        spec:
          service: api
          backends: [{service: api-v1, weight: 3}, {service: api-v2, weight: 1}]
        """;
    String leaves =
        """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api-v1, namespace: shop}
        spec: {selector: {app: api}, ports: [{name: web, port: 80}, {name: tcp-admin, port: 90}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: api-v2, namespace: shop}
        spec: {selector: {app: api}, ports: [{name: web, port: 80}]}
        """;
    var lowered = lowered(MESH + leaves + split);
    assertThat(words(object(lowered, "VirtualService", "canary")))
        .endsWith(
            "spec: hosts: - api.shop.svc.cluster.local"
                + " http: - match: - port: 80 route:"
                + " - destination: host: api-v1.shop.svc.cluster.local port: number: 80 weight: 3"
                + " - destination: host: api-v2.shop.svc.cluster.local port: number: 80 weight: 1"
                + " retries: attempts: 0"
                + " tcp: - match: - port: 90 route:"
                + " - destination: host: api-v1.shop.svc.cluster.local port: number: 90");
    assertThat(lowered.value().created())
        .filteredOn(it -> it.id().kind().equals("DestinationRule"))
        .hasSize(3);
  }

  @Test
  void writes_one_route_for_a_service() {
    String split =
        """
        ---
        apiVersion: split.smi-spec.io/v1alpha2
        kind: TrafficSplit
        metadata: {name: %s, namespace: shop}
        spec: {service: api, backends: [{service: api, weight: 1}]}
        """;
    var lowered = lowered(MESH + split.formatted("one") + split.formatted("two"));
    assertThat(lowered.value().created())
        .filteredOn(it -> it.id().kind().equals("VirtualService"))
        .extracting(it -> it.id().name())
        .containsExactly("one");
    assertThat(lowered.losses())
        .extracting(Loss::effect)
        .contains(io.meshc.lower.Effect.CHANGES_ROUTING);
  }

  @Test
  void reads_back_what_it_wrote_without_a_problem() {
    var understood =
        Understood.of(MESH + ACCESS.formatted("{name: a, pathRegex: '.*x.*y', methods: [GET]}"));
    var tree = understood.written(understood.lowered(true).value());
    var back = Understood.of(tree);
    assertThat(back.problems()).isEmpty();
    assertThat(back.mesh().planes()).extracting(it -> it.id().name()).containsExactly("istio");
    assertThat(back.mesh().extensions()).isEmpty();
    assertThat(back.mesh().workloads()).allMatch(it -> it.membership().isMeshed());
  }

  @Test
  void writes_the_same_in_any_order_of_files() {
    String text = MESH + ACCESS.formatted("{name: a, methods: [GET]}");
    List<SourceFile> parts =
        java.util.stream.Stream.of(text.split("---\n"))
            .map(it -> new SourceFile("f" + Math.abs(it.hashCode()) + ".yaml", it))
            .toList();
    var first = Understood.of(parts);
    var second = Understood.of(parts.reversed());
    assertThat(first.written(first.lowered(false).value()))
        .isEqualTo(second.written(second.lowered(false).value()));
  }

  @ParameterizedTest
  @EnumSource
  void has_an_answer_for_every_feature(Feature feature) {
    switch (Backends.ALL.getFirst().capability(feature)) {
      case Capability.Exact() -> {}
      case Capability.Approximated(var because) -> assertThat(because).isNotBlank();
      case Capability.Refused(var because) -> assertThat(because).isNotBlank();
    }
  }

  private static Lowered<Output> lowered(String text) {
    return Understood.of(text).lowered(false);
  }

  private static String object(Lowered<Output> lowered, String kind, String name) {
    return lowered.value().created().stream()
        .filter(it -> it.id().kind().equals(kind) && it.id().name().equals(name))
        .map(it -> io.meshc.yaml.emit.Emit.yaml(it.node()))
        .collect(Collectors.joining());
  }

  private static String words(String text) {
    return String.join(" ", text.strip().split("\\s+"));
  }
}
