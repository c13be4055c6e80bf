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
import io.meshc.dialect.istio.routing.ParseDestinationRule;
import io.meshc.dialect.istio.routing.ParseVirtualService;
import io.meshc.dialect.istio.routing.RenderDestinationRule;
import io.meshc.dialect.istio.routing.RenderVirtualService;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.ParseAuthorizationPolicy;
import io.meshc.dialect.istio.security.ParsePeerAuthentication;
import io.meshc.dialect.istio.security.PeerAuthentication;
import io.meshc.dialect.istio.security.RenderAuthorizationPolicy;
import io.meshc.dialect.istio.security.RenderPeerAuthentication;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Emit;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is parsed is rendered again to the letter, and what is not understood is named at its place.
class RoundTripTest {

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of("security.istio.io/v1", "AuthorizationPolicy", "spec: {}\n"),
        Arguments.of("security.istio.io/v1", "AuthorizationPolicy", AUTHORIZATION),
        Arguments.of("security.istio.io/v1", "PeerAuthentication", PEER),
        Arguments.of("networking.istio.io/v1", "VirtualService", ROUTES),
        Arguments.of("networking.istio.io/v1", "DestinationRule", BACKEND),
        Arguments.of("networking.istio.io/v1", "Sidecar", SIDECAR),
        Arguments.of("networking.istio.io/v1alpha3", "EnvoyFilter", MARK));
  }

  private static final String AUTHORIZATION =
      """
      spec:
        selector:
          matchLabels:
            app: web
            version: "1"
        action: DENY
        rules:
        - from:
          - source:
              principals:
              - cluster.local/ns/shop/sa/web
              notPrincipals:
              - "*"
              namespaces:
              - shop
              notNamespaces:
              - dev*
          to:
          - operation:
              hosts:
              - a.b
              notHosts:
              - "*.c"
              ports:
              - "80"
              notPorts:
              - "81"
              methods:
              - GET
              notMethods:
              - POST
              paths:
              - /a/*
              notPaths:
              - "*/b"
          when:
          - key: request.headers[x]
            values:
            - "1"
            notValues:
            - "2"
      """;

  private static final String PEER =
      """
      spec:
        selector:
          matchLabels:
            app: web
        mtls:
          mode: STRICT
        portLevelMtls:
          "8080":
            mode: DISABLE
      """;

  private static final String ROUTES =
      """
      spec:
        hosts:
        - web
        gateways:
        - mesh
        http:
        - name: first
          match:
          - name: one
            uri:
              prefix: /a
            ignoreUriCase: true
            method:
              exact: GET
            authority:
              regex: w.*
            headers:
              present: {}
              x:
                exact: "true"
            withoutHeaders:
              z:
                prefix: a
            port: 80
          route:
          - destination:
              host: web-v1
              port:
                number: 80
            weight: 1
          - destination:
              host: web-v2
            weight: 0
          retries:
            attempts: 0
        tcp:
        - match:
          - port: 90
          route:
          - destination:
              host: web
      """;

  private static final String BACKEND =
      """
      spec:
        host: web.shop.svc.cluster.local
        trafficPolicy:
          loadBalancer:
            simple: ROUND_ROBIN
          tls:
            mode: ISTIO_MUTUAL
      """;

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

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AuthorizationPolicy | {targetRefs: [{kind: Service}]}                         | spec.targetRefs
          AuthorizationPolicy | {rules: [{from: [{source: {ipBlocks: [10.0.0.1]}}]}]}   | spec.rules[0].from[0].source.ipBlocks
          VirtualService      | {hosts: [a], http: [{fault: {abort: {httpStatus: 500}}}]} | spec.http[0].fault
          VirtualService      | {hosts: [a], http: [{timeout: 1s}]}                     | spec.http[0].timeout
          VirtualService      | {hosts: [a], tls: [{match: []}]}                        | spec.tls
          DestinationRule     | {host: a, subsets: [{name: v1}]}                        | spec.subsets
          DestinationRule     | {host: a, trafficPolicy: {tls: {mode: SIMPLE}}}         | spec.trafficPolicy.tls.mode
          """)
  void names_what_it_does_not_model(String kind, String spec, String path) {
    var problems = new ArrayList<Problem>();
    String api =
        kind.equals("AuthorizationPolicy") ? "security.istio.io/v1" : "networking.istio.io/v1";
    parsed(text(api, kind, "spec: " + spec + "\n"), problems);
    assertThat(problems)
        .extracting(Problem::kind, it -> it.origin().path())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Problem.Kind.NOT_MODELLED, path));
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
