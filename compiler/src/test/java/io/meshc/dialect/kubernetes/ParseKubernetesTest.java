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
                     initContainers: [{name: i, ports: [{containerPort: 82}]}]}
                    """))
            .mesh()
            .workloads()
            .getFirst();
    assertThat(workload.ports().stream().map(it -> it.name() + it.number()))
        .containsExactly("82", "web80", "81");
    assertThat(workload.probes())
        .containsExactly(
            new Workload.Probe("liveness", 80, "/live"), new Workload.Probe("readiness", 81, ""));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(object("v1", "Service", "{anything: goes, ports: []}"), ""),
        arguments(
            object("v1", "Service", "{ports: [{port: eighty}, {name: x}, {port: 70000}]}"),
            "INVALID_VALUE 4:23 field `spec.ports[0].port` is a string, not a whole number\n"
                + "MISSING_FIELD 4:32 field `spec.ports[1].port` is missing\n"
                + "INVALID_VALUE 4:50 `70000` is no port: ports are 1 to 65535"),
        arguments(
            object("apps/v1", "Deployment", "{replicas: many}"),
            "INVALID_VALUE 4:18 field `spec.replicas` is a string, not a whole number\n"
                + "MISSING_FIELD 4:7 field `spec.template` is missing"),
        arguments(
            object("v1", "Pod", "{containers: [{livenessProbe: {httpGet: {port: web}}}]}"),
            "INVALID_VALUE 4:54 the liveness probe names a port that its container does not declare"),
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
