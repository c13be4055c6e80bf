package io.meshc.normalize.smi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshc.link.Inline;
import io.meshc.model.Authorization;
import io.meshc.model.Plane;
import io.meshc.model.match.MatchText;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a TrafficTarget comes to mean, by the SMI text and under Open Service Mesh.
final class NormalizeSmiTest {
  private static final String OSM =
      """
      apiVersion: config.openservicemesh.io/v1alpha2
      kind: MeshConfig
      metadata: {name: osm-mesh-config, namespace: osm-system}
      ---
      """;
  private static final String SPLIT =
      """
      apiVersion: split.smi-spec.io/v1alpha2
      kind: TrafficSplit
      metadata: {name: s, namespace: ns}
      spec: {service: root, backends: [{service: leaf, weight: 1}]}
      """;
  private static final String ROUTES =
      """
      apiVersion: specs.smi-spec.io/v1alpha4
      kind: HTTPRouteGroup
      metadata: {name: g, namespace: ns}
      spec:
        matches:
        - {name: get, methods: [GET]}
        - {name: books, pathRegex: /books.*, methods: ["*"], headers: [{Host: a.*}]}
      ---
      apiVersion: specs.smi-spec.io/v1alpha4
      kind: TCPRoute
      metadata: {name: t, namespace: ns}
      spec: {matches: {ports: [80, 81]}}
      ---
      apiVersion: access.smi-spec.io/v1alpha3
      kind: TrafficTarget
      metadata: {name: a, namespace: ns}
      spec:
        destination: {kind: ServiceAccount, name: d, namespace: ns}
        sources: [{kind: ServiceAccount, name: s, namespace: ns}]
        rules: [RULES]
      """;

  /// Rules → their meaning for SMI and for Open Service Mesh, without the client.
  static Stream<Arguments> rules() {
    String get = "HTTP and method `GET`";
    String books = "HTTP and path regex `/books.*` and header `host` regex `a.*`";
    String raw =
        "something unknown (Open Service Mesh opens raw TCP beside the routes of a TrafficTarget,"
            + " which SMI does not grant)";
    return Stream.of(
        arguments("{kind: HTTPRouteGroup, name: g, matches: [get]}", get, get + " | " + raw),
        arguments(
            "{kind: HTTPRouteGroup, name: g, matches: [get, books, nope]}",
            get + " | " + books,
            get + " | " + books + " | " + raw),
        arguments("{kind: HTTPRouteGroup, name: g}", get + " | " + books, raw),
        arguments("{kind: HTTPRouteGroup, name: nope, matches: [get]}", "", raw),
        arguments(
            "{kind: TCPRoute, name: t}",
            "service port 80 or service port 81",
            "(workload port 80 or workload port 81) and not (HTTP)"),
        arguments(
            "{kind: HTTPRouteGroup, name: g, matches: [get]}, {kind: TCPRoute, name: t}",
            "(service port 80 or service port 81) and " + get,
            "(workload port 80 or workload port 81) and " + get + " | " + raw),
        arguments(
            "{kind: TCPRoute, name: t}, {kind: TCPRoute, name: nope}",
            "service port 80 or service port 81",
            "no request"),
        arguments("{kind: UDPRoute, name: u}", "", "none"),
        arguments(
            "{kind: UDPRoute, name: u}, {kind: TCPRoute, name: t}",
            "service port 80 or service port 81",
            "none"),
        arguments(
            "{kind: UDPRoute, name: u}, {kind: HTTPRouteGroup, name: g, matches: [get]}",
            "something unknown (whether a UDPRoute beside an HTTPRouteGroup leaves HTTP over TCP"
                + " granted is not said by SMI) and "
                + get,
            "none"),
        arguments("", "", "none"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void reads_rules(String rules, String bySmi, String byOsm) {
    String yaml = ROUTES.replace("RULES", rules);
    assertThat(meaning(yaml)).isEqualTo(bySmi);
    assertThat(meaning(OSM + yaml)).isEqualTo(byOsm);
  }

  /// What cannot be read limits no less than what can.
  static Stream<Arguments> illegible() {
    String unread =
        "something unknown (a part of this route group cannot be read, and the API server refuses"
            + " it as a whole)";
    String get = "{kind: HTTPRouteGroup, name: g, matches: [get]}";
    String books = get.replace("[get]", "[books]");
    String tcp = "{kind: TCPRoute, name: t}";
    return Stream.of(
        arguments(get, "methods: [GET]", "methods: GET", unread),
        arguments(get, "matches: [get]", "matches: get", ""),
        arguments(books, "pathRegex: /books.*", "pathRegex: 5", unread),
        arguments(books, "headers: [{Host: a.*}]", "headers: [Host]", unread),
        arguments(tcp, "ports: [80, 81]", "ports: 80", "service port 0"),
        arguments(tcp, "ports: [80, 81]", "ports: [0, 81]", "service port 0 or service port 81"),
        arguments(tcp, "{ports: [80, 81]}", "[{ports: [80, 81]}]", "service port 0"));
  }

  @ParameterizedTest
  @MethodSource("illegible")
  void grants_nothing_by_what_cannot_be_read(
      String rules, String legible, String written, String meaning) {
    String yaml = ROUTES.replace("RULES", rules);
    assertThat(yaml).contains(legible);
    assertThat(meaning(yaml.replace(legible, written))).isEqualTo(meaning);
  }

  /// `none` where there is no authorization at all.
  private static String meaning(String yaml) {
    var all = Inline.of(yaml).mesh().authorizations();
    return all.isEmpty()
        ? "none"
        : all.stream()
            .map(Authorization::rules)
            .flatMap(it -> it.stream())
            .map(it -> MatchText.of(it.requests().value()))
            .collect(Collectors.joining(" | "));
  }

  @Test
  void names_the_place_of_each_alternative() {
    String rules = "{kind: HTTPRouteGroup, name: g}, {kind: TCPRoute, name: t}";
    var rule =
        Inline.of(ROUTES.replace("RULES", rules))
            .mesh()
            .authorizations()
            .getFirst()
            .rules()
            .getLast();
    assertThat(rule.origin().path()).isEqualTo("spec.matches[1].name");
    assertThat(rule.origin().line()).isEqualTo(7);
  }

  static Stream<Arguments> targets() {
    String target = ROUTES.replace("RULES", "{kind: TCPRoute, name: t}");
    return Stream.of(
        arguments(
            "destination elsewhere",
            target.replace("name: d, namespace: ns", "name: d, namespace: m"),
            "client `cluster.local/ns/ns/sa/s` at m",
            "none"),
        arguments(
            "destination not said",
            target.replace("name: d, namespace: ns", "name: d"),
            "client `cluster.local/ns/ns/sa/s` at ns",
            "none"),
        arguments(
            "source not said",
            target.replace("name: s, namespace: ns", "name: s"),
            "client `cluster.local/ns/ns/sa/s` at ns",
            "no request at ns"),
        arguments(
            "no sources",
            target.replaceAll("sources: .*", "sources: []"),
            "no request at ns",
            "something unknown (an empty source list opens the server in Open Service Mesh, and"
                + " grants nothing by SMI) at ns"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  void reads_subjects(String what, String yaml, String bySmi, String byOsm) {
    assertThat(clients(yaml)).as(what).isEqualTo(bySmi);
    assertThat(clients(OSM + yaml)).as(what).isEqualTo(byOsm);
  }

  private static String clients(String yaml) {
    return Inline.of(yaml).mesh().authorizations().stream()
        .map(it ->
            MatchText.of(it.rules().getFirst().clients().value())
                + " at "
                + it.scope().onlyNamespace().orElse(""))
        .findFirst()
        .orElse("none");
  }

  static Stream<Arguments> modes() {
    String target = ROUTES.replace("RULES", "{kind: TCPRoute, name: t}");
    String mark =
        "---\n"
            + "apiVersion: v1\n"
            + "kind: Namespace\n"
            + "metadata: {name: ns, labels: {openservicemesh.io/monitored-by: osm}}\n";
    return Stream.of(
        arguments(target, Plane.Posture.CLOSED, Plane.Egress.OPEN, 1),
        arguments(SPLIT, Plane.Posture.UNKNOWN, Plane.Egress.OPEN, 0),
        arguments(OSM + target, Plane.Posture.CLOSED, Plane.Egress.CLOSED, 1),
        arguments(target + mark, Plane.Posture.UNKNOWN, Plane.Egress.UNKNOWN, 1),
        arguments(
            OSM.replace(
                    "---",
                    "spec: {traffic: {enableEgress: true, enablePermissiveTrafficPolicyMode:"
                        + " true}}\n"
                        + "---")
                + target,
            Plane.Posture.OPEN,
            Plane.Egress.OPEN,
            0));
  }

  @ParameterizedTest
  @MethodSource("modes")
  void finds_out_who_reads_it(String yaml, Plane.Posture posture, Plane.Egress egress, int grants) {
    var mesh = Inline.of(yaml).mesh();
    assertThat(mesh.planes())
        .singleElement()
        .returns(posture, Plane::posture)
        .returns(egress, Plane::egress);
    assertThat(mesh.authorizations()).hasSize(grants);
  }

  @Test
  void sees_no_mesh_where_there_is_none() {
    assertThat(Inline.of("apiVersion: v1\nkind: Namespace\nmetadata: {name: ns}\n").mesh().planes())
        .isEmpty();
  }
}
