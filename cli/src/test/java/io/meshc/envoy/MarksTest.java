package io.meshc.envoy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Programs;
import io.meshc.conformance.Cli;
import io.meshc.conformance.Shared;
import io.meshc.simulate.run.Ran;
import io.meshc.simulate.run.Simulate;
import io.meshc.simulate.run.Verdict;
import io.meshc.simulate.scenario.ReadScenario;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `translate --to istio --istio-regex envoyfilter` writes does what it is there for: a real Envoy with the filters of the
/// EnvoyFilters, put first as they ask for it, and the policy as Istio writes it for Envoy, takes what the expression covers and nothing
/// else.
final class MarksTest {
  private static final Pattern KEY =
      Pattern.compile("experimental\\.(envoy\\.filters\\.http\\.rbac)\\[([a-z0-9_]+)]");

  private static final String BOOTSTRAP =
      """
      admin: {address: {socket_address: {address: "127.0.3.1", port_value: 0}}}
      static_resources:
        listeners:
        - name: "inbound"
          address: {socket_address: {address: "127.0.1.1", port_value: 8000}}
          filter_chains:
          - filters:
            - name: "envoy.filters.network.http_connection_manager"
              typed_config:
                "@type": "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager"
                stat_prefix: "inbound"
                normalize_path: true
                route_config: {virtual_hosts: [{name: "all", domains: ["*"], routes: [{match: {prefix: "/"}, route: {cluster: "app"}}]}]}
                http_filters:
      MARKS
                - name: "envoy.filters.http.rbac"
                  typed_config:
                    "@type": "type.googleapis.com/envoy.extensions.filters.http.rbac.v3.RBAC"
                    rules:
                      action: ALLOW
                      policies:
      POLICIES
                - name: "envoy.filters.http.router"
                  typed_config: {"@type": "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"}
        clusters:
        - name: "app"
          type: STATIC
          load_assignment: {cluster_name: "app", endpoints: [{lb_endpoints: [{endpoint: {address: {socket_address: {address: "127.0.2.1", port_value: 8000}}}}]}]}
      """;

  private static final String SCENARIO =
      """
      {"address_blocks": ["127.0.1", "127.0.2", "127.0.3"],
       "workloads": [{"name": "store", "apps": [{"address": "127.0.2.1", "port": 8000}]}],
       "checks": [
         {"name": "covered", "direct": "127.0.1.1:8000", "url": "http://store/buy-a-book/new", "expect": {"status": 200}},
         {"name": "covered, with a query", "direct": "127.0.1.1:8000", "url": "http://store/buy-a-book/new?hat=old", "expect": {"status": 200}},
         {"name": "covered once it is plain", "direct": "127.0.1.1:8000", "url": "http://store/x/../a-booknew", "expect": {"status": 200}},
         {"name": "more than the expression", "direct": "127.0.1.1:8000", "url": "http://store/buy-a-book/newer", "expect": {"status": 403}},
         {"name": "only in the query", "direct": "127.0.1.1:8000", "url": "http://store/hat?x=a-book/new", "expect": {"status": 403}},
         {"name": "another path", "direct": "127.0.1.1:8000", "url": "http://store/", "expect": {"status": 403}},
         {"name": "another method", "direct": "127.0.1.1:8000", "method": "POST", "url": "http://store/buy-a-book/new", "expect": {"status": 403}},
         {"name": "a header that is covered", "direct": "127.0.1.1:8000", "url": "http://store/books-bought",
          "headers": {"user-agent": "shop-http-client/2", "client-app": "bookbuyer"}, "expect": {"status": 200}},
         {"name": "a header that is not", "direct": "127.0.1.1:8000", "url": "http://store/books-bought",
          "headers": {"user-agent": "shop-http-server/2", "client-app": "bookbuyer"}, "expect": {"status": 403}},
         {"name": "half of the headers", "direct": "127.0.1.1:8000", "url": "http://store/books-bought",
          "headers": {"user-agent": "shop-http-client/2"}, "expect": {"status": 403}}]}
      """;

  @TempDir private Path folder;

  @Test
  void letInWhatTheExpressionCovers() {
    List<Node.Mapping> objects = translated();
    List<String> marks = marks(objects);
    assertThat(marks).hasSize(2);

    List<String> failed =
        failed(
            BOOTSTRAP
                .replace("MARKS\n", String.join("", marks))
                .replace("POLICIES\n", policies(objects)));

    assertThat(failed).isEmpty();
  }

  @Test
  void withoutThemNothingIsLetIn() {
    List<Node.Mapping> objects = translated();

    List<String> failed =
        failed(BOOTSTRAP.replace("MARKS\n", "").replace("POLICIES\n", policies(objects)));

    assertThat(failed)
        .extracting(it -> it.substring(0, it.indexOf(':')))
        .containsExactly(
            "FAIL covered",
            "FAIL covered, with a query",
            "FAIL covered once it is plain",
            "FAIL a header that is covered");
  }

  private List<Node.Mapping> translated() {
    Path out = folder.resolve("out");
    Path source = Shared.repository().resolve("examples/bookstore");
    Cli.Ran ran =
        Cli.run(
            folder,
            "",
            List.of(
                "translate",
                "--to=istio",
                "--istio-regex=envoyfilter",
                "-o=" + out,
                source.toString()));
    assertThat(ran.status()).as(ran.err()).isZero();
    return Cli.tree(out).stream()
        .filter(it -> it.path().endsWith(".yaml"))
        .flatMap(it -> ParseYaml.parse(it).value().stream())
        .map(Document::root)
        .toList();
  }

  /// Of the filters that are each to stand before all others the last one stands first.
  private static List<String> marks(List<Node.Mapping> objects) {
    var marks = new ArrayList<String>();
    for (Node.Mapping it : objects) {
      if (text(it, "kind").equals("EnvoyFilter")
          && isOfTheFirstVersion(it, "workloadSelector", "labels")) {
        Node patch = ((Node.Sequence) at(it, "spec", "configPatches")).items().getFirst();
        assertThat(text(patch, "applyTo")).isEqualTo("HTTP_FILTER");
        assertThat(text(patch, "match", "context")).isEqualTo("SIDECAR_INBOUND");
        assertThat(text(patch, "patch", "operation")).isEqualTo("INSERT_FIRST");
        marks.add("          - " + flow(at(patch, "patch", "value")) + "\n");
      }
    }
    Collections.reverse(marks);
    return marks;
  }

  /// The policy of the store as Istio says it to Envoy, but for its clients: here there is no mutual TLS.
  private static String policies(List<Node.Mapping> objects) {
    Node policy =
        objects.stream()
            .filter(it -> text(it, "kind").equals("AuthorizationPolicy"))
            .filter(it -> isOfTheFirstVersion(it, "selector", "matchLabels"))
            .findFirst()
            .orElseThrow();
    var policies = new StringBuilder();
    for (Node rule : ((Node.Sequence) at(policy, "spec", "rules")).items()) {
      var parts = new ArrayList<String>();
      Node to = at(((Node.Sequence) at(rule, "to")).items().getFirst(), "operation");
      parts.add(
          "{header: {name: \":method\", string_match: {exact: " + first(to, "methods") + "}}}");
      if (((Node.Mapping) to).get("paths").isPresent()) {
        parts.add("{url_path: {path: {exact: " + first(to, "paths") + "}}}");
      }
      for (Node when : ((Node.Sequence) at(rule, "when")).items()) {
        parts.add(condition(text(when, "key"), first(when, "values")));
      }
      policies.append("                  \"").append(policies.length()).append("\":\n");
      policies.append("                    permissions: [{and_rules: {rules: [");
      policies.append(String.join(", ", parts)).append("]}}]\n");
      policies.append("                    principals: [{any: true}]\n");
    }
    return policies.toString();
  }

  private static String condition(String key, String value) {
    Matcher mark = KEY.matcher(key);
    if (mark.matches()) {
      MatchResult it = mark.toMatchResult();
      return "{sourced_metadata: {metadata_matcher: {filter: \""
          + it.group(1)
          + "\", path: [{key: \""
          + it.group(2)
          + "\"}], value: {string_match: {exact: "
          + value
          + "}}}}}";
    }
    assertThat(key).startsWith("request.headers[").endsWith("]");
    String name = key.substring("request.headers[".length(), key.length() - 1);
    return "{header: {name: \"" + name + "\", string_match: {exact: " + value + "}}}";
  }

  private static boolean isOfTheFirstVersion(Node object, String selector, String labels) {
    return ((Node.Mapping) at(object, "spec")).get(selector).isPresent()
        && text(object, "spec", selector, labels, "app").equals("bookstore")
        && text(object, "spec", selector, labels, "version").equals("v1");
  }

  private static Node at(Node from, String... keys) {
    Node node = from;
    for (String key : keys) {
      node = ((Node.Mapping) node).get(key).orElseThrow();
    }
    return node;
  }

  private static String text(Node from, String... keys) {
    return ((Node.Scalar) at(from, keys)).text();
  }

  private static String first(Node from, String key) {
    return flow(((Node.Sequence) at(from, key)).items().getFirst());
  }

  private static String flow(Node node) {
    return switch (node) {
      case Node.Scalar it -> "\"" + it.text().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      case Node.Sequence it ->
          it.items().stream().map(MarksTest::flow).collect(joining(", ", "[", "]"));
      case Node.Mapping it ->
          it.entries().stream()
              .map(entry -> "\"" + entry.key() + "\": " + flow(entry.value()))
              .collect(joining(", ", "{", "}"));
    };
  }

  private List<String> failed(String bootstrap) {
    var scenario = ReadScenario.read(new SourceFile("scenario.json", SCENARIO));
    assertThat(scenario.problems()).isEmpty();
    Ran ran =
        Simulate.run(
            new Simulate.Options(Programs.real("envoy"), folder, Duration.ofSeconds(60)),
            scenario.value().orElseThrow(),
            new Simulate.Configurations.Made(
                new TreeMap<>(Map.of("store/bootstrap.yaml", bootstrap))),
            _ -> {});
    assertThat(ran).isInstanceOf(Ran.Done.class);
    return ((Ran.Done) ran)
        .verdicts().stream().filter(it -> !it.passed()).map(Verdict::line).toList();
  }
}
