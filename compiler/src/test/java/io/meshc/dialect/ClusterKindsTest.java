package io.meshc.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Problem;
import io.meshc.dialect.linkerd.multicluster.ParseLink;
import io.meshc.dialect.linkerd.multicluster.RenderLink;
import io.meshc.dialect.mcs.ParseMcs;
import io.meshc.dialect.mcs.RenderMcs;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import io.meshc.yaml.emit.Emit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The kinds that say something of other clusters: an object of each that states every field comes out as it came in, and what it
/// does not have is named at its place.
class ClusterKindsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multicluster/fields/Link",
        "mcs/fields/ServiceExport",
        "mcs/fields/ServiceImport"
      })
  void keeps_every_field(String sample) throws IOException {
    var problems = new ArrayList<Problem>();
    String text = text(sample);
    assertThat(Emit.yaml(rendered(text, problems))).isEqualTo(text);
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "multicluster/fields/Link, v1alpha3, v1alpha2, spec.excludedAnnotations spec.excludedLabels",
    "multicluster/fields/Link, v1alpha3, v1alpha1,"
        + " spec.excludedAnnotations spec.excludedLabels spec.federatedServiceSelector",
    "multicluster/fields/Link, period:, perriod:, spec.probeSpec.perriod",
    "multicluster/fields/Link, operator: Exists, operater: Exists,"
        + " spec.federatedServiceSelector.matchExpressions[0].operater",
    "multicluster/fields/Link, 'gatewayPort: \"4143\"', gatewayPort: 4143, spec.gatewayPort",
    "mcs/fields/ServiceExport, exportedLabels, exportLabels, spec.exportLabels",
    "mcs/fields/ServiceImport, timeoutSeconds, timeout,"
        + " spec.sessionAffinityConfig.clientIP.timeout",
    "mcs/fields/ServiceImport, 'port: 80', 'number: 80', spec.ports[0].number spec.ports[0]",
    "mcs/fields/ServiceImport, ClusterSetIP, ClusterIP, spec.type",
    "mcs/fields/ServiceImport, '- 10.42.42.42', '- 10.0.0.1\\n"
        + "  - 10.0.0.2\\n"
        + "  - 10.0.0.3', spec.ips"
  })
  void says_what_is_wrong(String sample, String from, String to, String places) throws IOException {
    var problems = new ArrayList<Problem>();
    String text = text(sample);
    assertThat(text).contains(from);
    rendered(text.replace(from, to.replace("\\n", "\n")), problems);
    assertThat(new TreeSet<>(problems.stream().map(it -> it.origin().path()).toList()))
        .isEqualTo(new TreeSet<>(List.of(places.split(" "))));
  }

  private static String text(String sample) throws IOException {
    try (InputStream in = ClusterKindsTest.class.getResourceAsStream("/" + sample + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Node rendered(String text, List<Problem> problems) {
    Document document = ParseYaml.parse(new SourceFile("a.yaml", text)).value().getFirst();
    Header header = Header.of(document).orElseThrow();
    Fields top = Fields.of(document, problems);
    Meta meta = header.meta(top, "default", problems);
    Node rendered =
        switch (header.kind()) {
          case "Link" -> RenderLink.render(ParseLink.parse(top, meta, problems));
          case "ServiceExport" -> RenderMcs.export(ParseMcs.export(top, meta));
          default -> RenderMcs.imported(ParseMcs.imported(top, meta, problems));
        };
    top.done();
    return rendered;
  }
}
