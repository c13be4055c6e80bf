package io.meshc.validate.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshc.link.Link;
import io.meshc.model.Lookup;
import io.meshc.normalize.Frontends;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.validate.question.Client;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Question;
import io.meshc.yaml.ParseYaml;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a call means while Flagger or Argo Rollouts may be in the middle of a roll-out.
final class MovingWeightsTest {
  private static final String MESH =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {istio-injection: enabled}}
      ---
      """;
  private static final String TARGET =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        selector: {matchLabels: {app: web, tier: front}}
        template:
          metadata: {labels: {app: web, tier: front}}
          spec: {serviceAccountName: web, containers: [{name: c, ports: [{name: http, containerPort: 8080}, {containerPort: 9797}]}]}
      ---
      """;

  /// `spec` but for `targetRef` and `service` → where a call to `web` goes. Weights as in fluxcd/flagger, scheduler.go.
  static Stream<Arguments> canaries() {
    return Stream.of(
        arguments("{analysis: {maxWeight: 50, stepWeight: 10}}", "web 0-50 web-primary 50-100"),
        // "if canaryWeight < maxWeight": the step that reaches the maximum may pass it
        arguments("{analysis: {maxWeight: 50, stepWeight: 20}}", "web 0-60 web-primary 40-100"),
        arguments("{analysis: {stepWeight: 30}}", "web 0-100 web-primary 0-100"),
        arguments("{analysis: {stepWeights: [1, 5, 25]}}", "web 0-25 web-primary 75-100"),
        // A/B testing and blue/green send everything to the new version in the end
        arguments("{analysis: {iterations: 10}}", "web 0-100 web-primary 0-100"),
        // the requests of an A/B test, and those that are none
        arguments(
            "{analysis: {iterations: 10, match: [{headers: {x-beta: {exact: '1'}}}]}}",
            "web-primary 100-100"),
        arguments(
            "{analysis: {iterations: 10, match: [{headers: {host: {prefix: web}}}]}}",
            "web 0-100 web-primary 0-100"),
        // what is asked of them beside headers is not looked into: any request may be one
        arguments(
            "{analysis: {iterations: 10, match: [{headers: {x-beta: {exact: '1'}}, method: {exact:"
                + " GET}}]}}",
            "web 0-100 web-primary 0-100"),
        // who once had the new version gets it again, whatever the weights
        arguments(
            "{analysis: {maxWeight: 50, stepWeight: 10, sessionAffinity: {cookieName: c}}}",
            "web 0-100 web-primary 0-100"),
        arguments(
            "{analysis: {maxWeight: 50, stepWeight: 10}, skipAnalysis: true}",
            "web-primary 100-100"),
        arguments("{}", "web-primary 100-100"),
        arguments(
            "{provider: istio, canaryAnalysis: {maxWeight: 20, stepWeight: 10}}",
            "web 0-20 web-primary 80-100"),
        // routes for another mesh than the client's, or for none
        arguments(
            "{provider: linkerd, analysis: {maxWeight: 50, stepWeight: 10}}",
            "web-primary 100-100"),
        arguments("{provider: kubernetes, analysis: {iterations: 10}}", "web-primary 100-100"),
        arguments(
            "{provider: nginx, analysis: {maxWeight: 50, stepWeight: 10}}", "web-primary 100-100"));
  }

  @ParameterizedTest
  @MethodSource("canaries")
  void shares_out_what_a_canary_may_move(String spec, String expected) {
    assertThat(ask(MESH + TARGET + canary("port: 80, targetPort: http", spec), "web", 80))
        .isEqualTo(expected);
  }

  private static final String MOVES = "{analysis: {maxWeight: 50, stepWeight: 10}}";

  /// `service` → what becomes of it. Names, selectors and ports as in fluxcd/flagger, kubernetes_default.go and util.go.
  static Stream<Arguments> services() {
    return Stream.of(
        arguments("port: 80, targetPort: 8080", "web-primary", 80, "web-primary 100-100"),
        arguments("port: 80, targetPort: 8080", "web-canary", 80, "web 100-100"),
        arguments("port: 8080, name: shop", "shop", 8080, "web 0-50 web-primary 50-100"),
        arguments("port: 8080, name: shop", "shop-canary", 8080, "web 100-100"),
        arguments(
            "port: 8080, name: shop", "web", 8080, "unknown:Service `shop/web` is not in the repo"),
        arguments("port: 80, targetPort: http", "web", 9797, "deny:no-port"),
        // a port without a name is called `tcp-CONTAINER-INDEX`, and the HTTP route says nothing of
        // TCP
        arguments(
            "port: 80, targetPort: http, portDiscovery: true", "web", 9797, "web-primary 100-100"),
        arguments(
            "port: 80, targetPort: http, gateways: [istio-system/in]",
            "web",
            80,
            "web-primary 100-100"),
        arguments(
            "port: 80, targetPort: http, gateways: [in, mesh]",
            "web",
            80,
            "web 0-50 web-primary 50-100"),
        arguments(
            "port: 80, targetPort: http, match: [{uri: {prefix: /}}]",
            "web",
            80,
            "unknown:`service.match` of the Canary is not read"),
        // a TCP service gets a TCP route
        arguments(
            "port: 80, targetPort: http, appProtocol: TCP", "web", 80, "web-primary 100-100"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void makes_services(String service, String called, int port, String expected) {
    assertThat(ask(MESH + TARGET + canary(service, MOVES), called, port)).isEqualTo(expected);
  }

  static Stream<Arguments> surroundings() {
    String canary = canary("port: 80, targetPort: http", MOVES);
    return Stream.of(
        // without the target nobody knows what the Services choose
        arguments(
            MESH + canary,
            "unknown:Service `shop/web-canary` has no selector, and its endpoints are not in the"
                + " repo,Service `shop/web-primary` has no selector, and its endpoints are not in"
                + " the repo"),
        // "deployment spec.selector.matchLabels must contain one of [app name
        // app.kubernetes.io/name]"
        arguments(
            MESH
                + TARGET.replace(
                    "matchLabels: {app: web, tier: front}", "matchLabels: {tier: front}")
                + canary,
            "unknown:Service `shop/web-canary` has no selector, and its endpoints are not in the"
                + " repo,Service `shop/web-primary` has no selector, and its endpoints are not in"
                + " the repo"),
        // a written Service of that name is taken over
        arguments(
            MESH
                + TARGET
                + canary
                + "apiVersion: v1\n"
                + "kind: Service\n"
                + "metadata: {name: web, namespace: shop}\n"
                + "spec: {selector: {app: old}, ports: [{port: 80}]}\n",
            "web 0-50 web-primary 50-100"),
        // a policy that selects the copy by its label
        arguments(
            MESH
                + TARGET
                + canary
                + """
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: shut, namespace: shop}
                spec: {selector: {matchLabels: {app: web-primary}}, rules: []}
                """,
            "web 0-50 web-primary 50-100:rbac"));
  }

  @ParameterizedTest
  @MethodSource("surroundings")
  void stands_in_a_repo(String yaml, String expected) {
    assertThat(ask(yaml, "web", 80)).isEqualTo(expected);
  }

  /// `strategy.canary` of a Rollout whose VirtualService says 90 to 10 → where a call to `web` goes.
  static Stream<Arguments> rollouts() {
    return Stream.of(
        arguments("{}", "web 90-90 web 10-10"),
        arguments("{trafficRouting: {istio: {virtualService: {name: vs}}}}", "web 0-100 web 0-100"),
        arguments(
            "{trafficRouting: {istio: {virtualServices: [{name: vs.shop}]}}}",
            "web 0-100 web 0-100"),
        arguments(
            "{trafficRouting: {istio: {virtualService: {name: other}}}}", "web 90-90 web 10-10"));
  }

  @ParameterizedTest
  @MethodSource("rollouts")
  void shares_out_what_a_rollout_may_move(String canary, String expected) {
    String rollout =
        TARGET
            .replace("apps/v1", "argoproj.io/v1alpha1")
            .replace("kind: Deployment", "kind: Rollout")
            .replace(
                "spec:\n  selector", "spec:\n  strategy: {canary: " + canary + "}\n  selector");
    String services =
        Stream.of("web", "stable", "next")
            .map(MovingWeightsTest::service)
            .collect(Collectors.joining());
    String route =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: vs, namespace: shop}
        spec:
          hosts: [web]
          http: [{route: [{destination: {host: stable}, weight: 90}, {destination: {host: next}, weight: 10}]}]
        """;
    assertThat(ask(MESH + rollout + services + route, "web", 80)).isEqualTo(expected);
  }

  private static String service(String name) {
    return "apiVersion: v1\nkind: Service\nmetadata: {name: "
        + name
        + ", namespace: shop}\n"
        + "spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}\n"
        + "---\n";
  }

  private static String canary(String service, String spec) {
    String rest = spec.equals("{}") ? "" : ", " + spec.substring(1, spec.length() - 1);
    return "apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: {name: web, namespace: shop}\n"
        + "spec: {targetRef: {kind: Deployment, name: web}, service: {"
        + service
        + "}"
        + rest
        + "}\n---\n";
  }

  private static String ask(String yaml, String called, int port) {
    var documents = ParseYaml.parse(new SourceFile("f", yaml));
    var parsed = Frontends.parse(documents.value(), Settings.DEFAULT);
    assertThat(parsed.problems()).isEmpty();
    var declared = Frontends.normalize(parsed.value().resources(), Settings.DEFAULT);
    var mesh = Link.link(declared.value(), Settings.DEFAULT.assumptions());
    var question = Question.get(new Client.OfAccount("shop", "web"), called, port, "/");
    Decision it = Decide.in(Lookup.of(mesh.value())).answer(question);
    if (it.verdict() == Decision.Verdict.UNKNOWN) {
      return "unknown:" + String.join(",", it.unknown());
    }
    return it.backends().isEmpty()
        ? it.verdict().label() + ":" + it.reason()
        : it.backends().stream().map(MovingWeightsTest::said).collect(Collectors.joining(" "));
  }

  private static String said(Decision.Reached it) {
    String range = Math.round(it.share().least() * 100) + "-" + Math.round(it.share().most() * 100);
    String why = it.reason().isEmpty() ? "" : ":" + it.reason();
    return it.workload().replace("shop/", "") + " " + range + why;
  }
}
