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
      apiVersion: split.smi-spec.io/v1alpha2
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

  /// NetworkPolicy too: whom it selects nobody knows.
  static Stream<Arguments> policiesOfTheNetwork() {
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

  /// Changes of the shop itself, which say who is in the mesh and what stands behind the database, and what a call from the web
  /// that is granted is answered then.
  static Stream<Arguments> namespaces() {
    String web = "  name: shop\n  labels: {openservicemesh.io/monitored-by: osm}";
    return Stream.of(
        part("nothing", "x: 1", "x: 1", "allow"),
        part(
            "the label of the Namespace", "monitored-by: osm", "monitored-by: \"${X}\"", "unknown"),
        part("its annotation", "injection: enabled", "injection: \"${X}\"", "unknown"),
        part("its annotation, of Helm", "injection: enabled", "injection: \"{{ .X }}\"", "unknown"),
        part(
            "the name of its annotation",
            "{openservicemesh.io/sidecar-injection: e",
            "{\"${X}\": e",
            "unknown"),
        part(
            "an annotation of nobody",
            "injection: enabled}",
            "injection: enabled, a: \"${X}\"}",
            "allow"),
        part("its name", "name: shop\n", "name: \"${X}\"\n", "unknown"),
        part("a tab in it", web, web.replace("  name", "\tname"), "unknown"),
        part(
            "another Namespace",
            "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n",
            "apiVersion: v1\n"
                + "kind: Namespace\n"
                + "metadata: {name: bank, labels: {a: \"${X}\"}}\n"
                + "---\n"
                + "apiVersion: v1\n"
                + "kind: Namespace\n"
                + "metadata:\n"
                + "  name: shop\n",
            "allow"));
  }

  /// And what its workloads say of themselves.
  static Stream<Arguments> workloads() {
    return Stream.of(
        part(
            "the account of the database",
            "serviceAccountName: db",
            "serviceAccountName: \"${X}\"",
            "unknown"),
        part(
            "the labels of its Pods",
            "labels: {app: db}}\n",
            "labels: {app: \"${X}\"}}\n",
            "unknown"),
        part("a bracket too few", "name: c, image: x, args", "name: c, image: x}, args", "unknown"),
        part(
            "the account of the web",
            "serviceAccountName: web",
            "serviceAccountName: \"${X}\"",
            "allow"));
  }

  private static Arguments part(String name, String written, String hidden, String verdict) {
    return Arguments.of(name, written, hidden, verdict);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"namespaces", "workloads"})
  void isUnknownWhereItMayDecide(String name, String written, String hidden, String verdict) {
    Cli.write(here.resolve("shop.yaml"), SHOP.replace(written, hidden));
    Cli.write(here.resolve("text.yaml"), TARGET + GROUP);
    List<String> open = List.of("--osm-permissive", "false");

    Ran lint = Cli.run(here, "", with(open, "lint"));
    Ran query = Cli.run(here, "", with(open, "query", "--from", "sa:shop/web", "--to", "db.shop"));

    assertThat(query.out()).startsWith(verdict + ":");
    assertThat(lint.out()).doesNotContain("MC3005");
  }

  /// What cannot be read cannot be moved, and nothing is put in its place.
  @ParameterizedTest(name = "{0}")
  @MethodSource({"namespaces", "workloads"})
  void isNotTranslatedInSilence(String name, String written, String hidden, String verdict) {
    Cli.write(here.resolve("shop.yaml"), SHOP.replace(written, hidden));
    Cli.write(here.resolve("text.yaml"), TARGET + GROUP);
    List<String> told =
        List.of("--osm-permissive", "false", "--to", "istio", "-o", "out", "--skip-invalid");

    Ran first = Cli.run(here, "", with(told, "translate", "--accept", "narrows-access"));
    boolean mayBeLess = !List.of("nothing", "an annotation of nobody").contains(name);
    assertThat(first.out().contains("widens-access")).as(first.out()).isEqualTo(mayBeLess);
    assertThat(first.status()).as(first.out()).isEqualTo(mayBeLess ? 1 : 0);
    String all = "narrows-access,widens-access";
    Ran accepted = Cli.run(here, "", with(told, "translate", "--accept", all));
    assertThat(accepted.status()).as(accepted.out() + accepted.err()).isZero();
    assertThat(here.resolve("out/istio/shop.yaml")).content().doesNotContain("kind: Namespace");
  }

  private static List<String> with(List<String> options, String... command) {
    return Stream.concat(Stream.of(command), options.stream()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"templates", "placeholders", "policiesOfTheNetwork", "named", "ciphertext"})
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
