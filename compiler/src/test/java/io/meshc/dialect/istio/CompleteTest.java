package io.meshc.dialect.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.proxy.ParseEnvoyFilter;
import io.meshc.dialect.istio.proxy.ParseProxyConfig;
import io.meshc.dialect.istio.proxy.ParseTelemetry;
import io.meshc.dialect.istio.proxy.ParseTrafficExtension;
import io.meshc.dialect.istio.proxy.ParseWasmPlugin;
import io.meshc.dialect.istio.proxy.RenderEnvoyFilter;
import io.meshc.dialect.istio.proxy.RenderProxyConfig;
import io.meshc.dialect.istio.proxy.RenderTelemetry;
import io.meshc.dialect.istio.proxy.RenderTrafficExtension;
import io.meshc.dialect.istio.proxy.RenderWasmPlugin;
import io.meshc.dialect.istio.registry.ParseServiceEntry;
import io.meshc.dialect.istio.registry.ParseSidecar;
import io.meshc.dialect.istio.registry.ParseWorkloadEntry;
import io.meshc.dialect.istio.registry.ParseWorkloadGroup;
import io.meshc.dialect.istio.registry.RenderServiceEntry;
import io.meshc.dialect.istio.registry.RenderSidecar;
import io.meshc.dialect.istio.registry.RenderWorkloadEntry;
import io.meshc.dialect.istio.registry.RenderWorkloadGroup;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An object of each kind that states every field of it: all of it is in the record, and comes out again.
class CompleteTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ServiceEntry",
        "Sidecar",
        "WorkloadEntry",
        "WorkloadGroup",
        "EnvoyFilter",
        "ProxyConfig",
        "Telemetry",
        "WasmPlugin",
        "TrafficExtension"
      })
  void keeps_every_field(String kind) throws IOException {
    Document document = ParseYaml.parse(sample(kind)).value().getFirst();
    var problems = new ArrayList<Problem>();
    Node rendered = rendered(document, problems);
    assertThat(problems).isEmpty();
    assertThat(text(rendered)).isEqualTo(text(document.root()));
  }

  private static Node rendered(Document document, List<Problem> problems) {
    Fields top = Fields.of(document, problems);
    Meta meta = Header.of(document).orElseThrow().meta(top, "default", problems);
    Node rendered =
        switch (meta.id().kind()) {
          case "ServiceEntry" ->
              RenderServiceEntry.render(ParseServiceEntry.parse(top, meta, problems));
          case "Sidecar" -> RenderSidecar.render(ParseSidecar.parse(top, meta, problems));
          case "WorkloadEntry" ->
              RenderWorkloadEntry.render(ParseWorkloadEntry.parse(top, meta, problems));
          case "WorkloadGroup" ->
              RenderWorkloadGroup.render(ParseWorkloadGroup.parse(top, meta, problems));
          case "EnvoyFilter" ->
              RenderEnvoyFilter.render(ParseEnvoyFilter.parse(top, meta, problems));
          case "ProxyConfig" ->
              RenderProxyConfig.render(ParseProxyConfig.parse(top, meta, problems));
          case "Telemetry" -> RenderTelemetry.render(ParseTelemetry.parse(top, meta, problems));
          case "WasmPlugin" -> RenderWasmPlugin.render(ParseWasmPlugin.parse(top, meta, problems));
          case "TrafficExtension" ->
              RenderTrafficExtension.render(ParseTrafficExtension.parse(top, meta, problems));
          default -> throw new AssertionError();
        };
    top.done();
    return rendered;
  }

  private static SourceFile sample(String kind) throws IOException {
    try (InputStream in =
        CompleteTest.class.getResourceAsStream("/istio/fields/" + kind + ".yaml")) {
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
