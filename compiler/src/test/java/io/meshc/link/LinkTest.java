package io.meshc.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshc.model.Assumptions;
import io.meshc.model.Membership;
import io.meshc.model.Reference.State;
import io.meshc.model.Route;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.Workload;
import io.meshc.normalize.Settings;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LinkTest {
  private static final Settings CLOSED =
      new Settings(
          new Assumptions("cluster.local", "cluster.local", true),
          "default",
          Optional.empty(),
          Optional.empty());
  private static final String TARGET =
      """
      apiVersion: access.smi-spec.io/v1alpha3
      kind: TrafficTarget
      metadata: {name: t, namespace: ns}
      spec:
        destination: {kind: ServiceAccount, name: api, namespace: ns}
        sources: [{kind: ServiceAccount, name: web, namespace: far}]
        rules: [{kind: HTTPRouteGroup, name: g, matches: [m]}]
      ---
      """;
  private static final String GROUP =
      """
      apiVersion: specs.smi-spec.io/v1alpha4
      kind: HTTPRouteGroup
      metadata: {name: g, namespace: ns}
      spec: {matches: [{name: other}]}
      ---
      """;

  @Test
  void implies_what_policies_speak_of() {
    var mesh = Inline.of(TARGET).mesh();
    assertThat(mesh.workloads())
        .singleElement()
        .matches(Workload::implied)
        .returns("ns/api", Workload::label);
    assertThat(mesh.services())
        .singleElement()
        .matches(Service::implied)
        .returns(new ServiceName("ns", "api"), Service::name)
        .returns(mesh.workloads(), Service::endpoints);
    var closed = Inline.of(TARGET, CLOSED).mesh();
    assertThat(closed.workloads()).isEmpty();
    assertThat(closed.services()).isEmpty();
  }

  @Test
  void implies_nothing_where_somebody_runs_as_the_account() {
    var mesh = Inline.of(TARGET + pod("p", "ns", "api", "app: p")).mesh();
    assertThat(mesh.workloads()).singleElement().returns(false, Workload::implied);
    assertThat(mesh.services()).isEmpty();
  }

  static Stream<Arguments> references() {
    String run = "---\n" + pod("p", "ns", "other", "app: p");
    return Stream.of(
        arguments(TARGET, Settings.DEFAULT, "route group", State.MISSING),
        arguments(TARGET + GROUP, Settings.DEFAULT, "route group", State.FOUND),
        arguments(TARGET + GROUP, Settings.DEFAULT, "match", State.MISSING),
        arguments(TARGET + GROUP.replace("other", "m"), Settings.DEFAULT, "match", State.FOUND),
        // a repo of policies does not show the accounts
        arguments(TARGET, Settings.DEFAULT, "destination account", State.OUTSIDE),
        arguments(TARGET + run, Settings.DEFAULT, "destination account", State.MISSING),
        arguments(
            TARGET + run.replace("other", "api"),
            Settings.DEFAULT,
            "destination account",
            State.FOUND),
        arguments(TARGET, Settings.DEFAULT, "source account", State.OUTSIDE),
        arguments(TARGET, CLOSED, "source account", State.MISSING),
        arguments(
            TARGET.replace("name: api", "name: default"),
            Settings.DEFAULT,
            "destination account",
            State.FOUND));
  }

  @ParameterizedTest
  @MethodSource("references")
  void follows_references(String yaml, Settings settings, String role, State expected) {
    assertThat(Inline.of(yaml, settings).mesh().references())
        .filteredOn(it -> it.role().equals(role))
        .singleElement()
        .returns(expected, it -> it.state());
  }

  @Test
  void finds_endpoints_by_all_labels_of_the_selector() {
    var mesh =
        Inline.of(
                service("s", "{selector: {app: a, v: '1'}, ports: [{port: 80}]}")
                    + pod("one", "ns", "x", "app: a, v: '1', more: z")
                    + pod("two", "ns", "x", "app: a, v: '2'")
                    + pod("far", "m", "x", "app: a, v: '1'")
                    + service("none", "{ports: [{port: 80}]}"))
            .mesh();
    assertThat(mesh.services().getFirst().endpoints()).isEmpty();
    assertThat(mesh.services().getLast().endpoints())
        .extracting(Workload::label)
        .containsExactly("ns/one");
  }

  @ParameterizedTest
  @CsvSource({
    "'', , HTTP",
    "'', tcp, TCP",
    "tcp-x, , TCP",
    "http-x, tcp, TCP",
    "tcp-x, grpc, HTTP",
    "x-tcp, , HTTP"
  })
  void reads_ports_as_the_plane_of_the_endpoints_does(
      String name, String appProtocol, String expected) {
    String port =
        "port: 80, name: '"
            + name
            + "'"
            + (appProtocol == null ? "" : ", appProtocol: " + appProtocol);
    var mesh =
        Inline.of(
                TARGET
                    + service("s", "{selector: {app: a}, ports: [{" + port + "}]}")
                    + pod("a", "ns", "api", "app: a"))
            .mesh();
    assertThat(mesh.services().getFirst().ports().getFirst().protocol().name()).isEqualTo(expected);
  }

  @Test
  void leaves_udp_out_and_looks_into_what_no_mesh_guards() {
    var mesh =
        Inline.of(service("s", "{ports: [{port: 53, protocol: UDP}, {port: 53, name: dns}]}"))
            .mesh();
    assertThat(mesh.services().getFirst().ports())
        .singleElement()
        .returns("SNIFFED", it -> it.protocol().name());
  }

  /// Labels and annotations of the namespace, annotations of the Pod → membership.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'openservicemesh.io/monitored-by: osm' | 'openservicemesh.io/sidecar-injection: enabled' | '' | Sidecar",
        "'openservicemesh.io/monitored-by: osm' | 'openservicemesh.io/sidecar-injection: \"Yes\"' | '' | Sidecar",
        "'openservicemesh.io/monitored-by: osm' | '' | '' | Outside",
        "'openservicemesh.io/monitored-by: osm' | '' | 'openservicemesh.io/sidecar-injection: enabled' | Sidecar",
        "'openservicemesh.io/monitored-by: osm' | 'openservicemesh.io/sidecar-injection: enabled' | 'openservicemesh.io/sidecar-injection: \"no\"' | Outside",
        "'openservicemesh.io/monitored-by: osm, openservicemesh.io/ignore: \"true\"' | 'openservicemesh.io/sidecar-injection: enabled' | '' | Outside",
        "'' | '' | 'openservicemesh.io/sidecar-injection: enabled' | Outside"
      })
  void enrols_as_the_injector_does(
      String labels, String annotations, String ofPod, String expected) {
    String namespace =
        "apiVersion: v1\nkind: Namespace\nmetadata: {name: ns, labels: {"
            + labels
            + "}, annotations: {"
            + annotations
            + "}}\n---\n";
    String pod =
        pod("p", "ns", "a", "x: z").replace("labels:", "annotations: {" + ofPod + "}, labels:");
    Membership membership = Inline.of(namespace + pod).mesh().workloads().getFirst().membership();
    assertThat(membership.getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void routes_by_the_weights_of_a_split() {
    var mesh =
        Inline.of(
                """
                apiVersion: split.smi-spec.io/v1alpha1
                kind: TrafficSplit
                metadata: {name: s, namespace: ns}
                spec: {service: a.ns.svc.cluster.local, backends: [{service: b, weight: 1}, {service: c, weight: 500m}]}
                """)
            .mesh();
    Route route = mesh.routes().getFirst();
    assertThat(route.service()).isEqualTo(new ServiceName("ns", "a"));
    assertThat(route.rules().getFirst().backends())
        .extracting(it -> it.weight().value())
        .containsExactly(2, 1);
  }

  private static String pod(String name, String namespace, String account, String labels) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, namespace: %s, labels: {%s}}
    spec: {serviceAccountName: %s}
    ---
    """
        .formatted(name, namespace, labels, account);
  }

  private static String service(String name, String spec) {
    return """
    apiVersion: v1
    kind: Service
    metadata: {name: %s, namespace: ns}
    spec: %s
    ---
    """
        .formatted(name, spec);
  }
}
