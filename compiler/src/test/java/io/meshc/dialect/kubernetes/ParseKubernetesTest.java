package io.meshc.dialect.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshc.link.Inline;
import io.meshc.model.Workload;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ParseKubernetesTest {
  private static final String POD = "metadata: {labels: {app: a}}, spec: {serviceAccountName: web}";

  /// `apiVersion` and `kind`, `spec` → account, replicas, Pod labels, selector.
  static Stream<Arguments> workloads() {
    return Stream.of(
        arguments(
            "apps/v1",
            "Deployment",
            "{replicas: 3, selector: {matchLabels: {app: a}}, template: {" + POD + "}}",
            "web 3 {app=a} {app=a}"),
        arguments("apps/v1", "DaemonSet", "{template: {" + POD + "}}", "web 1 {app=a} {}"),
        arguments(
            "v1",
            "ReplicationController",
            "{selector: {app: a}, template: {" + POD + "}}",
            "web 1 {app=a} {app=a}"),
        arguments("batch/v1", "Job", "{template: {spec: {}}}", "default 1 {} {}"),
        arguments(
            "batch/v1",
            "CronJob",
            "{jobTemplate: {spec: {template: {" + POD + "}}}}",
            "web 1 {app=a} {}"),
        arguments("v1", "Pod", "{serviceAccount: old}", "old 1 {own=label} {}"),
        arguments(
            "argoproj.io/v1alpha1",
            "Rollout",
            "{replicas: 0, template: {" + POD + "}}",
            "web 0 {app=a} {}"));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void reads_workloads(String version, String kind, String spec, String expected) {
    Inline inline = Inline.of(object(version, kind, spec));
    assertThat(inline.told()).isEmpty();
    Workload workload = inline.mesh().workloads().getFirst();
    assertThat(
            "%s %d %s %s"
                .formatted(
                    workload.identity().account(),
                    workload.replicas(),
                    workload.podLabels(),
                    workload.selector()))
        .isEqualTo(expected);
  }

  @Test
  void leaves_the_template_of_a_rollout_to_its_deployment() {
    Inline inline =
        Inline.of(object("argoproj.io/v1alpha1", "Rollout", "{workloadRef: {name: a}}"));
    assertThat(inline.told()).isEmpty();
    assertThat(inline.mesh().workloads()).isEmpty();
  }

  @Test
  void reads_ports_and_probes() {
    Workload workload =
        Inline.of(
                object(
                    "v1",
                    "Pod",
                    """
                    {containers: [{name: c, ports: [{name: web, containerPort: 80}, {containerPort: 81}],
                      livenessProbe: {httpGet: {port: web, path: /live}}, readinessProbe: {tcpSocket: {port: 81}},
                      startupProbe: {exec: {command: [x]}}}],
                     initContainers: [{name: i, ports: [{containerPort: 82}]},
                       {name: side, restartPolicy: Always, ports: [{containerPort: 83}, {containerPort: 84, protocol: UDP}]}]}
                    """))
            .mesh()
            .workloads()
            .getFirst();
    assertThat(workload.ports().stream().map(it -> it.name() + it.number()))
        .containsExactly("83", "web80", "81");
    assertThat(workload.probes())
        .containsExactly(
            new Workload.Probe("liveness", 80, "/live"), new Workload.Probe("readiness", 81, ""));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            object("v1", "Service", "{anything: goes, ports: []}"),
            "UNKNOWN_FIELD 4:8 field `spec.anything` is not known"),
        arguments(
            object("v1", "Service", "{ports: [{port: eighty}, {name: x}, {port: 70000}]}"),
            "INVALID_VALUE 4:23 field `spec.ports[0].port` is a string, not a whole number\n"
                + "MISSING_FIELD 4:32 field `spec.ports[1].port` is missing\n"
                + "INVALID_VALUE 4:50 `70000` is no port: ports are 1 to 65535"),
        arguments(
            object("apps/v1", "Deployment", "{replicas: many}"),
            "INVALID_VALUE 4:18 field `spec.replicas` is a string, not a whole number\n"
                + "MISSING_FIELD 4:7 field `spec.template` is missing"),
        // a rule says it: the server takes it
        arguments(
            object("v1", "Pod", "{containers: [{livenessProbe: {httpGet: {port: web}}}]}"), ""),
        arguments(
            object("v1", "Deployment", "{}"),
            "UNKNOWN_KIND 2:7 kind `Deployment` is not known in `v1`"),
        arguments(object("serving.knative.dev/v1", "Service", "{}"), ""),
        arguments("apiVersion: v1\nkind: ConfigMap\n", ""));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void says_what_is_wrong_in_what_it_reads(String yaml, String expected) {
    assertThat(Inline.of(yaml).told()).isEqualTo(expected);
  }

  /// What the API server refuses in a Service.
  static Stream<Arguments> services() {
    return Stream.of(
        arguments("{type: ExternalName}", "MISSING_FIELD 4:7 field `spec.externalName` is missing"),
        arguments("{selector: {a: b}}", "MISSING_FIELD 4:7 field `spec.ports` is missing"),
        arguments("{clusterIP: None}", ""),
        arguments(
            "{type: External, ports: []}", "INVALID_VALUE 4:14 `External` is no type of Service"),
        arguments(
            "{type: NodePort, clusterIP: None, ports: [{port: 80}]}",
            "INVALID_VALUE 4:35 only a Service of type `ClusterIP` may be headless"),
        arguments(
            "{ports: [{port: 80, protocol: HTTP}]}", "INVALID_VALUE 4:37 `HTTP` is no protocol"),
        arguments(
            "{ports: [{port: 80, name: a}, {port: 81}]}",
            "MISSING_FIELD 4:44 a port of several has no name"),
        arguments(
            "{ports: [{port: 80, name: a}, {port: 80, name: b}]}",
            "INVALID_VALUE 4:44 TCP port 80 is there twice"),
        arguments("{ports: [{port: 53, name: a}, {port: 53, name: b, protocol: UDP}]}", ""),
        arguments(
            "{ports: [{port: 80, name: a}, {port: 81, name: a}]}",
            "INVALID_VALUE 4:54 the port name `a` is there twice"),
        arguments(
            "{ports: [{port: 80, nodePort: 30000}], externalIPs: [192.0.2.1], sessionAffinity: ClientIP,"
                + " internalTrafficPolicy: Local, ipFamilies: [IPv6], trafficDistribution: PreferClose}",
            ""));
  }

  @ParameterizedTest
  @MethodSource("services")
  void reads_services_as_the_server_does(String spec, String expected) {
    assertThat(Inline.of(object("v1", "Service", spec)).told()).isEqualTo(expected);
  }

  static Stream<Arguments> endpoints() {
    return Stream.of(
        arguments(
            "v1",
            "Endpoints",
            "subsets: [{addresses: [{ip: 2001:db8::1, nodeName: n}], ports: [{port: 80}]}]",
            ""),
        arguments(
            "v1",
            "Endpoints",
            "subsets: [{addresses: [{ip: db.example.com}], ports: [{name: x}]}]",
            "MISSING_FIELD 4:55 field `subsets[0].ports[0].port` is missing\n"
                + "INVALID_VALUE 4:29 `db.example.com` is no IP address"),
        arguments(
            "discovery.k8s.io/v1",
            "EndpointSlice",
            "endpoints: [{addresses: [300.0.0.1]}]",
            "MISSING_FIELD 1:1 field `addressType` is missing\n"
                + "INVALID_VALUE 4:26 `300.0.0.1` is no IP address"),
        arguments(
            "discovery.k8s.io/v1beta1",
            "EndpointSlice",
            "addressType: IPv6\nports: [{}]\nendpoints: [{addresses: ['::ffff:192.0.2.1'], topology: {zone: z}}]",
            ""));
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void reads_endpoints(String version, String kind, String rest, String expected) {
    String yaml =
        "apiVersion: "
            + version
            + "\nkind: "
            + kind
            + "\nmetadata: {name: a, namespace: ns}\n"
            + rest
            + "\n";
    assertThat(Inline.of(yaml).told()).isEqualTo(expected);
  }

  /// `apiVersion`, `kind`, `metadata` → problems. Names as kubernetes.io, "Object Names and IDs", has them.
  static Stream<Arguments> names() {
    String label = "a".repeat(63);
    return Stream.of(
        arguments("v1", "ServiceAccount", "{name: a.b-1}", ""),
        arguments(
            "v1",
            "ServiceAccount",
            "{name: a_b}",
            "INVALID_VALUE 3:18 `a_b` is no name of a ServiceAccount"),
        arguments(
            "v1",
            "ServiceAccount",
            "{name: a..b}",
            "INVALID_VALUE 3:18 `a..b` is no name of a ServiceAccount"),
        arguments("v1", "ServiceAccount", "{name: " + "a".repeat(253) + "}", ""),
        arguments(
            "v1",
            "ServiceAccount",
            "{name: " + "a".repeat(254) + "}",
            "INVALID_VALUE 3:18 `" + "a".repeat(254) + "` is no name of a ServiceAccount"),
        arguments("v1", "Namespace", "{name: 1a}", ""),
        arguments("v1", "Namespace", "{name: " + label + "}", ""),
        arguments(
            "v1", "Namespace", "{name: a.b}", "INVALID_VALUE 3:18 `a.b` is no name of a Namespace"),
        arguments(
            "v1",
            "Namespace",
            "{name: Shop}",
            "INVALID_VALUE 3:18 `Shop` is no name of a Namespace"),
        arguments(
            "v1",
            "Namespace",
            "{name: a, namespace: b}",
            "INVALID_VALUE 3:18 a Namespace stands in no namespace, and this one is said to be in `b`"),
        // a server completes it
        arguments("v1", "ServiceAccount", "{generateName: a-}", ""));
  }

  @ParameterizedTest
  @MethodSource("names")
  void takes_the_names_that_the_server_takes(
      String version, String kind, String metadata, String expected) {
    String yaml = "apiVersion: " + version + "\nkind: " + kind + "\nmetadata: " + metadata + "\n";
    assertThat(Inline.of(yaml).told()).isEqualTo(expected);
  }

  @Test
  void begins_the_name_of_a_service_with_a_letter() {
    String service =
        object("v1", "Service", "{ports: [{port: 80}]}").replace("name: a,", "name: 1a,");
    assertThat(Inline.of(service).told())
        .isEqualTo("INVALID_VALUE 3:18 `1a` is no name of a Service");
  }

  private static String object(String version, String kind, String spec) {
    return "apiVersion: "
        + version
        + "\nkind: "
        + kind
        + "\nmetadata: {name: a, namespace: ns, labels: {own: label}}\nspec: "
        + spec
        + "\n";
  }
}
