package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Templates and ciphertext beside a shop where the web may not call the database: what they are is said, nothing in them is
/// taken for a value, and what they may decide is unknown.
class HiddenInputTest {
  private static final String SHOP =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels: {openservicemesh.io/monitored-by: osm}
        annotations: {openservicemesh.io/sidecar-injection: enabled}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: web, namespace: shop}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: db, namespace: shop}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: db, namespace: shop}
      spec: {selector: {app: db}, ports: [{port: 80}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: db, namespace: shop}
      spec:
        selector: {matchLabels: {app: db}}
        template:
          metadata: {labels: {app: db}}
          spec: {serviceAccountName: db, containers: [{name: c, image: x, args: ["$(PORT)", "${X}"]}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop, annotations: {note: "{{ x }}"}}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {serviceAccountName: web, containers: [{name: c, image: x}]}
      """;

  private static final String TARGET =
      """
      apiVersion: access.smi-spec.io/v1alpha3
      kind: TrafficTarget
      metadata: {name: db, namespace: shop}
      spec:
        destination: {kind: ServiceAccount, name: db, namespace: shop}
        sources: [{kind: ServiceAccount, name: web, namespace: shop}]
        rules: [{kind: HTTPRouteGroup, name: db, matches: [all]}]
      """;
  private static final String GROUP =
      """
      ---
      apiVersion: specs.smi-spec.io/v1alpha4
      kind: HTTPRouteGroup
      metadata: {name: db, namespace: shop}
      spec: {matches: [{name: all, pathRegex: ".*"}]}
      """;
  private static final String SPLIT =
      """
      apiVersion: split.smi-spec.io/v1alpha4
      kind: TrafficSplit
      metadata: {name: s, namespace: shop}
      spec: {service: front, backends: [{service: db, weight: 1}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: front, namespace: shop}
      spec: {selector: {app: db}, ports: [{port: 80}]}
      """;

  @TempDir private Path here;

  @BeforeEach
  void shop() {
    Cli.write(here.resolve("shop.yaml"), SHOP);
  }

  /// @param rules each finding of the other file, as `rule line`
  /// @param verdict on a call from the web to the database
  private static Arguments row(String name, String text, String rules, String verdict) {
    return Arguments.of(name, text, rules, verdict);
  }

  static Stream<Arguments> templates() {
    return Stream.of(
        row("nothing", "", "", "deny"),
        row("as it should be", TARGET + GROUP, "", "allow"),
        // Helm, Jinja, ytt: no YAML
        row(
            "a Helm value",
            TARGET.replace("name: db, namespace: shop}\n  s", "name: {{ .x }}}\n  s") + GROUP,
            "MC4002 2, MC5004 5",
            "unknown"),
        row(
            "a Helm condition",
            "{{- if .x }}\n" + TARGET + "{{- end }}\n" + GROUP,
            "MC4002 3, MC5004 1",
            "unknown"),
        row(
            "a Jinja loop",
            "{% for x in y %}\n" + TARGET + "{% endfor %}\n" + GROUP,
            "MC4002 3, MC5004 1",
            "unknown"),
        row(
            "ytt",
            TARGET.replace("spec:", "spec: #@ data.values.spec") + GROUP,
            "MC4002 2, MC5004 4",
            "unknown"),
        row("a template of nothing we know", "a: {{ x }}\n", "MC5004 1", "deny"));
  }

  /// YAML that does not say what it says.
  static Stream<Arguments> placeholders() {
    return Stream.of(
        row(
            "a source from the environment",
            TARGET.replace("name: web", "name: ${CLIENT}") + GROUP,
            "MC4002 2, MC5004 6",
            "unknown"),
        row(
            "a default for it",
            TARGET.replace("name: web", "name: \"${CLIENT:=web}\"") + GROUP,
            "MC4002 2, MC5004 6",
            "unknown"),
        row(
            "a variable of Kustomize",
            TARGET.replace("name: web", "name: $(CLIENT)") + GROUP,
            "MC4002 2, MC5004 6",
            "unknown"),
        row(
            "a quoted Helm value",
            TARGET.replace("name: web", "name: \"{{ .client }}\"") + GROUP,
            "MC4002 2, MC5004 6",
            "unknown"),
        row(
            "a namespace",
            TARGET.replace(
                    "metadata: {name: db, namespace: shop}",
                    "metadata: {name: db, namespace: \"${NS}\"}")
                + GROUP,
            "MC4002 2, MC5004 3",
            "unknown"),
        row(
            "an annotation",
            TARGET.replace("metadata: {", "metadata: {annotations: {a: \"${X}\"}, ") + GROUP,
            "",
            "allow"),
        row(
            "a regex",
            TARGET + GROUP.replace("\".*\"", "\"/${VERSION}/.*\""),
            "MC4002 10, MC5004 12",
            "unknown"));
  }

  /// What is hidden may be what the others name.
  static Stream<Arguments> named() {
    return Stream.of(
        row("a port", SPLIT.replace("port: 80", "port: \"${PORT}\""), "MC5004 9", "deny"),
        row(
            "the name of a service",
            SPLIT.replace("{name: front,", "{name: \"${NAME}\","),
            "MC5004 8",
            "deny"),
        row(
            "the account of a workload",
            TARGET.replace(
                    "name: db, namespace: shop}\n  sources",
                    "name: other, namespace: shop}\n  sources")
                + GROUP
                + """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: other, namespace: shop}
                spec:
                  selector: {matchLabels: {app: other}}
                  template:
                    metadata: {labels: {app: other}}
                    spec: {serviceAccountName: "${ACCOUNT}", containers: [{name: c, image: x}]}
                """,
            "MC5004 21",
            "deny"));
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        row(
            "a policy of the network",
            TARGET
                + GROUP
                + """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: n, namespace: shop}
                spec: {podSelector: {matchLabels: {app: "${APP}"}}, policyTypes: [Ingress]}
                """,
            "MC5004 17",
            "unknown"));
  }

  static Stream<Arguments> ciphertext() {
    return Stream.of(
        row(
            "an encrypted target",
            """
            apiVersion: access.smi-spec.io/v1alpha3
            kind: TrafficTarget
            metadata:
              name: db
              namespace: shop
            spec:
              destination:
                kind: ENC[AES256_GCM,data:a==,iv:b,tag:c,type:str]
            sops:
              mac: ENC[AES256_GCM,data:d==,iv:e,tag:f,type:str]
              version: 3.9.0
            """,
            "MC4002 2, MC5004 8",
            "unknown"),
        row(
            "an encrypted secret",
            """
            apiVersion: v1
            kind: Secret
            metadata:
              name: ENC[AES256_GCM,data:a==,iv:b,tag:c,type:str]
            data:
              a: ENC[AES256_GCM,data:a==,iv:b,tag:c,type:str]
            sops:
              mac: ENC[AES256_GCM,data:d==,iv:e,tag:f,type:str]
            """,
            "MC5004 4",
            "deny"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"templates", "placeholders", "named", "networks", "ciphertext"})
  void isSaidAndNotGuessed(String name, String text, String rules, String verdict) {
    Cli.write(here.resolve("text.yaml"), text);

    Ran lint = Cli.run(here, "", List.of("lint", "--osm-permissive", "false"));
    Ran query =
        Cli.run(
            here,
            "",
            List.of(
                "query",
                "--osm-permissive",
                "false",
                "--from",
                "sa:shop/web",
                "--to",
                "db.shop:80"));

    String[] lines = lint.out().split("\n", -1);
    String found =
        Stream.iterate(1, it -> it < lines.length, it -> it + 1)
            .filter(it -> lines[it].startsWith("  --> text.yaml:"))
            .map(it ->
                lines[it - 1].replaceAll(".*\\[(MC\\d+)].*", "$1")
                    + " "
                    + lines[it].split(":", -1)[1])
            .sorted()
            .collect(Collectors.joining(", "));
    assertThat(found).as(lint.out()).isEqualTo(rules);
    assertThat(lint.out()).doesNotContain("--> shop.yaml");
    assertThat(query.out()).startsWith(verdict + ":");
  }
}
