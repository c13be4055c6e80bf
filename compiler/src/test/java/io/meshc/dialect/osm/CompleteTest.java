package io.meshc.dialect.osm;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Outcome;
import io.meshc.dialect.Header;
import io.meshc.dialect.Resource;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.ParseYaml;
import io.meshc.yaml.emit.Emit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An object of each kind that states every field of it: all of it is in the record, and comes out again to the letter.
class CompleteTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MeshConfig",
        "MeshRootCertificate",
        "ExtensionService",
        "Egress",
        "IngressBackend",
        "Retry",
        "Telemetry",
        "UpstreamTrafficSetting"
      })
  void keeps_every_field(String kind) throws IOException {
    String text = sample(kind);
    Outcome<Optional<Resource>> read = parsed(text);
    assertThat(read.problems()).isEmpty();
    assertThat(Emit.yaml(RenderOsm.render(read.value().orElseThrow()).orElseThrow()))
        .isEqualTo(text);
  }

  /// The server drops the newer fields of an object that states the older version, so that they are in no record.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tlsMinProtocolVersion",
        "cipherSuites",
        "localProxyMode",
        "outboundIPRangeInclusionList",
        "networkInterfaceExclusionList",
        "enableMeshRootCertificate"
      })
  void knows_what_the_first_version_has(String field) throws IOException {
    String old = sample("MeshConfig").replace("v1alpha2", "v1alpha1");
    Outcome<Optional<Resource>> read = parsed(old);
    assertThat(read.problems())
        .extracting(it -> it.message())
        .anySatisfy(it -> assertThat(it).contains("." + field + "` is not known"));
    assertThat(Emit.yaml(RenderOsm.render(read.value().orElseThrow()).orElseThrow()))
        .contains("v1alpha1", "enableRetryPolicy")
        .doesNotContain(field);
  }

  private static Outcome<Optional<Resource>> parsed(String text) {
    Document document = ParseYaml.parse(new SourceFile("a.yaml", text)).value().getFirst();
    return ParseOsm.parse(document, Header.of(document).orElseThrow(), "default");
  }

  private static String sample(String kind) throws IOException {
    try (InputStream in = CompleteTest.class.getResourceAsStream("/osm/fields/" + kind + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
