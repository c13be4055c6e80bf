package io.meshc.rules.istio;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Finding;
import io.meshc.rules.Judged;
import io.meshc.source.SourceFile;
import io.meshc.source.Span;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import io.meshc.yaml.emit.Emit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Objects of every vendor with something broken in them: findings with places, never an exception, and in time.
final class BrokenObjectsTest {
  /// One of each kind with every field.
  private static final List<Path> SAMPLES =
      Stream.of("istio", "linkerd", "multicluster", "mcs", "osm", "gateway")
          .map(it -> Path.of("../compiler/src/test/resources/" + it + "/fields"))
          .toList();

  /// Below these anything may stand.
  private static final Set<String> OPEN =
      Set.of("pluginConfig", "value", "not", "resources", "attributes");

  /// A number or a name: any text is one.
  private static final String PORT_OR_NAME = "spec.port";

  /// A field that was broken, and the object with it.
  private record Broken(String path, Node.Mapping object) {}

  static List<Path> samples() throws IOException {
    var all = new ArrayList<Path>();
    for (Path folder : SAMPLES) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(it -> it.toString().endsWith(".yaml")).sorted().forEach(all::add);
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyWrongTypeIsFound(Path sample) throws IOException {
    everyOneIsFound(sample, BrokenObjectsTest::ofAnotherType);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyNullItemIsFound(Path sample) throws IOException {
    everyOneIsFound(
        sample, it -> it instanceof Node.Sequence list ? List.of(withNull(list)) : List.of());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyHugeNumberIsFound(Path sample) throws IOException {
    everyOneIsFound(
        sample,
        it ->
            it instanceof Node.Scalar scalar && isNumber(scalar)
                ? List.of(plain("99999999999999999999"))
                : List.of());
  }

  @Test
  void aLongVirtualServiceIsJudgedInTime() {
    var text = new StringBuilder("apiVersion: networking.istio.io/v1\nkind: VirtualService\n");
    text.append("metadata: {name: long, namespace: shop}\nspec:\n  hosts:\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("  - h").append(i).append(i % 2 == 0 ? ".example.com\n" : ".example.org\n");
    }
    text.append("  - \"*.example.com\"\n  http:\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("  - match: [{uri: {prefix: /").append("a/".repeat(i % 30)).append(i % 7);
      text.append("}, headers: {x: {exact: \"").append(i % 50).append("\"}}}]\n");
      text.append("    route: [{destination: {host: h").append(i).append("}}]\n");
    }
    List<Finding> findings =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> Judged.findings(text.toString()));
    assertThat(findings.stream().map(Finding::rule).collect(toSet()))
        .contains("MC0132", "MC0140", "MC0141");
  }

  @Test
  void aRouteOfManyParentsIsJudgedInTime() {
    var text = new StringBuilder("apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n");
    text.append("metadata: {name: long, namespace: shop}\nspec:\n  parentRefs:\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("  - {name: edge, sectionName: s").append(i).append("}\n");
    }
    text.append("---\napiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\n");
    text.append("metadata: {name: edge, namespace: shop}\nspec:\n  gatewayClassName: a\n");
    text.append("  listeners:\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("  - {name: l").append(i).append(", port: 80, protocol: HTTP, hostname: h");
      text.append(i).append(".example.com}\n");
    }
    List<Finding> findings =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> Judged.findings(text.toString()));
    assertThat(findings.stream().map(Finding::rule).collect(toSet())).contains("MC0046", "MC3701");
  }

  @Test
  void anExpressionThatGrowsIsRefused() {
    String text =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: bomb, namespace: shop}
        spec:
          hosts: [cart]
          http:
          - match:
            - uri:
                regex: ((((((a{1000}){1000}){1000}){1000}){1000}){1000}){1000}
            route: [{destination: {host: cart}}]
        """;
    List<Finding> findings =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Judged.findings(text));
    assertThat(findings)
        .filteredOn(it -> it.rule().equals("MC0139"))
        .extracting(it -> it.origin().line())
        .containsExactly(9);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anObjectWithoutANameIsFound(Path sample) throws IOException {
    String text = Files.readString(sample).replaceFirst("\n  name: [^\n]*", "");
    assertThat(Judged.findings(text))
        .anySatisfy(it -> assertThat(it.message()).contains("`metadata.name` is missing"));
  }

  private interface Breaking {
    /// What may stand in the place of a value; none where it cannot be broken so.
    List<Node> of(Node value);
  }

  /// Breaks each value of the sample by itself, and looks for a refusal where it stood.
  private static void everyOneIsFound(Path sample, Breaking breaking) throws IOException {
    Node.Mapping root =
        ParseYaml.parse(new SourceFile("sample.yaml", Files.readString(sample)))
            .value()
            .getFirst()
            .root();
    var all = new ArrayList<Broken>();
    for (Map.Entry<String, Node> it : broken(root.get("spec").orElseThrow(), "spec", breaking)) {
      all.add(new Broken(it.getKey(), named(with(root, "spec", it.getValue()), all.size())));
    }
    String text = String.join("---\n", all.stream().map(it -> Emit.yaml(it.object())).toList());
    Map<String, List<Finding>> found =
        Judged.findings(text).stream()
            .filter(Finding::rejected)
            .collect(groupingBy(it -> it.resource().map(id -> id.name()).orElse("")));
    for (int i = 0; i < all.size(); i++) {
      String path = all.get(i).path();
      List<Finding> here = found.getOrDefault("broken-" + i, List.of());
      assertThat(here)
          .as("%s of %s", path, sample.getFileName())
          .anyMatch(it -> it.origin().path().startsWith(path) && it.origin().line() > 0);
    }
  }

  /// The value with one part of it broken, for each part, by the path of the part.
  private static List<Map.Entry<String, Node>> broken(Node node, String path, Breaking breaking) {
    var all = new ArrayList<Map.Entry<String, Node>>();
    for (Node other : path.equals("spec") ? List.<Node>of() : breaking.of(node)) {
      boolean name = other instanceof Node.Scalar(var text, var _, var _) && text.equals("x");
      if (!path.equals(PORT_OR_NAME) || !name) {
        all.add(Map.entry(path, other));
      }
    }
    if (node instanceof Node.Mapping map) {
      for (Node.Entry entry : map.entries()) {
        if (!OPEN.contains(entry.key()) || entry.value() instanceof Node.Scalar) {
          broken(entry.value(), path + "." + entry.key(), breaking)
              .forEach(
                  it -> all.add(Map.entry(it.getKey(), with(map, entry.key(), it.getValue()))));
        }
      }
    } else if (node instanceof Node.Sequence list) {
      IntStream.range(0, list.items().size())
          .forEach(i ->
              broken(list.items().get(i), path + "[" + i + "]", breaking)
                  .forEach(it -> all.add(Map.entry(it.getKey(), with(list, i, it.getValue())))));
    }
    return all;
  }

  private static List<Node> ofAnotherType(Node value) {
    return switch (value) {
      case Node.Scalar it when isNumber(it) || isFlag(it) -> List.of(plain("x"), list());
      case Node.Scalar _ -> List.of(plain("5"), plain("true"), list());
      case Node.Sequence _ -> List.of(plain("x"), plain("5"));
      case Node.Mapping _ -> List.of(plain("x"), list());
    };
  }

  private static boolean isNumber(Node.Scalar scalar) {
    return !scalar.quoted() && scalar.text().matches("[0-9]+([.][0-9]+)?");
  }

  private static boolean isFlag(Node.Scalar scalar) {
    return !scalar.quoted() && (scalar.text().equals("true") || scalar.text().equals("false"));
  }

  private static Node plain(String text) {
    return new Node.Scalar(text, false, Span.FILE_START);
  }

  private static Node list() {
    return new Node.Sequence(List.of(plain("a")), Span.FILE_START);
  }

  private static Node withNull(Node.Sequence list) {
    var items = new ArrayList<Node>(list.items());
    items.add(plain("null"));
    return new Node.Sequence(items, Span.FILE_START);
  }

  private static Node.Mapping named(Node.Mapping object, int number) {
    var metadata = (Node.Mapping) object.get("metadata").orElseThrow();
    return with(object, "metadata", with(metadata, "name", plain("broken-" + number)));
  }

  private static Node.Mapping with(Node.Mapping map, String key, Node value) {
    return new Node.Mapping(
        map.entries().stream()
            .map(it -> it.key().equals(key) ? new Node.Entry(key, it.keySpan(), value) : it)
            .toList(),
        map.span());
  }

  private static Node.Sequence with(Node.Sequence list, int at, Node value) {
    var items = new ArrayList<Node>(list.items());
    items.set(at, value);
    return new Node.Sequence(items, list.span());
  }
}
