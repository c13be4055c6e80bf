package io.meshc.validate.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshc.link.Link;
import io.meshc.model.Lookup;
import io.meshc.normalize.Frontends;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.validate.question.Client;
import io.meshc.validate.question.Question;
import io.meshc.yaml.ParseYaml;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the network of the cluster keeps out, no mesh lets in. The sentences are those of kubernetes.io, "Network Policies".
final class NetworkPolicyTest {
  private static final String REPO =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {istio-injection: %s}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec: {serviceAccountName: web, containers: [{name: c}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {selector: {app: web}, ports: [{port: 80}]}
      ---
      apiVersion: %s
      kind: %s
      metadata: {name: np, namespace: %s}
      spec: %s
      """;
  private static final String OF_KUBERNETES = "networking.k8s.io/v1";

  static Stream<Arguments> policies() {
    return Stream.of(
        // "An empty podSelector selects all pods in the namespace."
        arguments(OF_KUBERNETES, "NetworkPolicy", "shop", "{podSelector: {}}", "unknown"),
        arguments(OF_KUBERNETES, "NetworkPolicy", "other", "{podSelector: {}}", "allow"),
        arguments(
            OF_KUBERNETES,
            "NetworkPolicy",
            "shop",
            "{podSelector: {matchLabels: {app: web}}}",
            "unknown"),
        arguments(
            OF_KUBERNETES,
            "NetworkPolicy",
            "shop",
            "{podSelector: {matchLabels: {app: db}}}",
            "allow"),
        arguments(
            OF_KUBERNETES,
            "NetworkPolicy",
            "shop",
            "{podSelector: {matchLabels: {app: db}, matchExpressions: [{key: app, operator:"
                + " Exists}]}}",
            "unknown"),
        arguments(
            OF_KUBERNETES,
            "NetworkPolicy",
            "shop",
            "{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}",
            "unknown"),
        // "allow all ingress traffic": a rule without peers and ports
        arguments(
            OF_KUBERNETES, "NetworkPolicy", "shop", "{podSelector: {}, ingress: [{}]}", "allow"),
        arguments(
            OF_KUBERNETES,
            "NetworkPolicy",
            "shop",
            "{podSelector: {}, policyTypes: [Egress]}",
            "allow"),
        arguments("cilium.io/v2", "CiliumNetworkPolicy", "shop", "{}", "unknown"),
        arguments("cilium.io/v2", "CiliumNetworkPolicy", "other", "{}", "allow"),
        arguments("cilium.io/v2", "CiliumClusterwideNetworkPolicy", "other", "{}", "unknown"),
        arguments("projectcalico.org/v3", "NetworkPolicy", "shop", "{}", "unknown"),
        arguments("example.com/v1", "NetworkPolicy", "shop", "{}", "allow"));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void may_deny_what_a_mesh_allows(
      String version, String kind, String namespace, String spec, String expected) {
    for (String injection : new String[] {"enabled", "disabled"}) {
      String yaml = REPO.formatted(injection, version, kind, namespace, spec);
      assertThat(ask(yaml)).as(injection).isEqualTo(expected);
    }
  }

  private static String ask(String yaml) {
    var documents = ParseYaml.parse(new SourceFile("f", yaml));
    var parsed = Frontends.parse(documents.value(), Settings.DEFAULT);
    assertThat(parsed.problems()).isEmpty();
    var declared = Frontends.normalize(parsed.value().resources(), Settings.DEFAULT);
    var mesh = Link.link(declared.value(), Settings.DEFAULT.assumptions());
    var question = Question.get(new Client.OfAccount("shop", "web"), "web", 80, "/");
    return Decide.in(Lookup.of(mesh.value())).answer(question).verdict().label();
  }
}
