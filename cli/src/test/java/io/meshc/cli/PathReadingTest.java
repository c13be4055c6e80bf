package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `pathRegex` is a start of the path to the text of SMI, and the whole path to Open Service Mesh. Where the repo does not
/// show which, a translation grants what both grant.
class PathReadingTest {
  private static final String REPO =
      """
      apiVersion: specs.smi-spec.io/v1alpha4
      kind: HTTPRouteGroup
      metadata: {name: api, namespace: demo}
      spec: {matches: [{name: read, pathRegex: PATH, methods: [GET]}]}
      ---
      apiVersion: access.smi-spec.io/v1alpha4
      kind: TrafficTarget
      metadata: {name: api, namespace: demo}
      spec:
        destination: {kind: ServiceAccount, name: api, namespace: demo}
        sources: [{kind: ServiceAccount, name: web, namespace: demo}]
        rules: [{kind: HTTPRouteGroup, name: api, matches: [read]}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: api, namespace: demo}
      spec: {selector: {app: api}, ports: [{name: http, port: 80, targetPort: 8080}]}
      """
          + Stream.of("api", "web")
              .map(it ->
                  """
                  ---
                  apiVersion: apps/v1
                  kind: Deployment
                  metadata: {name: NAME, namespace: demo}
                  spec:
                    selector: {matchLabels: {app: NAME}}
                    template:
                      metadata: {labels: {app: NAME}}
                      spec: {serviceAccountName: NAME, containers: [{name: main, image: example.com/main:1}]}
                  """
                      .replace("NAME", it))
              .reduce("", String::concat);

  @TempDir private Path here;

  /// An expression that Istio's policies can say, and one that takes an EnvoyFilter; each with a path inside both readings, one
  /// between them, and one outside of both.
  @ParameterizedTest
  @CsvSource({"/api, /api, /api/x, /ap", "/v[0-9]/x, /v1/x, /v1/x/y, /vv/x"})
  void aTranslationGrantsWhatBothReadingsGrant(
      String regex, String inside, String between, String outside) {
    repo(regex);
    assertThat(verdicts("in", inside, between, outside))
        .containsExactly("allow", "unknown", "deny");

    Ran refused = translate();
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.out())
        .contains(
            "narrows-access  TrafficTarget demo/api: what this rule covers is not known in full")
        .contains("`--smi-path-regex` says which");

    assertThat(translate("--accept", "narrows-access").status()).isZero();
    assertThat(verdicts("out", inside, between, outside)).containsExactly("allow", "deny", "deny");
  }

  @ParameterizedTest
  @CsvSource({
    "full, /api, /api, /api/x, /ap, deny",
    "prefix, /api, /api, /api/x, /ap, allow",
    "full, /v[0-9]/x, /v1/x, /v1/x/y, /vv/x, deny",
    "prefix, /v[0-9]/x, /v1/x, /v1/x/y, /vv/x, allow"
  })
  void whoSaysWhichLosesNothing(
      String reading,
      String regex,
      String inside,
      String between,
      String outside,
      String expected) {
    repo(regex);
    assertThat(translate("--smi-path-regex", reading).status()).isZero();
    assertThat(verdicts("out", inside, between, outside))
        .containsExactly("allow", expected, "deny");
    assertThat(verdicts("in", List.of("--smi-path-regex", reading), inside, between, outside))
        .containsExactly("allow", expected, "deny");
  }

  /// What both readings of a split's condition cover is split; the rest of it goes to the Service itself, and the user has to
  /// say so.
  @Test
  void aSplitIsNarrowedByLeaveAlone() {
    repo("/api");
    Cli.write(
        here.resolve("in/split.yaml"),
        """
        apiVersion: split.smi-spec.io/v1alpha4
        kind: TrafficSplit
        metadata: {name: api, namespace: demo}
        spec: {service: api, backends: [{service: api, weight: 1}], matches: [{kind: HTTPRouteGroup, name: api}]}
        """);
    Ran refused = translate("--accept", "narrows-access");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("not accepted: changes-routing");
    assertThat(translate("--accept", "narrows-access,changes-routing").status()).isZero();
    assertThat(translate("--smi-path-regex", "full", "--force").status()).isZero();
  }

  private void repo(String regex) {
    Cli.write(here.resolve("in/repo.yaml"), REPO.replace("PATH", "'" + regex + "'"));
  }

  private Ran translate(String... options) {
    var args = new ArrayList<>(List.of("translate", "in", "--to", "istio", "-o", "out"));
    args.addAll(List.of("--istio-regex", "envoyfilter"));
    args.addAll(List.of(options));
    return Cli.run(here, "", args);
  }

  private List<String> verdicts(String folder, String... paths) {
    return verdicts(folder, List.of(), paths);
  }

  private List<String> verdicts(String folder, List<String> options, String... paths) {
    return Stream.of(paths)
        .map(path -> {
          var args = new ArrayList<>(List.of("query", folder, "--from", "sa:demo/web"));
          args.addAll(List.of("--to", "api.demo:80", "--path", path));
          args.addAll(options);
          return Cli.run(here, "", args).out().split(":", 2)[0];
        })
        .toList();
  }
}
