package io.meshc.normalize.unread;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Problem;
import io.meshc.link.Inline;
import io.meshc.model.Extension;
import io.meshc.model.Membership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What this version cannot read is said, and makes unknown what it may touch.
final class UnreadFrontendTest {
  private static final String WORKLOAD =
      """
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        selector: {matchLabels: {app: web}}
        template: {metadata: {labels: {app: web}}, spec: {containers: []}}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extensions.istio.io/v1alpha1 WasmPlugin",
        "install.istio.io/v1alpha1 IstioOperator"
      })
  void is_never_silent(String kind) {
    String[] parts = kind.split(" ");
    Inline it = object(parts[0], parts[1]);
    assertThat(it.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.NOT_MODELLED);
  }

  @Test
  void a_mesh_that_is_not_read_may_guard_anything() {
    var mesh = object("policy.linkerd.io/v1", "KindOfTomorrow").mesh();
    assertThat(mesh.workloads())
        .singleElement()
        .satisfies(it -> assertThat(it.membership()).isInstanceOf(Membership.Assumed.class));
    assertThat(mesh.extensions())
        .extracting(Extension::touches)
        .containsOnly(Extension.Touches.ANYTHING);
  }

  private static Inline object(String version, String kind) {
    return Inline.of(
        "apiVersion: %s\nkind: %s\nmetadata: {name: x, namespace: shop}\nspec: {}\n%s"
            .formatted(version, kind, WORKLOAD));
  }
}
