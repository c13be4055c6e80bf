package io.meshc.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a real Envoy says of bootstraps whose certificates, keys and files of resources are nowhere on this machine.
final class ValidateTreeTest {
  private static final String CLUSTER =
      """
      static_resources:
        clusters:
        - name: "a"
          type: STATIC
          %s
          transport_socket:
            name: tls
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext
              common_tls_context:
                tls_certificates:
                - certificate_chain: {filename: "/etc/nowhere/a/cert-chain.pem"}
                  private_key: {filename: "/etc/nowhere/a/key.pem"}
                validation_context:
                  trusted_ca: {filename: "/etc/nowhere/a/root-cert.pem"}
      """;

  private static final String DYNAMIC =
      """
      node: {id: "b", cluster: "b"}
      dynamic_resources:
        cds_config: {path_config_source: {path: "/etc/nowhere/cds.yaml"}}
      static_resources:
        clusters:
        - name: "b"
          type: EDS
          eds_cluster_config:
            eds_config: {path_config_source: {path: "/etc/nowhere/eds/b.yaml"}}
      """;

  @TempDir private Path directory;

  @Test
  void takesWhatIsWhole() throws IOException {
    write("shop/a/bootstrap.yaml", CLUSTER.formatted("connect_timeout: 1s"));
    write("shop/b/bootstrap.yaml", DYNAMIC);
    write("shop/b/xds/bootstrap.yaml", "nonsense: true\n");

    SortedMap<String, Validation> said = said();

    assertThat(said.keySet()).containsExactly("shop/a/bootstrap.yaml", "shop/b/bootstrap.yaml");
    assertThat(said.values())
        .allSatisfy(it -> {
          assertThat(it.refused()).isEmpty();
          assertThat(it.deprecated()).isEmpty();
        });
  }

  @Test
  void namesWhatIsDeprecated() throws IOException {
    write("bootstrap.yaml", CLUSTER.formatted("max_requests_per_connection: 5"));

    assertThat(only().deprecated())
        .singleElement()
        .asString()
        .contains("max_requests_per_connection");
  }

  @Test
  void saysWhyEnvoyRefuses() throws IOException {
    write("bootstrap.yaml", CLUSTER.formatted("conect_timeout: 1s"));

    assertThat(only().refused().orElseThrow()).contains("conect_timeout").doesNotContain("/tmp");
  }

  private Validation only() {
    SortedMap<String, Validation> all = said();
    assertThat(all).containsOnlyKeys("bootstrap.yaml");
    return all.values().iterator().next();
  }

  private SortedMap<String, Validation> said() {
    ValidateTree.Judged judged =
        ValidateTree.run(Outside.envoy(), directory, Duration.ofSeconds(60));
    assertThat(judged).isInstanceOf(ValidateTree.Judged.Done.class);
    return ((ValidateTree.Judged.Done) judged).validations();
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(directory.resolve(name).getParent());
    Files.writeString(directory.resolve(name), text);
  }
}
