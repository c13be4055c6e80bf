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

/// What a call to each type of Service means. The sentences are those of the Kubernetes documentation.
final class ServicesTest {
  private static final String REPO =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {istio-injection: enabled}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        replicas: 1
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            serviceAccountName: web
            containers: [{name: c, ports: [{name: http, containerPort: 8080}, {name: dns, containerPort: 53, protocol: UDP}]}]
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web-next, namespace: shop}
      spec:
        replicas: 3
        selector: {matchLabels: {app: web, track: next}}
        template:
          metadata: {labels: {app: web, track: next}}
          spec:
            serviceAccountName: web
            containers: [{name: c, ports: [{name: http, containerPort: 9090}]}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: db-0, namespace: shop}
      spec: {serviceAccountName: db, containers: [{name: c}]}
      ---
      apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata: {name: only-9090, namespace: shop}
      spec:
        selector: {matchLabels: {app: web}}
        rules: [{to: [{operation: {ports: ["9090"]}}]}]
      ---
      """;
  private static final String ONE = "web=deny:rbac 25 web-next=allow 75";

  static Stream<Arguments> types() {
    return Stream.of(
        // "Selectors choose the endpoints"; a name leads to another number in each Pod.
        arguments(
            service("{selector: {app: web}, ports: [{port: 80, targetPort: http}]}"), 80, ONE),
        arguments(
            service(
                "{type: NodePort, selector: {app: web}, ports: [{port: 80, targetPort: http, nodePort: 30080}]}"),
            80,
            ONE),
        arguments(
            service(
                "{type: LoadBalancer, selector: {app: web}, ports: [{port: 80, targetPort: http}], loadBalancerIP: 192.0.2.1}"),
            80,
            ONE),
        arguments(
            service("{selector: {app: web}, ports: [{port: 80, targetPort: 9090}]}"),
            80,
            "web=allow 25 web-next=allow 75"),
        // A container port of another protocol is another port.
        arguments(
            service("{selector: {app: web}, ports: [{port: 53, targetPort: dns}]}"),
            53,
            "=deny:no-endpoint 100"),
        arguments(
            service("{selector: {app: web}, ports: [{port: 53, protocol: UDP}]}"),
            53,
            "deny:no-port"),
        // "targetPort: by default the same value as the port field".
        arguments(
            service("{selector: {app: web}, ports: [{port: 9090}]}"),
            9090,
            "web=allow 25 web-next=allow 75"));
  }

  static Stream<Arguments> names() {
    return Stream.of(
        // "For headless Services … there is no load balancing or proxying": the port called is the
        // one that is reached.
        arguments(
            service(
                "{clusterIP: None, selector: {app: web}, ports: [{port: 80, targetPort: 9090}]}"),
            80,
            "web=deny:rbac 25 web-next=deny:rbac 75"),
        arguments(
            service("{clusterIP: None, selector: {app: web}}"),
            9090,
            "web=allow 25 web-next=allow 75"),
        // "returning a CNAME record with its value. No proxying of any kind is set up."
        arguments(
            service("{type: ExternalName, externalName: db.example.com}"),
            5432,
            "external:db.example.com=allow 100"),
        arguments(
            service("{type: ExternalName, externalName: t.shop.svc.cluster.local}")
                + named("t", "{selector: {app: web}, ports: [{port: 80, targetPort: 9090}]}"),
            80,
            "web=allow 25 web-next=allow 75"),
        arguments(
            service("{type: ExternalName, externalName: s.shop.svc.cluster.local}"),
            80,
            "deny:no-host"),
        arguments(
            service("{type: ExternalName, externalName: gone.shop.svc.cluster.local}"),
            80,
            "unknown:Service `shop/gone` is not in the repo"));
  }

  static Stream<Arguments> withoutSelector() {
    String service = service("{ports: [{name: sql, port: 80, targetPort: 1}]}");
    return Stream.of(
        // "Because this Service has no selector, the corresponding EndpointSlice objects are not
        // created automatically."
        arguments(
            service,
            "unknown:Service `shop/s` has no selector, and its endpoints are not in the repo"),
        arguments(
            service + slice("s", "{addresses: [192.0.2.7, 192.0.2.8]}"),
            "external:192.0.2.7=allow 50 external:192.0.2.8=allow 50"),
        // "A nil value should be interpreted as true."
        arguments(
            service
                + slice(
                    "s",
                    "{addresses: [192.0.2.7], conditions: {}}, {addresses: [192.0.2.8], conditions: {ready: false}}"),
            "external:192.0.2.7=allow 100"),
        arguments(
            service("{publishNotReadyAddresses: true, ports: [{name: sql, port: 80}]}")
                + slice("s", "{addresses: [192.0.2.8], conditions: {ready: false}}"),
            "external:192.0.2.8=allow 100"),
        arguments(
            service
                + endpoints(
                    "{addresses: [{ip: 192.0.2.7}], notReadyAddresses: [{ip: 192.0.2.8}], ports: [{name: sql, port: 5432}]}"),
            "external:192.0.2.7=allow 100"),
        // endpoints without the port of that name take nothing there
        arguments(
            service
                + endpoints("{addresses: [{ip: 192.0.2.7}], ports: [{name: other, port: 5432}]}"),
            "=deny:no-endpoint 100"),
        arguments(
            service + slice("s", "{addresses: [10.0.0.1], targetRef: {kind: Pod, name: db-0}}"),
            "db-0=allow 100"),
        arguments(
            service + slice("s", "{addresses: [10.0.0.1], targetRef: {kind: Pod, name: db-1}}"),
            "unknown:Pod `shop/db-1` is not in the repo"),
        arguments(
            service + slice("other", "{addresses: [192.0.2.7]}"),
            "unknown:Service `shop/s` has no selector, and its endpoints are not in the repo"));
  }

  static Stream<Arguments> besideASelector() {
    String selects = "{selector: {track: next}, ports: [{name: sql, port: 80, targetPort: 9090}]}";
    return Stream.of(
        // a slice of a Service with a selector stands beside those that Kubernetes writes;
        // Endpoints do not
        arguments(
            service(selects) + slice("s", "{addresses: [192.0.2.7]}"),
            "web-next=allow 75 external:192.0.2.7=allow 25"),
        arguments(
            service(selects)
                + endpoints("{addresses: [{ip: 192.0.2.7}], ports: [{name: sql, port: 5432}]}"),
            "web-next=allow 100"));
  }

  @ParameterizedTest
  @MethodSource({"types", "names"})
  void leads_where_the_type_says(String services, int port, String expected) {
    assertThat(ask(services, port)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource({"withoutSelector", "besideASelector"})
  void leads_to_the_endpoints_that_are_written_down(String services, String expected) {
    assertThat(ask(services, 80)).isEqualTo(expected);
  }

  private static String ask(String services, int port) {
    var documents = ParseYaml.parse(new SourceFile("f", REPO + services));
    var parsed = Frontends.parse(documents.value(), Settings.DEFAULT);
    assertThat(parsed.problems()).isEmpty();
    var declared = Frontends.normalize(parsed.value().resources(), Settings.DEFAULT);
    var mesh = Link.link(declared.value(), Settings.DEFAULT.assumptions());
    var client = new Client.OfAccount("shop", "web");
    Decision it = Decide.in(Lookup.of(mesh.value())).answer(Question.get(client, "s", port, "/"));
    if (it.verdict() == Decision.Verdict.UNKNOWN) {
      return "unknown:" + String.join(",", it.unknown());
    }
    return it.backends().isEmpty()
        ? it.verdict().label() + ":" + it.reason()
        : it.backends().stream().map(ServicesTest::said).collect(Collectors.joining(" "));
  }

  private static String said(Decision.Reached it) {
    String why = it.reason().isEmpty() ? "" : ":" + it.reason();
    return it.workload().replace("shop/", "")
        + "="
        + it.verdict().label()
        + why
        + " "
        + Math.round(it.share().most() * 100);
  }

  private static String service(String spec) {
    return named("s", spec);
  }

  private static String named(String name, String spec) {
    return "apiVersion: v1\nkind: Service\nmetadata: {name: "
        + name
        + ", namespace: shop}\nspec: "
        + spec
        + "\n---\n";
  }

  private static String slice(String service, String endpoints) {
    return "apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: {name: e, namespace: shop, labels: {kubernetes.io/service-name: "
        + service
        + "}}\naddressType: IPv4\nports: [{name: sql, port: 5432}]\nendpoints: ["
        + endpoints
        + "]\n---\n";
  }

  private static String endpoints(String subset) {
    return "apiVersion: v1\nkind: Endpoints\nmetadata: {name: s, namespace: shop}\nsubsets: ["
        + subset
        + "]\n---\n";
  }
}
