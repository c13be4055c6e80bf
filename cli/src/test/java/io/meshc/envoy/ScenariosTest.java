package io.meshc.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.meshc.cli.Programs;
import io.meshc.conformance.Cli;
import io.meshc.conformance.Shared;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real Envoys on what is written for them: each scenario of the acceptance harness holds in full.
class ScenariosTest {
  @TempDir private Path folder;

  @Test
  void bookstore() {
    translate("bookstore", "--harden", "--osm-permissive=false");

    assertThat(run("bookstore", "^$")).contains("46 passed, 0 failed");
  }

  @Test
  void resilience() {
    translate("resilience");

    // What the manifests do not say, as the harness has it; and a prefix that ends with `/`, which
    // Istio replaces as it is written.
    String out = run("resilience", "^(token|failover|mirror|xds|http2|rewrite: path)");
    assertThat(out).contains(" 0 failed").doesNotContain("FAIL");
  }

  /// Whatever a workload may not call at all, its proxy knows nothing of.
  @Test
  void onlyWhatIsUsedIsConfigured() {
    translate("bookstore", "--osm-permissive=false");
    var counts = new TreeMap<String, String>();
    for (SourceFile it : Cli.tree(folder.resolve("out"))) {
      if (it.path().endsWith("/bootstrap.yaml") && !it.path().contains("/xds/")) {
        counts.put(it.path().split("/")[1], counts(it));
      }
    }

    // `booklender` has a proxy that somebody else writes: what it grants is not known, so all know
    // it.
    assertThat(counts)
        .isEqualTo(
            Map.of(
                "bookbuyer", "1 listeners, 3 clusters, 3 endpoints",
                "bookthief", "1 listeners, 1 clusters, 1 endpoints",
                "bookstore-v1", "2 listeners, 3 clusters, 3 endpoints",
                "bookstore-v2", "2 listeners, 3 clusters, 3 endpoints",
                "bookwarehouse", "2 listeners, 2 clusters, 2 endpoints"));
  }

  private static String counts(SourceFile bootstrap) {
    Node.Mapping root = ParseYaml.parse(bootstrap).value().getFirst().root();
    Node.Mapping resources = (Node.Mapping) root.get("static_resources").orElseThrow();
    long endpoints = bootstrap.text().lines().filter(it -> it.contains("- endpoint:")).count();
    return count(resources, "listeners")
        + " listeners, "
        + count(resources, "clusters")
        + " clusters, "
        + endpoints
        + " endpoints";
  }

  private static int count(Node.Mapping resources, String field) {
    return ((Node.Sequence) resources.get(field).orElseThrow()).items().size();
  }

  private void translate(String scenario, String... options) {
    Path example = Shared.folder().resolve("envoy-harness/examples").resolve(scenario);
    var args =
        new ArrayList<>(
            List.of(
                "translate",
                example.resolve("manifests").toString(),
                "--to=envoy",
                "--placement=" + example.resolve("placement.yaml"),
                "-o=" + folder.resolve("out")));
    args.addAll(List.of(options));
    var ran = Cli.run(folder, "", args);
    assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
  }

  private String run(String scenario, String skipped) {
    Path envoy = Programs.real("envoy");
    Path harness = Shared.folder().resolve("envoy-harness");
    assumeThat(Files.isExecutable(Path.of("/usr/bin/openssl"))).isTrue();
    Cli.Ran ran =
        Programs.run(
            folder,
            Map.of(),
            List.of(
                "python3",
                harness.resolve("run.py").toString(),
                harness.resolve("examples/" + scenario + "/scenario.json").toString(),
                "--configs=" + folder.resolve("out"),
                "--envoy=" + envoy,
                "--skip=" + skipped));
    return ran.out()
        .lines()
        .filter(it -> it.startsWith("FAIL") || it.contains(" passed, "))
        .collect(java.util.stream.Collectors.joining("\n"));
  }
}
