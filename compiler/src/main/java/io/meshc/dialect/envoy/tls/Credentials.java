package io.meshc.dialect.envoy.tls;

import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// Where a certificate and the authorities behind it are.
public sealed interface Credentials {
  /// @param folder that holds `cert-chain.pem`, `key.pem` and `root-cert.pem`
  record Files(String folder) implements Credentials {}

  /// @param chain a file
  record Pair(String chain, String key) implements Credentials {}

  /// Secrets that a file of discovery holds.
  ///
  /// @param name of the certificate
  /// @param file that says it
  /// @param roots name of the authorities
  /// @param rootsFile that says them
  record Secrets(String name, String file, String roots, String rootsFile) implements Credentials {}

  static Node.Mapping file(String path) {
    return Nodes.map().put("filename", path).build();
  }

  static Node.Mapping certificate(String chain, String key) {
    return Nodes.map().put("certificate_chain", file(chain)).put("private_key", file(key)).build();
  }

  static Node.Mapping secret(String name, String file) {
    return Nodes.map()
        .put("name", name)
        .put(
            "sds_config",
            Nodes.map()
                .put("path_config_source", Nodes.map().put("path", file))
                .put("resource_api_version", "V3"))
        .build();
  }
}
