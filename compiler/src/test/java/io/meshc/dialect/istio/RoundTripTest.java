package io.meshc.dialect.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.dialect.istio.proxy.ParseEnvoyFilter;
import io.meshc.dialect.istio.proxy.RenderEnvoyFilter;
import io.meshc.dialect.istio.registry.ParseSidecar;
import io.meshc.dialect.istio.registry.RenderSidecar;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.dialect.istio.routing.ParseDestinationRule;
import io.meshc.dialect.istio.routing.ParseGateway;
import io.meshc.dialect.istio.routing.ParseVirtualService;
import io.meshc.dialect.istio.routing.RenderDestinationRule;
import io.meshc.dialect.istio.routing.RenderGateway;
import io.meshc.dialect.istio.routing.RenderVirtualService;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.ParseAuthorizationPolicy;
import io.meshc.dialect.istio.security.ParsePeerAuthentication;
import io.meshc.dialect.istio.security.ParseRequestAuthentication;
import io.meshc.dialect.istio.security.PeerAuthentication;
import io.meshc.dialect.istio.security.RenderAuthorizationPolicy;
import io.meshc.dialect.istio.security.RenderPeerAuthentication;
import io.meshc.dialect.istio.security.RenderRequestAuthentication;
import io.meshc.dialect.istio.security.RequestAuthentication;
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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is parsed is rendered again to the letter, and what is not understood is named at its place.
class RoundTripTest {

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of("security.istio.io/v1", "AuthorizationPolicy", "spec: {}\n"),
        Arguments.of("networking.istio.io/v1", "Sidecar", SIDECAR),
        Arguments.of("networking.istio.io/v1alpha3", "EnvoyFilter", MARK));
  }

  private static final String SIDECAR =
      """
      spec:
        workloadSelector:
          labels:
            app: web
        egress:
        - hosts:
          - "*/*"
        outboundTrafficPolicy:
          mode: REGISTRY_ONLY
      """;

  private static final String MARK =
      """
      spec:
        workloadSelector:
          labels:
            app: web
        configPatches:
        - applyTo: HTTP_FILTER
          match:
            context: SIDECAR_INBOUND
            listener:
              filterChain:
                filter:
                  name: envoy.filters.network.http_connection_manager
          patch:
            operation: INSERT_FIRST
            value:
              name: meshc.mark.web
              typed_config:
                "@type": type.googleapis.com/envoy.extensions.filters.http.rbac.v3.RBAC
                shadow_rules:
                  action: ALLOW
                  policies:
                    mark:
                      permissions:
                      - and_rules:
                          rules:
                          - url_path:
                              path:
                                safe_regex:
                                  regex: .*a.*b
                          - not_rule:
                              header:
                                name: x
                                string_match:
                                  safe_regex:
                                    regex: "[0-9]+"
                      principals:
                      - any: true
                shadow_rules_stat_prefix: meshc_web_
      """;

  @ParameterizedTest(name = "{1}")
  @MethodSource("kinds")
  void renders_what_it_parsed(String apiVersion, String kind, String spec) {
    var problems = new ArrayList<Problem>();
    String text = text(apiVersion, kind, spec);
    assertThat(Emit.yaml(rendered(text, problems))).isEqualTo(text);
    assertThat(problems).isEmpty();
  }

  /// The documents hold every field of their CRD.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "VirtualService",
        "DestinationRule",
        "Gateway",
        "AuthorizationPolicy",
        "PeerAuthentication",
        "RequestAuthentication"
      })
  void keeps_every_field(String kind) throws IOException {
    var problems = new ArrayList<Problem>();
    String text;
    try (InputStream in =
        RoundTripTest.class.getResourceAsStream("/istio/fields/" + kind + ".yaml")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(Emit.yaml(rendered(text, problems))).isEqualTo(text);
    assertThat(problems).isEmpty();
  }

  /// Whatever is changed in the one shape of EnvoyFilter, it is no longer understood.
  @ParameterizedTest
  @CsvSource({
    "INSERT_FIRST, INSERT_BEFORE",
    "SIDECAR_INBOUND, ANY",
    "action: ALLOW, action: DENY",
    "any: true, any: false",
    "shadow_rules_stat_prefix: meshc_web_, shadow_rules_stat_prefix: meshc_other_",
    "shadow_rules:, rules:",
    "name: x, name: x\\n                          invert_match: true"
  })
  void understands_one_envoy_filter_only(String from, String to) {
    var problems = new ArrayList<Problem>();
    String changed = MARK.replace(from, to.replace("\\n", "\n"));
    var filter =
        (EnvoyFilter)
            parsed(text("networking.istio.io/v1alpha3", "EnvoyFilter", changed), problems);
    assertThat(filter.mark()).isEmpty();
    assertThat(problems).isEmpty();
  }

  private static String text(String apiVersion, String kind, String spec) {
    return "apiVersion: %s\nkind: %s\nmetadata:\n  name: web\n  namespace: shop\n%s"
        .formatted(apiVersion, kind, spec);
  }

  private static Node rendered(String text, List<Problem> problems) {
    return switch (parsed(text, problems)) {
      case AuthorizationPolicy it -> RenderAuthorizationPolicy.render(it);
      case PeerAuthentication it -> RenderPeerAuthentication.render(it);
      case RequestAuthentication it -> RenderRequestAuthentication.render(it);
      case Gateway it -> RenderGateway.render(it);
      case VirtualService it -> RenderVirtualService.render(it);
      case DestinationRule it -> RenderDestinationRule.render(it);
      case Sidecar it -> RenderSidecar.render(it);
      case EnvoyFilter it -> RenderEnvoyFilter.render(it);
      default -> throw new AssertionError();
    };
  }

  private static Object parsed(String text, List<Problem> problems) {
    Document document = ParseYaml.parse(new SourceFile("a.yaml", text)).value().getFirst();
    Header header = Header.of(document).orElseThrow();
    Fields top = Fields.of(document, problems);
    Meta meta = header.meta(top, "default", problems);
    Object resource =
        switch (header.kind()) {
          case "AuthorizationPolicy" -> ParseAuthorizationPolicy.parse(top, meta, problems);
          case "RequestAuthentication" -> ParseRequestAuthentication.parse(top, meta, problems);
          case "Gateway" -> ParseGateway.parse(top, meta, problems);
          case "PeerAuthentication" -> ParsePeerAuthentication.parse(top, meta, problems);
          case "VirtualService" -> ParseVirtualService.parse(top, meta, problems);
          case "DestinationRule" -> ParseDestinationRule.parse(top, meta, problems);
          case "Sidecar" -> ParseSidecar.parse(top, meta, problems);
          case "EnvoyFilter" -> ParseEnvoyFilter.parse(top, meta, problems);
          default -> throw new AssertionError();
        };
    top.done();
    return resource;
  }
}
