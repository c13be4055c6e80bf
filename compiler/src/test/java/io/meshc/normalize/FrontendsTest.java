package io.meshc.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshc.link.Inline;
import io.meshc.source.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FrontendsTest {
  private static final String SERVICE =
      "apiVersion: v1\n"
          + "kind: Service\n"
          + "metadata: {name: a, namespace: ns}\n"
          + "spec: {ports: [{port: %s}]}\n";

  /// Documents → resources and problems.
  static Stream<Arguments> documents() {
    return Stream.of(
        arguments(
            "a: b\n",
            0,
            "NOT_AN_OBJECT 1:1 document states no `apiVersion` and no `kind`: it is no Kubernetes"
                + " object"),
        arguments("kind: TrafficTarget\n", 0, "NOT_AN_OBJECT 1:1 document states no `apiVersion`"),
        arguments(
            "apiVersion: v1\nkind: [x]\n",
            0,
            "NOT_AN_OBJECT 1:1 `apiVersion` and `kind` of the document are no text"),
        arguments("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n", 1, ""),
        arguments(
            "apiVersion: v1\nkind: MeshConfig\nmetadata: {name: osm-mesh-config}\n",
            1,
            "UNKNOWN_KIND 2:7 kind `MeshConfig` is not known in `v1`"),
        arguments(
            "apiVersion: gateway.networking.k8s.io/v1alpha2\nkind: TCPRoute\nmetadata: {name: a}\n",
            1,
            "MISSING_FIELD 1:1 field `spec` is missing"),
        arguments(
            SERVICE.formatted(1) + "---\n" + SERVICE.formatted(1),
            1,
            "REPEATED_OBJECT 8:18 `Service ns/a` is already in f:1, with the same content"),
        arguments(
            SERVICE.formatted(1) + "---\n" + SERVICE.formatted(2),
            1,
            "DUPLICATE_OBJECT 8:18 `Service ns/a` is already in f:1, with other content"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void makes_a_resource_or_a_problem_of_each(String yaml, int resources, String problems) {
    Inline inline = Inline.of(yaml);
    assertThat(inline.told()).isEqualTo(problems);
    assertThat(inline.parsed().resources().all()).hasSize(resources);
  }

  @Test
  void keeps_the_first_in_the_order_of_paths() {
    var b = new SourceFile("b", SERVICE.formatted(2));
    var a = new SourceFile("a", SERVICE.formatted(1));
    for (List<SourceFile> order : List.of(List.of(a, b), List.of(b, a))) {
      Inline inline = Inline.of(order, Settings.DEFAULT);
      assertThat(inline.mesh().services().getFirst().ports().getFirst().number()).isEqualTo(1);
      assertThat(inline.problems().getFirst().origin().file()).isEqualTo("b");
    }
  }
}
