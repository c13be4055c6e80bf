package io.meshc.dialect.smi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshc.link.Inline;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ParseSmiTest {
  private static final String TARGET =
      "apiVersion: access.smi-spec.io/v1alpha3\nkind: TrafficTarget\nmetadata: {name: a, namespace: ns}\n";
  private static final String GROUP =
      "apiVersion: specs.smi-spec.io/v1alpha4\nkind: HTTPRouteGroup\nmetadata: {name: a, namespace: ns}\n";
  private static final String TCP =
      "apiVersion: specs.smi-spec.io/v1alpha4\nkind: TCPRoute\nmetadata: {name: a, namespace: ns}\n";
  private static final String BINDING =
      "apiVersion: access.smi-spec.io/v1alpha4\nkind: IdentityBinding\nmetadata: {name: a, namespace: ns}\n";
  private static final String SPLIT =
      "apiVersion: split.smi-spec.io/v1alpha4\nkind: TrafficSplit\nmetadata: {name: a, namespace: ns}\n";

  /// Text below the header → problems. Line 4 is the first one of the text.
  static Stream<Arguments> mistakes() {
    return Stream.of(wrongTargets(), wrongRoutesAndSplits(), wrongBindings()).flatMap(it -> it);
  }

  private static Stream<Arguments> wrongTargets() {
    return Stream.of(
        arguments(TARGET, "", "MISSING_FIELD 1:1 field `spec` is missing"),
        arguments(
            TARGET, "spec: {rules: []}", "MISSING_FIELD 4:7 field `spec.destination` is missing"),
        arguments(
            TARGET,
            "spec:\n  destination: {kind: User, name: x}\n",
            "INVALID_VALUE 5:23 kind `User` is not known here"),
        arguments(
            TARGET,
            "spec:\n  destination: {kind: ServiceAccount, name: x, port: 80}\n",
            "UNKNOWN_FIELD 5:48 field `spec.destination.port` is not known"),
        arguments(
            TARGET,
            "spec:\n  destination: {kind: ServiceAccount, name: x}\n  rules: [{kind: HttpRouteGroup, name: r}]\n",
            "INVALID_VALUE 6:18 kind `HttpRouteGroup` is not known here"),
        arguments(
            TARGET,
            "spec:\n  destination: {kind: ServiceAccount, name: x}\n  sources: {kind: ServiceAccount}\n",
            "INVALID_VALUE 6:12 field `spec.sources` is a mapping, not a list"),
        arguments(
            GROUP,
            "spec:\n  matches:\n  - {name: m, methods: [get], pathRegex: '['}\n",
            "INVALID_VALUE 6:25 method `get` is not known\n"
                + "INVALID_REGEX 6:42 `[` is no regular expression of RE2: missing closing ]: `[`"),
        arguments(
            GROUP,
            "matches:\n- {name: m}\n",
            "MISSING_FIELD 1:1 field `spec` is missing\nUNKNOWN_FIELD 4:1 field `matches` is not known"),
        arguments(
            GROUP,
            "spec:\n  matches:\n  - name: m\n    headers:\n    - {a: x, b: z}\n    - c: 1\n",
            "INVALID_VALUE 8:7 an item of `headers` has 2 keys, not one\n"
                + "INVALID_VALUE 9:10 field `spec.matches[0].headers[1].c` is a number, not a string"),
        arguments(
            TCP,
            "spec: {matches: {ports: [0, 80, x]}}",
            "INVALID_VALUE 4:33 field `spec.matches.ports[2]` is a string, not a whole number\n"
                + "INVALID_VALUE 4:26 `0` is no port: ports are 1 to 65535"));
  }

  private static Stream<Arguments> wrongRoutesAndSplits() {
    return Stream.of(
        arguments(
            SPLIT,
            "spec:\n  service: a\n  backends:\n  - {service: b, weight: -1}\n  - {service: c}\n",
            "INVALID_VALUE 7:26 weight `-1` is negative\n"
                + "MISSING_FIELD 8:5 field `spec.backends[1].weight` is missing"),
        arguments(
            SPLIT.replace("v1alpha4", "v1alpha2"),
            "spec: {service: a, backends: [], matches: []}",
            "UNKNOWN_FIELD 4:34 field `spec.matches` is not known"),
        arguments(
            SPLIT.replace("v1alpha4", "v1alpha1"),
            "spec: {service: a, backends: [{service: b, weight: 1K}, {service: c, weight: 1e20}, {service: d, weight: -1m}]}",
            "INVALID_VALUE 4:52 field `spec.backends[0].weight` is no weight such as `1` or `500m`\n"
                + "INVALID_VALUE 4:78 field `spec.backends[1].weight` is larger than any quantity\n"
                + "INVALID_VALUE 4:106 weight `-0.001` is negative"),
        arguments(
            SPLIT.replace("v1alpha4", "v1alpha1"),
            "spec: {service: a, backends: [{service: b, weight: 1n}, {service: c, weight: 1E}]}",
            "INVALID_VALUE 4:17 the weights are too far apart: the smaller ones get a larger share"),
        arguments(
            SPLIT,
            "spec: {service: a, backends: [], matches: [{kind: HTTPRouteGroup, name: g, apiGroup: specs.smi-spec.io/v1alpha4}]}",
            "INVALID_VALUE 4:86 group `specs.smi-spec.io/v1alpha4` has no HTTPRouteGroup"),
        arguments(
            SPLIT,
            "spec: {service: b.other, backends: []}",
            "INVALID_VALUE 4:17 `b.other` names no Service of namespace `ns`"),
        arguments(
            TARGET.replace("v1alpha3", "v1beta1"),
            "",
            "UNKNOWN_KIND 2:7 version `access.smi-spec.io/v1beta1` of `TrafficTarget` is not known"),
        arguments(
            TARGET.replace("TrafficTarget", "TrafficTargets"),
            "",
            "UNKNOWN_KIND 2:7 kind `TrafficTargets` is not known in `access.smi-spec.io/v1alpha3`"),
        arguments(
            TARGET.replace("access.smi-spec.io/v1alpha3", "v1"),
            "",
            "UNKNOWN_KIND 2:7 kind `TrafficTarget` is not known in `v1`"));
  }

  private static Stream<Arguments> wrongBindings() {
    return Stream.of(
        arguments(BINDING, "spec: {}", "MISSING_FIELD 4:7 field `spec.schemes` is missing"),
        arguments(BINDING, "spec: {schemes: {}}", "INVALID_VALUE 4:17 `schemes` names nobody"),
        arguments(
            BINDING,
            "spec: {schemes: {podLabelSelector: {matchLabels: {}}, spiffeIdentities: []}}",
            "INVALID_VALUE 4:50 `matchLabels` is empty, and selects no Pods\n"
                + "INVALID_VALUE 4:73 `spiffeIdentities` is empty"),
        arguments(
            BINDING,
            "spec: {schemes: {podLabelSelector: {matchLabels: {a: b}}, serviceAccount: a}}",
            "INVALID_VALUE 4:75 `serviceAccount` and `podLabelSelector` exclude one another"),
        arguments(
            BINDING,
            "spec: {schemes: {spiffeIdentities: [http://a/b, spiffe://a//b, a/../b]}}",
            "INVALID_VALUE 4:37 `http://a/b` is no SPIFFE id\n"
                + "INVALID_VALUE 4:49 `spiffe://a//b` is no SPIFFE id\n"
                + "INVALID_VALUE 4:64 `a/../b` is no SPIFFE id"),
        arguments(
            BINDING,
            "spec: {schemes: {spiffeIdentities: [cluster.local/ns/other/sa/x]}}",
            "INVALID_VALUE 4:37 `cluster.local/ns/other/sa/x` is of another namespace, for which no binding here speaks"),
        arguments(
            BINDING
                .replace("IdentityBinding", "TrafficMetrics")
                .replace("access", "metrics")
                .replace("4", "1"),
            "",
            "NOT_MODELLED 3:18 a mesh serves `TrafficMetrics`, and reads none: it changes nothing here"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void says_what_is_wrong_and_where(String header, String rest, String expected) {
    assertThat(Inline.of(header + rest).told()).isEqualTo(expected);
  }
}
