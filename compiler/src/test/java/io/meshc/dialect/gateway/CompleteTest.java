package io.meshc.dialect.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Problem;
import io.meshc.dialect.Resource;
import io.meshc.dialect.gateway.policy.BackendObject;
import io.meshc.dialect.gateway.policy.BackendTlsPolicy;
import io.meshc.dialect.gateway.policy.BackendTrafficPolicy;
import io.meshc.dialect.gateway.policy.RenderPolicy;
import io.meshc.dialect.gateway.route.RenderRoute;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.link.Inline;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An object of each kind that states every field of it: all of it is in the record, in every version, and comes out again.
class CompleteTest {

  @ParameterizedTest
  @CsvSource({
    "GatewayClass, gateway.networking.k8s.io/v1",
    "GatewayClass, gateway.networking.k8s.io/v1beta1",
    "Gateway, gateway.networking.k8s.io/v1",
    "Gateway, gateway.networking.k8s.io/v1beta1",
    "ListenerSet, gateway.networking.k8s.io/v1",
    "HTTPRoute, gateway.networking.k8s.io/v1",
    "HTTPRoute, gateway.networking.k8s.io/v1beta1",
    "GRPCRoute, gateway.networking.k8s.io/v1",
    "TCPRoute, gateway.networking.k8s.io/v1",
    "TCPRoute, gateway.networking.k8s.io/v1alpha2",
    "TLSRoute, gateway.networking.k8s.io/v1",
    "TLSRoute, gateway.networking.k8s.io/v1alpha3",
    "TLSRoute, gateway.networking.k8s.io/v1alpha2",
    "UDPRoute, gateway.networking.k8s.io/v1",
    "UDPRoute, gateway.networking.k8s.io/v1alpha2",
    "ReferenceGrant, gateway.networking.k8s.io/v1",
    "ReferenceGrant, gateway.networking.k8s.io/v1beta1",
    "BackendTLSPolicy, gateway.networking.k8s.io/v1",
    "BackendTLSPolicy, gateway.networking.k8s.io/v1alpha3",
    "XBackend, gateway.networking.x-k8s.io/v1alpha1",
    "XBackendTrafficPolicy, gateway.networking.x-k8s.io/v1alpha1",
    "XMesh, gateway.networking.x-k8s.io/v1alpha1"
  })
  void keeps_every_field(String kind, String version) throws IOException {
    SourceFile sample = sample(kind, version);
    Inline inline = Inline.of(List.of(sample), Settings.DEFAULT);
    assertThat(inline.problems())
        .extracting(Problem::kind)
        .isSubsetOf(Problem.Kind.NOT_CARRIED, Problem.Kind.NOT_MODELLED);
    Resource first =
        inline.parsed().resources().all().stream()
            .filter(it -> it.meta().id().kind().equals(kind) && it.meta().origin().line() < 8)
            .findFirst()
            .orElseThrow();
    Node written = ParseYaml.parse(sample).value().getFirst().root();
    assertThat(text(rendered(first))).isEqualTo(text(written));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPRoute, v1alpha2",
    "GRPCRoute, v1beta1",
    "ListenerSet, v1alpha1",
    "BackendTLSPolicy, v1alpha2",
    "Meshes, v1"
  })
  void a_version_that_is_not_served_is_said(String kind, String version) {
    String text =
        "apiVersion: gateway.networking.k8s.io/%s\nkind: %s\nmetadata: {name: a}\nspec: {}\n"
            .formatted(version, kind);
    assertThat(Inline.of(text).problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.UNKNOWN_KIND);
  }

  private static Node rendered(Resource resource) {
    return switch (resource) {
      case Gateway it -> RenderGateway.render(it);
      case ListenerSet it -> RenderGateway.render(it);
      case ClassObject it -> RenderGateway.render(it);
      case ReferenceGrant it -> RenderGateway.render(it);
      case BackendTlsPolicy it -> RenderPolicy.render(it);
      case BackendTrafficPolicy it -> RenderPolicy.render(it);
      case BackendObject it -> RenderPolicy.render(it);
      case Route it -> RenderRoute.render(it);
      default -> throw new AssertionError(resource);
    };
  }

  private static SourceFile sample(String kind, String version) throws IOException {
    try (InputStream in =
        CompleteTest.class.getResourceAsStream("/gateway/fields/" + kind + ".yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new SourceFile(
          kind + ".yaml", text.replaceFirst("apiVersion: [^\n]*", "apiVersion: " + version));
    }
  }

  /// The content, in whatever order the keys are.
  private static String text(Node node) {
    return switch (node) {
      case Node.Scalar it -> it.text();
      case Node.Sequence it -> it.items().stream().map(CompleteTest::text).toList().toString();
      case Node.Mapping it -> {
        var entries = new TreeMap<String, String>();
        it.entries().forEach(entry -> entries.put(entry.key(), text(entry.value())));
        yield entries.toString();
      }
    };
  }
}
