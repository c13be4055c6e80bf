package io.meshc.normalize.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.model.Authorization;
import io.meshc.model.Extension;
import io.meshc.model.Identity;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Route;
import io.meshc.model.match.Truth;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Frontends;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.yaml.ParseYaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Istio's resources mean, one table for each kind.
class NormalizeIstioTest {
  private static final String POLICY =
      "{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: p, namespace:"
          + " shop}, spec: %s}";
  private static final String ROUTES =
      "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: v, namespace:"
          + " shop}, spec: %s}";

  /// The request is `GET /a/b` at workload port 8080 by `shop/web`, with header `x: 1`.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                    | Yes | Yes
          {from: [{source: {principals: [cluster.local/ns/shop/sa/web]}}]}      | Yes | Yes
          {from: [{source: {principals: [cluster.local/ns/shop/*]}}]}           | Yes | Yes
          {from: [{source: {principals: ['*/sa/web']}}]}                        | Yes | Yes
          {from: [{source: {notPrincipals: ['*']}}]}                            | No  | No
          {from: [{source: {namespaces: ['s*p']}}]}                             | Yes | Yes
          {from: [{source: {namespaces: [dev]}}, {source: {namespaces: [shop]}}]} | Yes | Yes
          {to: [{operation: {paths: [/a/*], methods: [GET]}}]}                  | Yes | No
          {to: [{operation: {paths: [/a]}}]}                                    | No  | No
          {to: [{operation: {notPaths: [/b]}}]}                                 | Yes | No
          {to: [{operation: {notMethods: [GET]}}]}                              | No  | No
          {to: [{operation: {ports: ['8080']}}]}                                | Yes | Yes
          {to: [{operation: {ports: ['8080']}}, {operation: {paths: [/c]}}]}    | Yes | No
          {to: [{operation: {hosts: [API.*]}}]}                                 | Yes | No
          {when: [{key: 'request.headers[x]', values: ['1', '2']}]}             | Yes | No
          {when: [{key: 'request.headers[x]', values: ['*'], notValues: ['1']}]} | No | No
          {when: [{key: 'request.headers[y]', values: ['*']}]}                  | No  | No
          {when: [{key: source.namespace, values: [shop]}]}                     | Yes | Yes
          {when: [{key: destination.port, values: ['8080']}]}                   | Yes | Yes
          {when: [{key: source.ip, values: [10.0.0.1]}]}                        | Unknown | Unknown
          {from: [{source: {requestPrincipals: ['*']}}]}                        | No  | No
          {from: [{source: {requestPrincipals: ['*'], namespaces: [dev]}}]}     | No  | No
          {to: [{operation: {paths: ['/{*}/b']}}]}                              | Yes | No
          {to: [{operation: {paths: ['/{*}']}}]}                                | No  | No
          {to: [{operation: {paths: ['/{**}']}}]}                               | Yes | No
          {to: [{operation: {paths: ['/a.b/{**}']}}]}                           | No  | No
          {when: [{key: 'experimental.envoy.filters.http.rbac[meshc_x_shadow_engine_result]', values: [allowed]}]} | No | No
          """)
  void allows(String rule, String http, String tcp) {
    Authorization policy = authorization("{rules: [" + rule + "]}");
    assertThat(truth(policy, request(Protocol.HTTP))).isEqualTo(http);
    assertThat(truth(policy, request(Protocol.TCP))).isEqualTo(tcp);
  }

  /// On raw TCP a denial is taken without what only HTTP has.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {to: [{operation: {paths: [/c]}}]}                                    | No  | Yes
          {to: [{operation: {paths: [/c], ports: ['1']}}]}                      | No  | No
          {to: [{operation: {paths: [/a/b]}}], from: [{source: {namespaces: [dev]}}]} | No | No
          """)
  void denies(String rule, String http, String tcp) {
    Authorization policy = authorization("{action: DENY, rules: [" + rule + "]}");
    assertThat(truth(policy, request(Protocol.HTTP))).isEqualTo(http);
    assertThat(truth(policy, request(Protocol.TCP))).isEqualTo(tcp);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                          | 1 | ''
          {action: AUDIT, rules: [{}]}                                | 0 | REPORTS
          {action: CUSTOM, provider: {name: ext}, rules: [{}]}        | 0 | MAY_DENY
          {targetRefs: [{kind: Service, name: a}]}                    | 1 | ''
          """)
  void knows_the_actions(String spec, int authorizations, String touches) {
    Declarations declared = declared(POLICY.formatted(spec));
    assertThat(declared.authorizations()).hasSize(authorizations);
    assertThat(declared.extensions())
        .extracting(Extension::touches)
        .extracting(Enum::name)
        .isEqualTo(touches.isEmpty() ? List.of() : List.of(touches));
  }

  @Test
  void declares_nothing_where_nothing_is_of_istio() {
    assertThat(declared("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}").planes())
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {istio-injection: enabled}    | Sidecar
          {istio.io/rev: '1-30'}        | Sidecar
          {istio-injection: disabled}   | Outside
          """)
  void enrols_namespaces(String labels, String membership) {
    Declarations declared =
        declared(
            "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: " + labels + "}}");
    assertThat(declared.enrolments())
        .extracting(it -> it.membership().getClass().getSimpleName())
        .containsExactly(membership);
  }

  /// The backend of `GET /a/b` at port 80, of a Service `api`.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {hosts: [api], http: [{route: [{destination: {host: one}}]}]}                                    | shop/one
          {hosts: [api.shop.svc.cluster.local], http: [{route: [{destination: {host: one}}]}]}             | shop/one
          {hosts: [api], http: [{match: [{uri: {prefix: /a}}], route: [{destination: {host: one}}]}]}      | shop/one
          {hosts: [api], http: [{match: [{uri: {exact: /A/B}, ignoreUriCase: true}], route: [{destination: {host: one}}]}]} | shop/one
          {hosts: [api], http: [{match: [{uri: {regex: '/a'}}], route: [{destination: {host: one}}]}]}     | nothing
          {hosts: [api], http: [{match: [{port: 81}], route: [{destination: {host: one}}]}]}               | nothing
          {hosts: [api], http: [{match: [{port: 80}], route: [{destination: {host: one}}]}]}               | shop/one
          {hosts: [api], http: [{match: [{withoutHeaders: {x: {}}}], route: [{destination: {host: one}}]}]} | nothing
          {hosts: [api], http: [{match: [{headers: {x: {exact: '1'}}}], route: [{destination: {host: one}}]}]} | shop/one
          {hosts: [api], http: [{match: [{scheme: {exact: http}}], route: [{destination: {host: one}}]}]}  | unknown
          {hosts: [api], http: [{route: [{destination: {host: one.shop}}]}]}                               | /one.shop
          """)
  void routes(String spec, String backend) {
    Declarations declared = declared(ROUTES.formatted(spec));
    assertThat(declared.routes()).hasSize(1);
    Route route = declared.routes().getFirst();
    String found = "nothing";
    for (Route.Rule rule : route.rules()) {
      Truth truth = rule.match().value().covers(request(Protocol.HTTP));
      if (!truth.isNo()) {
        found = truth.isYes() ? rule.backends().getFirst().service().value().label() : "unknown";
        break;
      }
    }
    assertThat(found).isEqualTo(backend);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {hosts: [api], http: [{timeout: 3s, route: [{destination: {host: one}}]}]}         | spec.http[0].timeout
          {hosts: [api], http: [{retries: {attempts: 2}, route: [{destination: {host: one}}]}]} | spec.http[0].retries
          {hosts: [api], http: [{mirror: {host: two}, route: [{destination: {host: one}}]}]} | spec.http[0].mirror
          """)
  void is_loud_about_the_rest(String spec, String path) {
    var outcome = outcome(ROUTES.formatted(spec));
    assertThat(outcome.problems())
        .extracting(Problem::kind, it -> it.origin().path())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Problem.Kind.NOT_CARRIED, path));
    assertThat(outcome.declared().routes()).hasSize(1);
  }

  @Test
  void names_an_unknown_version() {
    var outcome = outcome(POLICY.replace("/v1", "/v2").formatted("{}"));
    assertThat(outcome.problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.UNKNOWN_KIND);
    assertThat(
            new IstioFrontend()
                .reads(
                    new Header(
                        "security.istio.io",
                        "v2",
                        "AuthorizationPolicy",
                        io.meshc.source.Origin.none())))
        .isTrue();
  }

  private static Authorization authorization(String spec) {
    return declared(POLICY.formatted(spec)).authorizations().getFirst();
  }

  private static String truth(Authorization policy, Request request) {
    return Truth.any(policy.rules(), it -> it.match().covers(request)).getClass().getSimpleName();
  }

  private static Request request(Protocol protocol) {
    boolean http = protocol == Protocol.HTTP;
    return new Request(
        Optional.of(new Identity("cluster.local", "shop", "web")),
        80,
        8080,
        protocol,
        http ? "GET" : "",
        http ? "api.shop:80" : "",
        http ? "/a/b" : "",
        http ? "/a/b" : "",
        http ? Map.of("x", List.of("1")) : Map.of());
  }

  private record Outcome(Declarations declared, List<Problem> problems) {}

  private static Declarations declared(String text) {
    return outcome(text).declared();
  }

  private static Outcome outcome(String text) {
    var documents = ParseYaml.parse(new SourceFile("a.yaml", text)).value();
    var parsed = Frontends.parse(documents, Settings.DEFAULT);
    var declared = new IstioFrontend().normalize(parsed.value().resources(), Settings.DEFAULT);
    var problems = new java.util.ArrayList<>(parsed.problems());
    problems.addAll(declared.problems());
    return new Outcome(declared.value(), problems);
  }
}
