package io.meshc.dialect.linkerd;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Problem;
import io.meshc.dialect.Resource;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.RenderRoute;
import io.meshc.dialect.linkerd.policy.AuthorizationPolicy;
import io.meshc.dialect.linkerd.policy.MeshTlsAuthentication;
import io.meshc.dialect.linkerd.policy.NetworkAuthentication;
import io.meshc.dialect.linkerd.policy.RateLimitPolicy;
import io.meshc.dialect.linkerd.policy.RenderAuthorizationPolicy;
import io.meshc.dialect.linkerd.policy.RenderMeshTlsAuthentication;
import io.meshc.dialect.linkerd.policy.RenderNetworkAuthentication;
import io.meshc.dialect.linkerd.policy.RenderRateLimitPolicy;
import io.meshc.dialect.linkerd.policy.RenderServer;
import io.meshc.dialect.linkerd.policy.RenderServerAuthorization;
import io.meshc.dialect.linkerd.policy.Server;
import io.meshc.dialect.linkerd.policy.ServerAuthorization;
import io.meshc.dialect.linkerd.traffic.EgressNetwork;
import io.meshc.dialect.linkerd.traffic.ExternalWorkload;
import io.meshc.dialect.linkerd.traffic.RenderEgressNetwork;
import io.meshc.dialect.linkerd.traffic.RenderExternalWorkload;
import io.meshc.dialect.linkerd.traffic.RenderServiceProfile;
import io.meshc.dialect.linkerd.traffic.ServiceProfile;
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
import org.junit.jupiter.params.provider.ValueSource;

/// An object of each kind that states every field of it: all of it is in the record, and comes out again.
class CompleteTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Server",
        "ServerAuthorization",
        "AuthorizationPolicy",
        "MeshTLSAuthentication",
        "NetworkAuthentication",
        "HTTPLocalRateLimitPolicy",
        "EgressNetwork",
        "ServiceProfile",
        "ExternalWorkload",
        "HTTPRoute"
      })
  void keeps_every_field(String kind) throws IOException {
    SourceFile sample = sample(kind);
    Inline inline = Inline.of(List.of(sample), Settings.DEFAULT);
    assertThat(inline.problems())
        .extracting(Problem::kind)
        .isSubsetOf(Problem.Kind.NOT_CARRIED, Problem.Kind.NOT_MODELLED);
    Resource first =
        inline.parsed().resources().all().stream()
            .filter(it -> it.meta().id().kind().equals(kind) && it.meta().origin().line() < 6)
            .findFirst()
            .orElseThrow();
    Node written = ParseYaml.parse(sample).value().getFirst().root();
    assertThat(text(rendered(first))).isEqualTo(text(written));
  }

  @ParameterizedTest
  @CsvSource({
    "policy.linkerd.io, Server, v1alpha1, accessPolicy externalWorkloadSelector",
    "policy.linkerd.io, Server, v1beta1, accessPolicy externalWorkloadSelector",
    "policy.linkerd.io, Server, v1beta2, accessPolicy",
    "policy.linkerd.io, Server, v1beta3, ''",
    "policy.linkerd.io, Server, v1, unknown",
    "policy.linkerd.io, ServerAuthorization, v1alpha1, ''",
    "policy.linkerd.io, HTTPRoute, v1beta2, timeouts",
    "policy.linkerd.io, HTTPRoute, v1beta1, timeouts group kind weight",
    "policy.linkerd.io, HTTPRoute, v1alpha1, timeouts group kind weight",
    "linkerd.io, ServiceProfile, v1alpha1, ''",
    "workload.linkerd.io, ExternalWorkload, v1alpha1, meshTLS"
  })
  void what_a_version_does_not_have_is_not_known(
      String group, String kind, String version, String unknown) throws IOException {
    String text =
        sample(kind)
            .text()
            .replaceFirst(
                "apiVersion: " + group + "/v[0-9a-z]*", "apiVersion: " + group + "/" + version);
    Inline inline = Inline.of(List.of(new SourceFile("a.yaml", text)), Settings.DEFAULT);
    List<String> fields =
        inline.problems().stream()
            .filter(it ->
                it.kind() == Problem.Kind.UNKNOWN_FIELD || it.kind() == Problem.Kind.UNKNOWN_KIND)
            .map(it -> it.kind() == Problem.Kind.UNKNOWN_KIND ? "unknown" : last(it))
            .distinct()
            .toList();
    assertThat(fields)
        .containsExactlyInAnyOrderElementsOf(
            unknown.isEmpty() ? List.of() : List.of(unknown.split(" ")));
  }

  private static String last(Problem problem) {
    String path = problem.origin().path();
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static Node rendered(Resource resource) {
    return switch (resource) {
      case Server it -> RenderServer.render(it);
      case ServerAuthorization it -> RenderServerAuthorization.render(it);
      case AuthorizationPolicy it -> RenderAuthorizationPolicy.render(it);
      case MeshTlsAuthentication it -> RenderMeshTlsAuthentication.render(it);
      case NetworkAuthentication it -> RenderNetworkAuthentication.render(it);
      case RateLimitPolicy it -> RenderRateLimitPolicy.render(it);
      case EgressNetwork it -> RenderEgressNetwork.render(it);
      case ServiceProfile it -> RenderServiceProfile.render(it);
      case ExternalWorkload it -> RenderExternalWorkload.render(it);
      case HttpRoute it -> RenderRoute.render(it);
      default -> throw new AssertionError(resource);
    };
  }

  private static SourceFile sample(String kind) throws IOException {
    try (InputStream in =
        CompleteTest.class.getResourceAsStream("/linkerd/fields/" + kind + ".yaml")) {
      return new SourceFile(kind + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
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
