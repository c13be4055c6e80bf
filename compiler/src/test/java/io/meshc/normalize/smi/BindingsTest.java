package io.meshc.normalize.smi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshc.link.Inline;
import io.meshc.model.Assumptions;
import io.meshc.model.match.MatchText;
import io.meshc.normalize.Settings;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whom an IdentityBinding means. Its namespace `ns` runs three workloads: `one` alone as its account, `two` and `three` as
/// another one together.
final class BindingsTest {
  private static final String WORKLOADS =
      Stream.of("one one app: web", "two both app: web", "three both app: other")
          .map(it -> it.split(" ", 3))
          .map(it ->
              """
              ---
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: NAME, namespace: ns}
              spec:
                selector: {matchLabels: {LABELS}}
                template:
                  metadata: {labels: {LABELS, name: NAME}}
                  spec: {serviceAccountName: ACCOUNT, containers: [{name: main, image: example.com/main:1}]}
              """
                  .replace("NAME", it[0])
                  .replace("ACCOUNT", it[1])
                  .replace("LABELS", it[2]))
          .collect(Collectors.joining());

  private static final String TARGET =
      """
      ---
      apiVersion: access.smi-spec.io/v1alpha4
      kind: IdentityBinding
      metadata: {name: b, namespace: ns}
      spec: {schemes: {SCHEMES}}
      ---
      apiVersion: specs.smi-spec.io/v1alpha4
      kind: TCPRoute
      metadata: {name: t, namespace: ns}
      ---
      apiVersion: access.smi-spec.io/v1alpha4
      kind: TrafficTarget
      metadata: {name: t, namespace: ns}
      spec:
        destination: {kind: IdentityBinding, name: b}
        sources: [{kind: IdentityBinding, name: b}]
        rules: [{kind: TCPRoute, name: t}]
      """;

  private static final String ELSEWHERE = "destination: {kind: ServiceAccount, name: d}";

  /// Schemes → the clients and the workloads that they name.
  static Stream<Arguments> schemes() {
    String one = "client `cluster.local/ns/ns/sa/one`";
    String bare =
        "something unknown (the SDK of SMI refuses IdentityBinding `ns/b`, which has ids without"
            + " `spiffe://`: its text does not)";
    String both =
        "something unknown (the SDK of SMI refuses IdentityBinding `ns/b`, which names an account"
            + " and labels: its text does not)";
    return Stream.of(
        arguments("serviceAccount: one", one, "OfAccount[namespace=ns, account=one]"),
        arguments(
            "spiffeIdentities: ['spiffe://cluster.local/ns/ns/sa/one',"
                + " 'spiffe://cluster.local/ns/ns/sa/both']",
            one + " or client `cluster.local/ns/ns/sa/both`",
            "OfAccount[namespace=ns, account=one] OfAccount[namespace=ns, account=both]"),
        arguments("spiffeIdentities: ['spiffe://far.away/x/y']", "client `far.away/x/y`", "none"),
        arguments("spiffeIdentities: [far.away/x/y]", bare, "none"),
        arguments(
            "serviceAccount: one, podLabelSelector: {matchLabels: {name: one}}",
            both,
            "OfAccount[namespace=ns, account=one] Selected[namespace=ns, labels={name=one}]"),
        arguments("spiffeIdentities: [cluster.local/ns/other/sa/one]", "no request", "none"),
        arguments(
            "podLabelSelector: {matchLabels: {name: one}}",
            one,
            "Selected[namespace=ns, labels={name=one}]"),
        arguments(
            "podLabelSelector: {matchLabels: {app: web}}",
            "something unknown (account `ns/both` runs Pods with the labels of IdentityBinding"
                + " `ns/b` and others, and no certificate tells them apart) or "
                + one,
            "Selected[namespace=ns, labels={app=web}]"),
        arguments(
            "podLabelSelector: {matchLabels: {app: new}}",
            "something unknown (no workload of the repo has the labels of IdentityBinding `ns/b`)",
            "Selected[namespace=ns, labels={app=new}]"),
        arguments(
            "spiffeIdentities: [cluster.local/ns/ns/sa/one], serviceAccount: one",
            bare,
            "OfAccount[namespace=ns, account=one]"),
        arguments("serviceAccount: 1", "no request", "none"),
        arguments("podLabelSelector: {matchLabels: {app: web, x: 1}}", "no request", "none"));
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void means_clients_and_workloads(String schemes, String clients, String workloads) {
    String yaml = TARGET.replace("SCHEMES", schemes);
    assertThat(workloads(yaml)).isEqualTo(workloads);
    String elsewhere = yaml.replace("destination: {kind: IdentityBinding, name: b}", ELSEWHERE);
    assertThat(clients(elsewhere, Settings.DEFAULT)).isEqualTo(clients);
  }

  @Test
  void means_nobody_unseen_where_everything_is_in_the_repo() {
    var closed =
        new Settings(
            new Assumptions("cluster.local", "cluster.local", true),
            "default",
            Optional.empty(),
            Optional.empty());
    String yaml = TARGET.replace("SCHEMES", "podLabelSelector: {matchLabels: {app: new}}");
    assertThat(clients(yaml, closed)).isEqualTo("no request");
  }

  @Test
  void means_nobody_where_it_is_missing() {
    String yaml =
        TARGET.replace("SCHEMES", "serviceAccount: one").replace("name: b}\n", "name: c}\n");
    assertThat(workloads(yaml)).isEqualTo("none");
    assertThat(
            clients(
                yaml.replace("destination: {kind: IdentityBinding, name: c}", ELSEWHERE)
                    .replace(
                        "sources: [{kind: IdentityBinding, name: b}]",
                        "sources: [{kind: IdentityBinding, name: c}]"),
                Settings.DEFAULT))
        .isEqualTo("no request");
    assertThat(Inline.of(WORKLOADS + yaml).mesh().references())
        .anySatisfy(it -> assertThat(it.role()).isEqualTo("destination identity binding"));
  }

  @Test
  void is_not_read_by_open_service_mesh() {
    String osm =
        """
        ---
        apiVersion: config.openservicemesh.io/v1alpha2
        kind: MeshConfig
        metadata: {name: osm-mesh-config, namespace: osm-system}
        """;
    assertThat(workloads(TARGET.replace("SCHEMES", "serviceAccount: one") + osm)).isEqualTo("none");
  }

  private static String clients(String yaml, Settings settings) {
    return Inline.of(WORKLOADS + yaml, settings).mesh().authorizations().stream()
        .flatMap(it -> it.rules().stream())
        .map(it -> MatchText.of(it.clients().value()))
        .distinct()
        .collect(Collectors.joining(" | "));
  }

  private static String workloads(String yaml) {
    String scopes =
        Inline.of(WORKLOADS + yaml).mesh().authorizations().stream()
            .map(it -> it.scope().toString())
            .collect(Collectors.joining(" "));
    return scopes.isEmpty() ? "none" : scopes;
  }
}
